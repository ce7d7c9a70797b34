package org.longspan.reports.figure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A figure as a file of its own, which looks alike in every viewer: the style of the page that concerns it, in its
 * light colours and without variables, on a white ground. What only the page's script reads is left out.
 */
public final class StandaloneSvg {

    private static final String STYLE = "/org/longspan/reports/page/figure.css";
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern AT_RULE = Pattern.compile("@[^{};]*\\{(?:[^{}]*\\{[^{}]*\\})*[^{}]*\\}");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern VARIABLE = Pattern.compile("(--[\\w-]+)\\s*:\\s*([^;]+)");
    private static final Pattern USE = Pattern.compile("var\\(\\s*(--[\\w-]+)\\s*\\)");
    private static final String WITHIN = "(?:[^(),]|\\([^()]*\\))*";
    private static final Pattern LIGHT_DARK = Pattern.compile("light-dark\\((" + WITHIN + ")," + WITHIN + "\\)");
    private static final Pattern FONT = Pattern.compile("\\bfont:\\s*([\\d.]+px)(?:/[\\d.]+)?\\s+([^;]+)");
    private static final Pattern CLASS_OF_A_RULE = Pattern.compile("\\.([A-Za-z][\\w-]*)");
    private static final Pattern CLASSES = Pattern.compile(" class=\"([^\"]*)\"");
    private static final Pattern DATA = Pattern.compile(" data-[\\w-]+=\"[^\"]*\"");
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");
    private static final Pattern SIZE =
            Pattern.compile("viewBox=\"0 0 ([\\d.]+) ([\\d.]+)\" width=\"[^\"]*\" height=\"[^\"]*\"([^>]*>)");
    private static final Pattern TITLES = Pattern.compile("\\G<(title|desc)[^>]*>[^<]*</\\1>");

    /** Pixels around a picture, so that a wider font is not cut at its edge. */
    private static final double MARGIN = 8;

    private static final StandaloneSvg PAGE = new StandaloneSvg(resource());

    /** A selector with the classes that must occur for it to matter, and what it declares. */
    private record Rule(String selector, Set<String> classes, String declarations) {}

    private final Map<String, String> variables = new HashMap<>(); // never iterated
    private final List<Rule> rules;

    /** Reads a style sheet whose variables stand in rules of {@code :root}. */
    StandaloneSvg(String css) {
        String plain = AT_RULE.matcher(COMMENT.matcher(css).replaceAll("")).replaceAll("");
        results(RULE, plain)
                .filter(rule -> rule.group(1).strip().equals(":root"))
                .flatMap(rule -> results(VARIABLE, rule.group(2)))
                .forEach(variable ->
                        variables.put(variable.group(1), light(variable.group(2).strip())));
        this.rules = results(RULE, plain).flatMap(this::rules).toList();
    }

    /** Returns the text of the file. */
    public static String of(Figure figure) {
        return file(figure.svg());
    }

    /** Returns the text of the file with {@code svg}, a picture of the page. */
    static String file(String svg) {
        return PAGE.of(svg);
    }

    /** Returns the text of the file with the picture {@code svg}. */
    String of(String svg) {
        String clean = DATA.matcher(NOT_XML.matcher(svg).replaceAll("")).replaceAll("");
        Set<String> classes = results(CLASSES, clean)
                .flatMap(match -> Stream.of(match.group(1).split(" ")))
                .collect(Collectors.toCollection(HashSet::new)); // never iterated
        String style = rules.stream()
                .filter(rule -> classes.containsAll(rule.classes()))
                .map(rule -> rule.selector() + " { " + rule.declarations() + " }\n")
                .collect(Collectors.joining());
        Matcher size = SIZE.matcher(clean);
        if (!size.find()) {
            throw new IllegalArgumentException("a picture without a size");
        }
        String width = Svg.num(Double.parseDouble(size.group(1)) + 2 * MARGIN);
        String height = Svg.num(Double.parseDouble(size.group(2)) + 2 * MARGIN);
        String corner = Svg.num(-MARGIN);
        int body = size.end();
        Matcher titles = TITLES.matcher(clean).region(body, clean.length());
        while (titles.find()) {
            body = titles.end();
        }
        return String.join(
                "",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
                clean.substring(0, size.start()),
                "viewBox=\"" + corner + " " + corner + " " + width + " " + height + "\"",
                " width=\"" + width + "\" height=\"" + height + "\"",
                clean.substring(size.start(3), body),
                "\n<style>\n" + style + "</style>\n",
                "<rect x=\"" + corner + "\" y=\"" + corner + "\" width=\"" + width + "\" height=\"" + height + "\"",
                " style=\"fill: " + variables.getOrDefault("--card", "#ffffff") + "; stroke: none\"/>",
                clean.substring(body),
                "\n");
    }

    /** Returns a rule for each selector that asks for a class and nothing else that changes, such as a pointer. */
    private Stream<Rule> rules(MatchResult rule) {
        String declarations =
                FONT.matcher(light(replaced(rule.group(2).strip()))).replaceAll("font-size: $1; font-family: $2");
        return Stream.of(rule.group(1).split(","))
                .map(String::strip)
                .filter(selector -> selector.contains(".") && !selector.contains(":") && !selector.contains("["))
                .map(selector -> new Rule(selector, classes(selector), declarations));
    }

    private static Set<String> classes(String selector) {
        return results(CLASS_OF_A_RULE, selector).map(match -> match.group(1)).collect(Collectors.toSet());
    }

    /** Returns {@code declarations} with values in the place of variables. */
    private String replaced(String declarations) {
        return USE.matcher(declarations)
                .replaceAll(use -> Matcher.quoteReplacement(variables.getOrDefault(use.group(1), use.group())));
    }

    private static String light(String value) {
        return LIGHT_DARK
                .matcher(value)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1).strip()));
    }

    private static Stream<MatchResult> results(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static String resource() {
        try (InputStream in = StandaloneSvg.class.getResourceAsStream(STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
