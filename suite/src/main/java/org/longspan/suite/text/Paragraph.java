package org.longspan.suite.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
public final class Paragraph {

    private Paragraph() {}

    /**
     * Returns {@code text} in lines of at most {@code width} characters, indent included. Line breaks in the text are
     * kept, and a word longer than a line is not split.
     *
     * @param first prefix of the first line
     * @param rest prefix of every other line
     */
    public static List<String> lines(String text, int width, String first, String rest) {
        List<String> lines = new ArrayList<>();
        String indent = first;
        for (String line : text.strip().split("\n")) {
            StringBuilder current = new StringBuilder(indent);
            boolean empty = true;
            for (String word : line.strip().split("\\s+")) {
                if (!empty && current.length() + 1 + word.length() > width) {
                    lines.add(current.toString());
                    current = new StringBuilder(rest);
                    empty = true;
                }
                current.append(empty ? "" : " ").append(word);
                empty = false;
            }
            lines.add(current.toString());
            indent = rest;
        }
        return lines;
    }

    /** Returns {@link #lines} with one indent for all, as one text that ends in a line break. */
    public static String block(String text, int width, int indent) {
        return String.join("\n", lines(text, width, " ".repeat(indent), " ".repeat(indent))) + "\n";
    }
}
