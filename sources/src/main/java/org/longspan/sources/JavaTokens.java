package org.longspan.sources;

import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of a Java source, after chapter 3 of the Java Language Specification, as far as is needed to tell two
 * sources apart: comments and white space are dropped, literals are kept exactly. Operators are split into single
 * characters, except {@code ++} and {@code --}: {@code a++ + b} and {@code a + ++b} hold the same characters in the
 * same order, and no two other valid programs do. Likewise {@code 1.5} is three tokens.
 *
 * <p>A text block is kept without its common indentation, which is not part of its value.
 */
final class JavaTokens {

    private static final String FENCE = "\"\"\"";

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private JavaTokens(String text) {
        this.text = text;
    }

    /**
     * Returns the tokens of {@code source}.
     *
     * @throws IllegalArgumentException if a comment or a literal does not end
     */
    static List<String> of(String source) {
        JavaTokens reader = new JavaTokens(UnicodeEscapes.translate(source));
        while (reader.at < reader.text.length()) {
            reader.next();
        }
        return List.copyOf(reader.tokens);
    }

    private void next() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (text.startsWith("//", at)) {
            at = endOfLine();
        } else if (text.startsWith("/*", at)) {
            at = after("*/", at + 2, "comment");
        } else if (text.startsWith(FENCE, at)) {
            textBlock();
        } else if (c == '"' || c == '\'') {
            add(endOfLiteral(String.valueOf(c), at + 1, "literal"));
        } else if (isPartOfWord(at)) {
            add(endOfWord());
        } else {
            add(at + (text.startsWith("++", at) || text.startsWith("--", at) ? 2 : 1));
        }
    }

    private void add(int end) {
        tokens.add(text.substring(at, end));
        at = end;
    }

    private void textBlock() {
        int end = endOfLiteral(FENCE, at + FENCE.length(), "text block");
        int content = after("\n", at, "text block");
        tokens.add(FENCE + "\n" + text.substring(content, end - FENCE.length()).stripIndent() + FENCE);
        at = end;
    }

    /** Returns where the literal ends: at the first {@code quote} without a backslash before it. */
    private int endOfLiteral(String quote, int from, String what) {
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith(quote, i)) {
                return i + quote.length();
            }
            if (text.charAt(i) == '\\') {
                i++;
            }
        }
        throw unended(what);
    }

    private int endOfLine() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int endOfWord() {
        int end = at;
        while (end < text.length() && isPartOfWord(end)) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private boolean isPartOfWord(int i) {
        return Character.isJavaIdentifierPart(text.codePointAt(i));
    }

    private int after(String mark, int from, String what) {
        int found = text.indexOf(mark, from);
        if (found < 0) {
            throw unended(what);
        }
        return found + mark.length();
    }

    private IllegalArgumentException unended(String what) {
        long line = 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
        return new IllegalArgumentException("the " + what + " that begins in line " + line + " does not end");
    }
}
