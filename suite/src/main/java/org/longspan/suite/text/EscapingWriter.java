package org.longspan.suite.text;

import java.io.PrintWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A writer that shows characters which a terminal would obey, such as {@code \u001b} for an escape. Words of a plan, a
 * jar or a file may hold them. It lets line breaks and tabs through, and the styles of Longspan's own headings, which
 * can hide nothing.
 */
final class EscapingWriter extends PrintWriter {

    /** Bold, italic, underlined, yellow, and the ends of these. */
    private static final String STYLE = "\u001b\\[(?:0|1|3|4|21|22|23|24|33|39)?m";

    /** Controls, invisible and bidirectional formats, and separators that break lines; the first group is let through. */
    private static final Pattern OBEYED = Pattern.compile("(" + STYLE + "|[\n\t])|[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

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
        return OBEYED.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(match.group(1) == null ? shown(match.group()) : match.group()));
    }

    private static String shown(String character) {
        StringBuilder text = new StringBuilder();
        character.chars().forEach(unit -> text.append(String.format("\\u%04x", unit)));
        return text.toString();
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

    /** Writes text of Longspan itself, which the terminal shall obey. */
    void obeyed(String text) {
        target.print(text);
        target.flush();
    }
}
