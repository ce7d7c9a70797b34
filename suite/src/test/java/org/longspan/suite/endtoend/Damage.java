package org.longspan.suite.endtoend;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Damages to the bytes of a file, each drawn by a plain linear congruential generator. */
final class Damage {

    private static final byte[][] OTHERS = {bytes("null"), bytes("\"x\""), bytes("[]"), bytes("{}"), bytes("7")};

    private long state;

    Damage(long seed) {
        this.state = seed;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    int draw(int bound) {
        state = state * 6364136223846793005L + 1442695040888963407L;
        return (int) Long.remainderUnsigned(state >>> 33, bound);
    }

    /** Changes one digit. */
    byte[] flippedDigit(byte[] file) {
        byte[] damaged = file.clone();
        int at = find(file, '0', '9');
        damaged[at] = (byte) ('0' + (damaged[at] - '0' + 1 + draw(9)) % 10);
        return damaged;
    }

    /** Leaves out one byte. */
    byte[] deletedByte(byte[] file) {
        int at = draw(file.length);
        return join(file, at, at + 1, new byte[0]);
    }

    /** Overwrites one byte. */
    byte[] overwrittenBy(byte[] file, int value) {
        byte[] damaged = file.clone();
        damaged[draw(file.length)] = (byte) value;
        return damaged;
    }

    byte[] truncated(byte[] file) {
        return Arrays.copyOf(file, draw(file.length));
    }

    /** Ends lines as ancient systems did. */
    byte[] carriageReturns(byte[] file) {
        byte[] damaged = file.clone();
        for (int i = 0; i < damaged.length; i++) {
            damaged[i] = damaged[i] == '\n' ? (byte) '\r' : damaged[i];
        }
        return damaged;
    }

    /** Ends a file as some editors do. */
    byte[] withoutLastLineFeed(byte[] file) {
        return Arrays.copyOf(file, file.length - 1);
    }

    /** Runs all lines together. */
    byte[] withoutLineFeeds(byte[] file) {
        return bytes(new String(file, StandardCharsets.ISO_8859_1).replace("\n", ""));
    }

    /** Prolongs one key, without a check of the content as in older files. */
    byte[] renamedKey(byte[] file) {
        byte[] older = withoutChecks(file);
        int colon = colon(older);
        int end = older[colon - 1] == '"' ? colon - 1 : colon - 2;
        return join(older, end, end, bytes("x"));
    }

    /** Leaves out one line, writes one twice, or puts a blank one before it. */
    byte[] lines(byte[] file) {
        List<String> lines = new ArrayList<>(
                new String(file, StandardCharsets.ISO_8859_1).lines().toList());
        int at = draw(lines.size());
        switch (draw(3)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(at));
            default -> lines.add(at, " ");
        }
        return bytes(String.join("\n", lines) + "\n");
    }

    /** Puts another value, such as null, in place of one, without a check of the content as in older files. */
    byte[] otherValue(byte[] file) {
        byte[] older = withoutChecks(file);
        int colon = colon(older);
        int begin = older[colon + 1] == ' ' ? colon + 2 : colon + 1;
        return join(older, begin, end(older, begin), OTHERS[draw(OTHERS.length)]);
    }

    private static byte[] withoutChecks(byte[] file) {
        return bytes(
                new String(file, StandardCharsets.ISO_8859_1).replaceAll(",\\s*\"check\" ?: ?\"[0-9a-f]{8}\"", ""));
    }

    /** Draws the colon of a key. */
    private int colon(byte[] file) {
        int colon = find(file, ':', ':');
        while (file[colon - 1] != '"' && file[colon - 2] != '"') {
            colon = find(file, ':', ':');
        }
        return colon;
    }

    /** Returns the end of the JSON value that begins there. */
    private static int end(byte[] file, int begin) {
        int depth = 0;
        boolean quoted = false;
        for (int i = begin; i < file.length; i++) {
            byte b = file[i];
            if (b == '"' && file[i - 1] != '\\') {
                quoted = !quoted;
            }
            boolean closes = b == '}' || b == ']';
            if (!quoted && depth == 0 && (closes || b == ',' || b == '\n')) {
                return i;
            }
            depth += quoted ? 0 : b == '{' || b == '[' ? 1 : closes ? -1 : 0;
        }
        return file.length;
    }

    private int find(byte[] file, char from, char to) {
        int at = draw(file.length);
        while (file[at] < from || file[at] > to) {
            at = (at + 1) % file.length;
        }
        return at;
    }

    private static byte[] join(byte[] file, int from, int to, byte[] middle) {
        byte[] joined = Arrays.copyOf(file, from + middle.length + file.length - to);
        System.arraycopy(middle, 0, joined, from, middle.length);
        System.arraycopy(file, to, joined, from + middle.length, file.length - to);
        return joined;
    }
}
