package org.longspan.suite.text;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes.
 *
 * @param out what the user asked for
 * @param err everything said on the way to it: progress, warnings, errors
 * @param width characters in a line
 * @param interactive whether a person looks at it, so that lines may be redrawn
 */
public record Terminal(PrintWriter out, PrintWriter err, int width, boolean interactive) {

    /** The width where none is known, as in a log. */
    public static final int DEFAULT_WIDTH = 100;

    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;

    /** Returns the terminal of this process; the launcher hands down its width in {@code COLUMNS}. */
    public static Terminal ofThisProcess() {
        return new Terminal(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                width(System.getenv("COLUMNS")),
                isInteractive(System.console()));
    }

    /** Returns a width to read at: what {@code columns} says, between the narrowest and the widest sensible. */
    static int width(String columns) {
        if (columns == null || !columns.strip().matches("[0-9]{1,6}")) {
            return DEFAULT_WIDTH;
        }
        return Math.min(WIDEST, Math.max(NARROWEST, Integer.parseInt(columns.strip())));
    }

    /** From 22 on a console may stand for a pipe, and has a method that says so. */
    private static boolean isInteractive(Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
