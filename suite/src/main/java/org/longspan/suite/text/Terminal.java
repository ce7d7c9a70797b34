package org.longspan.suite.text;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * The output streams of a command, and their width. What a terminal would obey, such as an escape sequence in the name
 * of a task, is shown instead.
 *
 * @param out the command's result
 * @param err progress, warnings and errors
 * @param width characters per line
 * @param interactive whether lines may be redrawn because a person is watching
 */
public record Terminal(PrintWriter out, PrintWriter err, int width, boolean interactive) {

    /** The width if none is known, as in a log. */
    public static final int DEFAULT_WIDTH = 100;

    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;

    public Terminal {
        out = EscapingWriter.to(out);
        err = EscapingWriter.to(err);
    }

    /**
     * Writes a line of data to {@link #out}: byte for byte where it goes to a file or to another program, and with
     * what a terminal would obey shown where a person reads it.
     */
    public void data(String line) {
        if (interactive) {
            out.print(line + "\n");
        } else {
            ((EscapingWriter) out).raw(line + "\n");
        }
    }

    /** Writes to {@link #err} as it is, so that a progress bar can redraw its line. */
    public void redraw(String text) {
        EscapingWriter.to(err).obeyed(text);
    }

    /** Returns the terminal of this process; the launcher passes its width in {@code COLUMNS}. */
    public static Terminal ofThisProcess(StandardOutput out) {
        return new Terminal(
                new PrintWriter(out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                width(System.getenv("COLUMNS")),
                isInteractive(System.console()));
    }

    /** Returns the width in {@code columns}, limited to a readable range; some terminals without one say 0. */
    static int width(String columns) {
        if (columns == null || !columns.strip().matches("0*[1-9][0-9]{0,5}")) {
            return DEFAULT_WIDTH;
        }
        return Math.min(WIDEST, Math.max(NARROWEST, Integer.parseInt(columns.strip())));
    }

    /** From JDK 22 on, a console may be a pipe; it then has a method that tells. */
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
