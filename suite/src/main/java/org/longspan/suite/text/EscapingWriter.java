package org.longspan.suite.text;

import java.io.PrintWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.longspan.harness.refusal.Shown;

/**
 * A writer that shows characters which a terminal would obey, such as {@code \u001b} for an escape. Words of a plan, a
 * jar or a file may hold them. It lets line breaks and tabs through, and the styles of Longspan's own headings, which
 * can hide nothing.
 */
final class EscapingWriter extends PrintWriter {

    /** Line breaks, tabs; and bold, italic, underlined, yellow, and the ends of these. */
    private static final Pattern OBEYED = Pattern.compile("[\n\t]|\u001b\\[(?:0|1|3|4|21|22|23|24|33|39)?m");

    private final PrintWriter target;

    private EscapingWriter(PrintWriter target) {
        super(target, true);
        this.target = target;
    }

    /** Returns a writer to {@code target} that escapes; {@code target} itself if it does already. */
    static EscapingWriter to(PrintWriter target) {
        return target instanceof EscapingWriter escaping ? escaping : new EscapingWriter(target);
    }

    /** Returns {@code text} as it is shown. */
    static String escaped(String text) {
        return text.chars().allMatch(EscapingWriter::isPlain) ? text : shownInPart(text);
    }

    /** Tells most text apart without the pattern, which is slow on results. */
    private static boolean isPlain(int character) {
        return character >= ' ' && character <= '~' || character == '\n';
    }

    private static String shownInPart(String text) {
        StringBuilder shown = new StringBuilder();
        Matcher obeyed = OBEYED.matcher(text);
        int from = 0;
        while (obeyed.find()) {
            shown.append(Shown.escaped(text.substring(from, obeyed.start()))).append(obeyed.group());
            from = obeyed.end();
        }
        return shown.append(Shown.escaped(text.substring(from))).toString();
    }

    @Override
    public void write(String text, int from, int count) {
        String shown = escaped(text.substring(from, from + count));
        super.write(shown, 0, shown.length());
    }

    @Override
    public void write(char[] text, int from, int count) {
        write(new String(text, from, count), 0, count);
    }

    @Override
    public void write(int character) {
        write(String.valueOf((char) character), 0, 1);
    }

    /** Writes {@code text} as it is, without a flush. */
    void raw(String text) {
        target.print(text);
    }

    /** Writes text of Longspan itself, which the terminal shall obey. */
    void obeyed(String text) {
        raw(text);
        target.flush();
    }
}
