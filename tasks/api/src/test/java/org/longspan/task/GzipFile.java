package org.longspan.task;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** The bytes of gzip files, written member by member, with all that a header may hold. */
final class GzipFile {

    /** The least header: deflate, no flags, no time, system unknown. */
    static final byte[] PLAIN = header(0, "");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Returns a header of these flags and what follows it, a byte a character. */
    static byte[] header(int flags, String fields) {
        byte[] begin = {0x1f, (byte) 0x8b, 8, (byte) flags, 0, 0, 0, 0, 0, (byte) 255};
        return new GzipFile()
                .and(begin)
                .and(fields.getBytes(StandardCharsets.ISO_8859_1))
                .bytes();
    }

    /** Returns a header with its checksum. */
    static byte[] checked(byte[] header) {
        CRC32 checksum = new CRC32();
        checksum.update(header);
        return new GzipFile().and(header).little(checksum.getValue(), 2).bytes();
    }

    GzipFile and(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    GzipFile member(byte[] header, String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        CRC32 checksum = new CRC32();
        checksum.update(plain);
        return and(header).and(deflated(plain)).little(checksum.getValue(), 4).little(plain.length, 4);
    }

    GzipFile little(long number, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (number >> 8 * i));
        }
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(plain);
        deflater.finish();
        byte[] room = new byte[plain.length + 100];
        int size = deflater.deflate(room);
        deflater.end();
        return Arrays.copyOf(room, size);
    }
}
