package org.longspan.tasks.reber;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.longspan.task.Batch;

/** The grammar once more, as a regular expression instead of an automaton. */
final class ReberString {

    static final String ALPHABET = "BTPSXVE";

    private static final String LOWER = "(?:XT*VP)*(?:S|XT*VV)"; // from the state that X and P lead to
    private static final String INNER = "B(?:TS*X" + LOWER + "|PT*V(?:P" + LOWER + "|V))E";
    private static final Pattern EMBEDDED = Pattern.compile("BT" + INNER + "TE|BP" + INNER + "PE");

    private ReberString() {}

    static boolean isComplete(String string) {
        return EMBEDDED.matcher(string).matches();
    }

    /** Returns the symbols that may follow a prefix: those after which it is still the beginning of some string. */
    static String next(String prefix) {
        return ALPHABET.chars()
                .mapToObj(symbol -> String.valueOf((char) symbol))
                .filter(symbol -> isPrefix(prefix + symbol))
                .collect(Collectors.joining());
    }

    private static boolean isPrefix(String string) {
        Matcher matcher = EMBEDDED.matcher(string);
        return matcher.matches() || matcher.hitEnd();
    }

    /** Reads {@code steps} inputs, each of which must be one symbol. */
    static String read(Batch batch, int b, int steps) {
        StringBuilder string = new StringBuilder();
        for (int t = 0; t < steps; t++) {
            int hot = -1;
            for (int i = 0; i < ALPHABET.length(); i++) {
                float value = batch.inputs()[(t * batch.capacity() + b) * batch.inputWidth() + i];
                if (value == 1 && hot < 0) {
                    hot = i;
                } else if (value != 0) {
                    throw new AssertionError("input " + i + " at step " + t + " is " + value);
                }
            }
            string.append(ALPHABET.charAt(hot));
        }
        return string.toString();
    }
}
