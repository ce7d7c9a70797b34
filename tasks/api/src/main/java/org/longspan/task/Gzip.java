package org.longspan.task;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks a gzip file: members one after the other, each a header, deflated bytes and a trailer, then perhaps zeros
 * that fill a block.
 *
 * <p>Source: Deutsch 1996, RFC 1952.
 *
 * <p>Not to be confused with {@link java.util.zip.GZIPInputStream}, which takes a later header that is cut or damaged
 * for the end of the file. What {@code gzip -t} refuses is refused here.
 */
final class Gzip {

    private static final int FIRST_MAGIC = 0x1f;
    private static final int SECOND_MAGIC = 0x8b;
    private static final int DEFLATE = 8;

    private static final int HEADER_CHECKSUM = 0x02;
    private static final int EXTRA_FIELD = 0x04;
    private static final int NAME = 0x08;
    private static final int COMMENT = 0x10;
    private static final int RESERVED = 0xe0;
    private static final int TIME_EXTRA_FLAGS_AND_SYSTEM = 6; // bytes that no reader needs

    private static final int CHUNK = 1 << 16;

    private final byte[] packed;
    private final long most;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int at;

    private Gzip(byte[] packed, long most) {
        this.packed = packed;
        this.most = most;
    }

    /** Returns whether these bytes begin as a gzip file does; no UTF-8 and no IDX file does. */
    static boolean begins(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == FIRST_MAGIC && bytes[1] == (byte) SECOND_MAGIC;
    }

    /**
     * Returns the unpacked bytes.
     *
     * @param most greatest number of unpacked bytes
     * @throws DataFormatException if any byte of the file is missing or wrong, naming the member
     */
    static byte[] unpack(byte[] packed, long most) throws DataFormatException {
        Gzip file = new Gzip(packed, most);
        int member = 1;
        do {
            file.member(member++);
        } while (!file.onlyZerosAreLeft());
        return file.out.toByteArray();
    }

    private void member(int number) throws DataFormatException {
        int begin = at;
        try {
            header();
            inflate();
        } catch (DataFormatException e) {
            throw new DataFormatException(
                    "member " + number + ", which begins at byte " + begin + ", " + e.getMessage());
        }
    }

    private boolean onlyZerosAreLeft() {
        for (int i = at; i < packed.length; i++) {
            if (packed[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private void header() throws DataFormatException {
        int begin = at;
        require(next() == FIRST_MAGIC && next() == SECOND_MAGIC, "does not begin as one does");
        int method = next();
        require(method == DEFLATE, "is packed by the unknown method " + method);
        int flags = next();
        require((flags & RESERVED) == 0, "has flags that mean nothing");
        skip(TIME_EXTRA_FLAGS_AND_SYSTEM);
        if ((flags & EXTRA_FIELD) != 0) {
            skip((int) number(2));
        }
        if ((flags & NAME) != 0) {
            skipWord();
        }
        if ((flags & COMMENT) != 0) {
            skipWord();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            CRC32 checksum = new CRC32();
            checksum.update(packed, begin, at - begin);
            require(number(2) == (checksum.getValue() & 0xffff), "has a header that does not match its checksum");
        }
    }

    private void inflate() throws DataFormatException {
        CRC32 checksum = new CRC32();
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed, at, packed.length - at);
            byte[] chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int count = inflate(inflater, chunk);
                checksum.update(chunk, 0, count);
                out.write(chunk, 0, count);
            }
            at += Math.toIntExact(inflater.getBytesRead());
            require(number(4) == checksum.getValue(), "does not match its checksum");
            require(number(4) == (inflater.getBytesWritten() & 0xffffffffL), "has another length than it says");
        } finally {
            inflater.end();
        }
    }

    private int inflate(Inflater inflater, byte[] chunk) throws DataFormatException {
        int count;
        try {
            count = inflater.inflate(chunk);
        } catch (DataFormatException e) {
            throw new DataFormatException("is damaged");
        }
        require(count > 0 || inflater.finished(), "ends too early");
        require(out.size() + (long) count <= most, "brings the file to more than " + most + " unpacked bytes");
        return count;
    }

    private int next() throws DataFormatException {
        require(at < packed.length, "ends too early");
        return packed[at++] & 0xff;
    }

    /** Reads a number of that many bytes, the low one first. */
    private long number(int bytes) throws DataFormatException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (long) next() << Byte.SIZE * i;
        }
        return number;
    }

    private void skip(int bytes) throws DataFormatException {
        require(bytes <= packed.length - at, "ends too early");
        at += bytes;
    }

    private void skipWord() throws DataFormatException {
        while (next() != 0) {
            // a word ends with a zero
        }
    }

    private static void require(boolean holds, String otherwise) throws DataFormatException {
        if (!holds) {
            throw new DataFormatException(otherwise);
        }
    }
}
