package org.longspan.tasks.images;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.longspan.task.DataFile;

/**
 * An IDX file of unsigned bytes, the format of MNIST: a magic number whose last byte is the number of dimensions, the
 * dimensions, the bytes, the last dimension running fastest. All numbers are of four bytes, the high one first.
 *
 * @param file that it was read from
 * @param dimensions the first is the number of items
 */
record Idx(DataFile file, int[] dimensions) {

    /** Two zeros, 08 for unsigned bytes, and the number of dimensions. */
    private static final int MAGIC = 0x00000800;

    /**
     * Reads the head of a file and checks its size.
     *
     * @param what the expected content of the file, for the message: {@code images}
     * @throws IllegalArgumentException if it is another kind of file, or holds more or less than its header says
     */
    static Idx of(DataFile file, int dimensions, String what) {
        int head = Integer.BYTES * (1 + dimensions);
        ByteBuffer in = ByteBuffer.wrap(file.bytes()); // big-endian from the start
        if (in.capacity() < head) {
            throw file.wrong("has " + in.capacity() + " bytes, expected an IDX file of " + what + ", whose head alone"
                    + " has " + head);
        }
        int magic = in.getInt();
        if (magic != MAGIC + dimensions) {
            throw file.wrong(String.format(
                    "begins with the magic number 0x%08x, expected 0x%08x: an IDX file of %s",
                    magic, MAGIC + dimensions, what));
        }
        int[] sizes = new int[dimensions];
        BigInteger expected = BigInteger.ONE; // three dimensions of a head gone wrong overflow a long
        for (int d = 0; d < dimensions; d++) {
            sizes[d] = in.getInt();
            if (sizes[d] < 1) {
                throw file.wrong("says that dimension " + (d + 1) + " of its " + what + " is "
                        + Integer.toUnsignedString(sizes[d]) + ", expected from 1 to " + Integer.MAX_VALUE);
            }
            expected = expected.multiply(BigInteger.valueOf(sizes[d]));
        }
        int comparison = BigInteger.valueOf(in.remaining()).compareTo(expected);
        if (comparison != 0) {
            throw file.wrong("has " + in.remaining() + " bytes after its head, expected " + expected + " for its "
                    + sizes[0] + " " + what + (comparison < 0 ? ": it is truncated" : ""));
        }
        return new Idx(file, sizes);
    }

    /** Returns the number of items. */
    int items() {
        return dimensions[0];
    }

    /** Returns byte {@code i} of those after the head, from 0 to 255. */
    int at(int i) {
        return file.bytes()[Integer.BYTES * (1 + dimensions.length) + i] & 0xff;
    }
}
