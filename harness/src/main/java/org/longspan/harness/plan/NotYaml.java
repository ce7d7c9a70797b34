package org.longspan.harness.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.longspan.harness.refusal.Shown;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/** Tells why a text is not YAML: the parser's problem, in a reader's words. */
final class NotYaml {

    private static final String ELSEWHERE = "it cannot be read from here on";

    /** What the parser says, and what it means; a problem that is not here is not quoted. */
    private static final Map<Pattern, String> PROBLEMS = problems();

    private static final Map<String, String> TOKENS = Map.of(
            "<stream end>", "the end of the file",
            "<block end>", "the end of the block",
            "<block mapping start>", "a key",
            "<block sequence start>", "a list",
            "<scalar>", "a value",
            "<alias>", "an alias",
            "<anchor>", "an anchor",
            "<tag>", "a tag",
            "<document start>", "a second document",
            "<document end>", "the end of the document");

    private final String file;
    private final String text;

    NotYaml(String file, String text) {
        this.file = file;
        this.text = text;
    }

    private static Map<Pattern, String> problems() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("expected ',' or '([\\]}])', but got (.*)", "expected ',' or '$1', but got $2");
        words.put("expected the node content, but found '(.*)'", "expected a value, but found $1");
        words.put("expected <block end>, but found '(.*)'", "expected the end of the block, but found $1");
        words.put("expected '<document start>', but found '(.*)'", "expected a second document, but found $1");
        words.put(
                "mapping values are not allowed here",
                "a second key in one line, or a text with a colon and no quotes");
        words.put("mapping keys are not allowed here", "a key in the middle of a line");
        words.put("sequence entries are not allowed here", "an element of a list in the middle of a line");
        words.put("could not find expected ':'", "expected ':' after a key");
        words.put(
                "found character '(.{1,2}(?:\\(TAB\\))?)' that cannot start any token.*",
                "found character '$1', with which no value begins");
        words.put("found unexpected end of stream", "found unexpected end of stream");
        words.put("found unexpected document separator", "a text in quotes does not end before the next document");
        words.put("found unknown escape character (.{1,2})(?:\\(.*)?", "unknown escape \\\\$1 in a text in quotes");
        words.put("expected escape sequence of (\\d+) hexadecimal.*", "expected $1 hexadecimal digits after an escape");
        words.put("expected alphabetic or numeric character.*", "expected a name of letters and digits after & or *");
        words.put("unexpected character found.*", "unexpected character in the name of an anchor or alias");
        words.put("found undefined tag handle.*|expected URI.*|expected '[!>]', but found.*", "a broken tag");
        words.put(
                "expected chomping or indentation.*|expected indentation indicator.*|expected a comment or.*",
                "expected the end of the line after | or >");
        words.put(
                " the leading empty lines contain more spaces.*",
                "an empty line is indented more than the text that it begins");
        words.put(
                "found duplicate YAML directive|found incompatible YAML.*|found a number which cannot.*"
                        + "|expected a digit.*|duplicate tag handle.*|expected ' '.*",
                "a broken directive: remove the line");
        Map<Pattern, String> patterns = new LinkedHashMap<>();
        words.forEach(
                (problem, word) -> patterns.put(Pattern.compile("\\A(?:" + problem + ")\\z", Pattern.DOTALL), word));
        return patterns;
    }

    /**
     * Returns the error for a failure of the parser.
     *
     * @param last where the parser was before
     */
    PlanError of(RuntimeException failure, Optional<Mark> last) {
        if (failure instanceof ReaderException e) {
            int point = e.getCodePoint();
            String character = point >= 0 && point <= Character.MAX_CODE_POINT ? Character.toString(point) : "?";
            return at(position(e.getPosition()), "character " + Shown.escaped(character) + " is not allowed", e);
        }
        if (failure instanceof MarkedYamlEngineException e) {
            return at(place(e.getProblemMark().or(() -> last)), problem(e.getProblem()), e);
        }
        return at(place(last), ELSEWHERE, failure);
    }

    private PlanError at(Place place, String problem, RuntimeException cause) {
        return new PlanError(
                place.line(),
                Shown.escaped(file) + ", line " + place.line() + ", column " + place.column() + ": not YAML: "
                        + Shown.sentence(problem),
                cause);
    }

    private record Place(int line, int column) {}

    private static Place place(Optional<Mark> mark) {
        return mark.map(found -> new Place(found.getLine() + 1, found.getColumn() + 1))
                .orElse(new Place(1, 1));
    }

    private Place position(int point) {
        int end = text.offsetByCodePoints(0, Math.min(Math.max(point, 0), text.codePointCount(0, text.length())));
        String before = text.substring(0, end);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new Place(line + 1, end - before.lastIndexOf('\n'));
    }

    private static String problem(String problem) {
        for (Map.Entry<Pattern, String> known : PROBLEMS.entrySet()) {
            Matcher matcher = known.getKey().matcher(problem);
            if (matcher.matches()) {
                return tokens(matcher.replaceFirst(known.getValue()));
            }
        }
        return ELSEWHERE;
    }

    private static String tokens(String problem) {
        String words = problem;
        for (Map.Entry<String, String> token : TOKENS.entrySet()) {
            words = words.replace(token.getKey(), token.getValue());
        }
        return words.replaceAll("<[a-z ]+>", "something else");
    }
}
