package org.longspan.harness.store;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The check that a JSON object carries of its own content. Its last key is {@code check}: the first 8 hexadecimal
 * digits of the SHA-256 of the text without that key and without the comma before it. In {@code results.jsonl} the text
 * is a line without its line break; in {@code run.json} it is the whole file.
 *
 * @param state what comparing gave
 * @param content the text without the key; the whole text if it has none
 */
record ContentCheck(State state, byte[] content) {

    private static final int DIGITS = 8;
    private static final String KEY = "\"check\"";

    /** What comparing a check with the content gave. */
    enum State {
        /** There is no check: an earlier version wrote the text. */
        MISSING,
        /** The content is what a run wrote. */
        RIGHT,
        /** The content or the check has been changed since. */
        WRONG
    }

    /** Returns the text of an object on one line with its check. */
    static String addTo(String object) {
        return added(object, ",\"check\":\"");
    }

    /** Returns the text of an indented object with its check. */
    static String addToIndented(String object) {
        return added(object, ",\n  \"check\" : \"");
    }

    private static String added(String object, String opening) {
        byte[] bytes = object.getBytes(StandardCharsets.UTF_8);
        int end = object.lastIndexOf('}');
        while (Character.isWhitespace(object.charAt(end - 1))) {
            end--;
        }
        return object.substring(0, end) + opening + digits(bytes, bytes.length, bytes.length) + "\""
                + object.substring(end);
    }

    /** Compares the check of an object with its content. */
    static ContentCheck of(byte[] text) {
        int end = text.length; // one past the end of what is looked at, from the back to the front
        end = before(text, end);
        end = ends(text, end, "}") ? before(text, end - 1) : -1;
        int after = end; // of the check's last quotation mark
        if (!ends(text, end, "\"") || end < DIGITS + 2 || text[end - DIGITS - 2] != '"') {
            return new ContentCheck(State.MISSING, text);
        }
        String stored = new String(text, end - DIGITS - 1, DIGITS, StandardCharsets.ISO_8859_1);
        end = before(text, end - DIGITS - 2);
        end = ends(text, end, ":") ? before(text, end - 1) : -1;
        end = ends(text, end, KEY) ? before(text, end - KEY.length()) : -1;
        if (!ends(text, end, ",")) {
            return new ContentCheck(State.MISSING, text);
        }
        int comma = end - 1;
        boolean right = stored.equals(digits(text, comma, after));
        byte[] content = Arrays.copyOf(text, comma + text.length - after);
        System.arraycopy(text, after, content, comma, text.length - after);
        return new ContentCheck(right ? State.RIGHT : State.WRONG, content);
    }

    private static int before(byte[] text, int end) {
        int i = end;
        while (i > 0 && (text[i - 1] == ' ' || text[i - 1] == '\n' || text[i - 1] == '\r' || text[i - 1] == '\t')) {
            i--;
        }
        return i;
    }

    private static boolean ends(byte[] text, int end, String word) {
        int from = end - word.length();
        return from >= 0 && new String(text, from, word.length(), StandardCharsets.ISO_8859_1).equals(word);
    }

    /** Hashes the text without the bytes from {@code comma} to {@code after}. */
    private static String digits(byte[] text, int comma, int after) {
        Hasher hasher = Hashing.sha256().newHasher();
        hasher.putBytes(text, 0, comma).putBytes(text, after, text.length - after);
        return hasher.hash().toString().substring(0, DIGITS);
    }
}
