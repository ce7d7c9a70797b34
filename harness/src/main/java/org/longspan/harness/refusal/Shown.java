package org.longspan.harness.refusal;

/**
 * Shows a text that a user or a plug-in wrote: cut where it is long, and with its control characters escaped, so that it
 * can neither fill a terminal nor command it.
 */
public final class Shown {

    private static final int LONGEST_VALUE = 80;
    private static final int LONGEST_SENTENCE = 400;

    private Shown() {}

    /** Returns a value to name in a sentence: {@code aaa... (100000 characters)}. */
    public static String value(String text) {
        return escaped(cut(text, LONGEST_VALUE));
    }

    /** Returns a sentence that may quote such values. */
    public static String sentence(String text) {
        return escaped(cut(text, LONGEST_SENTENCE));
    }

    /** Returns {@code text} in one line, so that no word in it can pass for a line of its own. */
    public static String line(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** Returns {@code text} with its control characters as escapes as in JSON, {@code \}{@code u001b}. */
    public static String escaped(String text) {
        if (text.codePoints().noneMatch(Shown::commands)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (commands(point)) {
                for (char half : Character.toChars(point)) {
                    shown.append(String.format("\\u%04x", (int) half));
                }
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    /** Control characters, line separators, halves of a pair, and the marks that turn the direction of a line. */
    private static boolean commands(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "... (" + text.length() + " characters)";
    }
}
