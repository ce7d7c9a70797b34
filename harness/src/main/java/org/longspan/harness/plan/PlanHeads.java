package org.longspan.harness.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.longspan.harness.record.PlanHead;
import org.longspan.harness.record.PlanHead.Author;
import org.longspan.harness.refusal.Shown;

/** Reads how a plan wants its run to be cited. */
final class PlanHeads {

    static final String TITLE = "title";
    static final String AUTHORS = "authors";
    static final String DOI = "doi";

    /** The keys of a plan on which no trial depends. */
    static final List<String> KEYS = List.of(TITLE, AUTHORS, DOI);

    private static final String NAME = "name";
    private static final String AFFILIATION = "affiliation";

    /** The pattern that Crossref recommends; DataCite's identifiers, such as Zenodo's, fit it too. */
    private static final Pattern IDENTIFIER = Pattern.compile("10\\.[0-9]{4,9}/[-._;()/:A-Za-z0-9]{1,200}");

    private final PlanErrors errors;

    PlanHeads(PlanErrors errors) {
        this.errors = errors;
    }

    /** Returns what is said in the keys of a plan. */
    PlanHead read(Map<String, PlanNode> plan) {
        return new PlanHead(
                given(plan.get(TITLE), node -> line(node, Limits.TITLE)).orElse(""),
                given(plan.get(AUTHORS), this::authors).orElse(List.of()),
                given(plan.get(DOI), PlanHeads::identifier).orElse(""));
    }

    private <T> Optional<T> given(PlanNode node, Function<PlanNode, T> reading) {
        return node == null ? Optional.empty() : errors.in(() -> reading.apply(node));
    }

    private List<Author> authors(PlanNode list) {
        List<PlanNode> nodes = list.elements();
        if (nodes.size() > Limits.AUTHORS) {
            throw list.expected("at most " + Limits.AUTHORS + " authors");
        }
        List<Author> authors = new ArrayList<>();
        nodes.forEach(node -> errors.in(() -> author(node)).ifPresent(authors::add));
        return authors;
    }

    /** A name alone, or a name with more. */
    private Author author(PlanNode node) {
        if (!node.isMapping()) {
            return new Author(line(node, Limits.AUTHOR), "");
        }
        Map<String, PlanNode> values = node.mapping(List.of(NAME, AFFILIATION), errors);
        String affiliation = given(values.get(AFFILIATION), of -> line(of, Limits.AFFILIATION))
                .orElse("");
        return new Author(line(node.required(NAME), Limits.AUTHOR), affiliation);
    }

    /** Returns a text without the line break that YAML keeps at the end of a folded one. */
    private static String line(PlanNode node, int longest) {
        String what = "a line of 1 to " + longest + " characters";
        String text = node.word(what).strip();
        boolean visible = Shown.escaped(text).equals(text);
        if (text.isEmpty() || !visible || text.codePointCount(0, text.length()) > longest) {
            throw node.expected(what);
        }
        return text;
    }

    private static String identifier(PlanNode node) {
        String what = "a DOI alone, such as 10.5281/zenodo.1234567";
        if (!IDENTIFIER.matcher(node.word(what)).matches()) {
            throw node.expected(what);
        }
        return node.word(what);
    }
}
