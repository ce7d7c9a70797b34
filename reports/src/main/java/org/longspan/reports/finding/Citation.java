package org.longspan.reports.finding;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.PlanHead;
import org.longspan.harness.record.PlanHead.Author;
import org.longspan.reports.summary.ArrangedRun;

/**
 * How to cite a run.
 *
 * @param head what the plan says of it
 * @param year in which its first trial began, in UTC; empty if no trial tells
 * @param made the plan and the program, to follow "Results of"
 * @param key of the entry in a bibliography
 * @param digest SHA-256 of the run's canonical results, in hexadecimal digits
 */
public record Citation(PlanHead head, Optional<Integer> year, String made, String key, String digest) {

    private static final int DIGITS_OF_A_KEY = 8;
    private static final int DIGITS_OF_A_COMMIT = 12;

    /** What these characters are to TeX. A brace needs a name, as BibTeX counts it even behind a backslash. */
    private static final Map<Character, String> TEX = Map.of(
            '\\', "\\textbackslash{}",
            '{', "\\textbraceleft{}",
            '}', "\\textbraceright{}",
            '~', "\\textasciitilde{}",
            '^', "\\textasciicircum{}",
            '%', "\\%",
            '$', "\\$",
            '#', "\\#",
            '&', "\\&",
            '_', "\\_");

    /**
     * Returns how to cite {@code run}.
     *
     * @param digest of its results
     */
    public static Citation of(ArrangedRun run, String digest) {
        Manifest.Provenance from = run.manifest().provenance();
        String commit = from.commit()
                .substring(0, Math.min(DIGITS_OF_A_COMMIT, from.commit().length()));
        String made = "the plan " + from.plan() + " under root seed "
                + run.manifest().rules().seed() + ", made with Longspan " + from.version()
                + (commit.isEmpty() ? "" : " (commit " + commit + ")");
        String key = from.plan() + "-" + digest.substring(0, DIGITS_OF_A_KEY);
        return new Citation(from.head(), run.times().began().map(Citation::year), made, key, digest);
    }

    private static int year(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).getYear();
    }

    /** Returns the title of the plan, or one made from its name. */
    public String title() {
        return head.title().isEmpty() ? "Longspan: " + made.substring(0, made.indexOf(',')) : head.title();
    }

    /** Returns the reference as plain text in one line. */
    public String sentence() {
        String authors = head.authors().stream().map(Author::name).collect(Collectors.joining("; "));
        StringBuilder text = new StringBuilder(authors);
        year.ifPresent(
                value -> text.append(text.isEmpty() ? "(" : " (").append(value).append(')'));
        text.append(text.isEmpty() ? "" : ". ")
                .append(title())
                .append(". Results of ")
                .append(made)
                .append('.');
        if (!head.doi().isEmpty()) {
            text.append(" https://doi.org/").append(head.doi()).append('.');
        }
        return text.append(" SHA-256 of the results: ")
                .append(digest)
                .append('.')
                .toString();
    }

    /** Returns the entry for BibTeX, as {@code @misc}, which every style knows. */
    public String bibtex() {
        List<String> fields = new ArrayList<>();
        if (!head.authors().isEmpty()) {
            fields.add(field("author", authors()));
        }
        fields.add(field("title", "{" + tex(title()) + "}")); // inner braces keep its capitals
        year.ifPresent(value -> fields.add(field("year", value.toString())));
        if (!head.doi().isEmpty()) {
            fields.add(field("doi", head.doi()));
            fields.add(field("url", "https://doi.org/" + head.doi()));
        }
        fields.add(field("note", "Results of " + tex(made) + ". SHA-256 of the results: " + digest));
        return "@misc{" + key + ",\n" + String.join(",\n", fields) + "\n}\n";
    }

    private String authors() {
        return head.authors().stream().map(author -> name(author.name())).collect(Collectors.joining(" and "));
    }

    /** BibTeX splits names at "and" and at most two commas; braces keep what else holds them whole. */
    private static String name(String name) {
        boolean others = name.equalsIgnoreCase("others");
        boolean splits = name.matches("(?i).*\\sand\\s.*")
                || name.chars().filter(c -> c == ',').count() > 2;
        return others || splits ? "{" + tex(name) + "}" : tex(name);
    }

    private static String field(String name, String value) {
        return "  " + name + " = {" + value + "}";
    }

    private static String tex(String text) {
        return text.chars()
                .mapToObj(c -> TEX.getOrDefault((char) c, String.valueOf((char) c)))
                .collect(Collectors.joining());
    }
}
