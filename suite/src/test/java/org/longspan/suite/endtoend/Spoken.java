package org.longspan.suite.endtoend;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.longspan.suite.Longspan;
import org.longspan.suite.text.Terminal;

/**
 * The output and the exit code of a command that ran in this process.
 *
 * @param code the exit code
 * @param out its standard output
 * @param err its standard error
 */
record Spoken(int code, String out, String err) {

    private static final int WIDTH = 100;

    /** Runs {@code longspan words...}. */
    static Spoken by(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), WIDTH, false);
        String[] texts = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            texts[i] = words[i].toString();
        }
        int code = Longspan.run(terminal, texts);
        terminal.out().flush();
        terminal.err().flush();
        return new Spoken(code, out.toString(), err.toString());
    }
}
