package org.longspan.testkit;

import java.util.List;
import java.util.zip.CRC32C;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.testkit.DrawnSequence.ReadOut;

/**
 * A checksum of a task's sequences, to be pinned in a test: data that change without notice make results of two
 * versions incomparable, and data that differ from one machine to another make them wrong.
 */
public final class DataDigest {

    private static final int SEQUENCES = 100;

    /** Not confirmation, which came later: so the digests of earlier versions still show that nothing has changed. */
    private static final List<Split> SPLITS = List.of(Split.TRAIN, Split.VALIDATION, Split.TEST);

    private DataDigest() {}

    /** Returns the CRC-32C, in hexadecimal, of the first 100 training, validation and test sequences at seed 0. */
    public static String of(SequenceTask task) {
        CRC32C crc = new CRC32C();
        for (Split split : SPLITS) {
            for (DrawnSequence sequence : DrawnSequence.draw(task, split, 0, 0, SEQUENCES)) {
                sequence.inputs().forEach(value -> add(crc, Float.floatToIntBits(value)));
                sequence.readOuts().forEach(readOut -> add(crc, readOut));
            }
        }
        return String.format("%08x", crc.getValue());
    }

    private static void add(CRC32C crc, ReadOut readOut) {
        add(crc, readOut.step());
        add(crc, readOut.informative() ? 1 : 0);
        readOut.target().forEach(value -> add(crc, Float.floatToIntBits(value.floatValue())));
    }

    private static void add(CRC32C crc, int bits) {
        for (int shift = 0; shift < 32; shift += 8) {
            crc.update(bits >>> shift);
        }
    }
}
