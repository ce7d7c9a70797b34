package org.longspan.harness.store;

import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What the bytes of a line of a durable file tell of damage, whether or not they are JSON. */
final class LineDamage {

    private final byte[] beginning;

    /**
     * Knows lines of one kind.
     *
     * @param begins how every line begins, up to the quotation mark of its first value
     */
    LineDamage(String begins) {
        this.beginning = (begins + "\"").getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the length of a line without the zeros at its end. */
    static int withoutZeros(byte[] line) {
        int length = line.length;
        while (length > 0 && line[length - 1] == 0) {
            length--;
        }
        return length;
    }

    /** Returns whether the first {@code length} bytes begin as such a line does. */
    boolean isBegun(byte[] line, int length) {
        int begun = Math.min(beginning.length, length);
        return Arrays.equals(line, 0, begun, beginning, 0, begun);
    }

    /** Returns whether another record begins after the start; a quotation mark within a text has a backslash. */
    boolean runTogether(byte[] line) {
        return line.length > 0 && Bytes.indexOf(Arrays.copyOfRange(line, 1, line.length), beginning) >= 0;
    }

    /** Returns what is said of the first control character: JSON on one line holds none. */
    static Optional<String> controlCharacter(byte[] line, int length) {
        for (int i = 0; i < length; i++) {
            if (line[i] == '\r') {
                return Optional.of("it holds a carriage return");
            }
            if (line[i] >= 0 && line[i] < ' ') {
                return Optional.of("it holds a control character (" + line[i] + ")");
            }
        }
        return Optional.empty();
    }
}
