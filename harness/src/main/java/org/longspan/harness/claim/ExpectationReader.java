package org.longspan.harness.claim;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.longspan.harness.plan.Kind;
import org.longspan.harness.plan.PlanErrors;
import org.longspan.harness.plan.PlanNode;
import org.longspan.harness.record.claim.Comparison;
import org.longspan.harness.record.claim.Expectation;
import org.longspan.harness.record.claim.Expectation.Word;
import org.longspan.harness.record.claim.Quantity;

/** Reads where a claim expects its number, and refuses what its comparison cannot say. */
final class ExpectationReader {

    private static final List<String> ALONE = Expectation.Word.words(false);
    private static final List<String> BOUNDS = Expectation.Word.words(true);
    private static final String EXPECTED = "one of " + String.join(", ", ALONE) + ", or a bound: {above: 0.5}, {below: "
            + "0.5}, {within: [0.75, 1.25]}";

    private final PlanErrors errors;

    ExpectationReader(PlanErrors errors) {
        this.errors = errors;
    }

    /**
     * Returns the expectation.
     *
     * @param margin null if none is given
     */
    Expectation read(PlanNode node, PlanNode margin, Comparison compare, Quantity endpoint) {
        Expectation expectation = node.isMapping() ? bounds(node, margin) : alone(node, margin);
        requireFit(node, expectation.word(), compare, endpoint);
        return expectation;
    }

    private Expectation bounds(PlanNode node, PlanNode margin) {
        Map<String, PlanNode> values = node.mapping(BOUNDS, errors);
        if (values.size() != 1 || !BOUNDS.containsAll(values.keySet())) {
            throw node.expected(EXPECTED);
        }
        if (margin != null) {
            throw margin.wrong("a margin beside a bound, expected none: the bound says where the number is expected");
        }
        String word = values.keySet().iterator().next();
        PlanNode value = values.get(word);
        return switch (word) {
            case "above" -> new Expectation(Word.ABOVE, number(value), Double.POSITIVE_INFINITY);
            case "below" -> new Expectation(Word.BELOW, Double.NEGATIVE_INFINITY, number(value));
            default -> within(value);
        };
    }

    private static Expectation within(PlanNode value) {
        String what = "two numbers, the smaller first, such as [0.75, 1.25]";
        if (!value.isList() || value.elements().size() != 2) {
            throw value.expected(what);
        }
        double low = number(value.elements().get(0));
        double high = number(value.elements().get(1));
        if (!(low < high)) {
            throw value.wrong("from " + low + " to " + high + " is given, expected " + what);
        }
        return new Expectation(Word.WITHIN, low, high);
    }

    /** Returns a finite number. */
    static double number(PlanNode node) {
        if (node.setting() instanceof Double number && Double.isFinite(number)) {
            return number;
        }
        throw node.expectedNumber("a number");
    }

    private static Expectation alone(PlanNode node, PlanNode margin) {
        Word word = node.isWord()
                ? Word.valueOf(node.oneOf(Kind.of("expectation"), ALONE)
                        .toUpperCase(java.util.Locale.ROOT)
                        .replace('-', '_'))
                : refused(node);
        double by = margin == null ? absent(node, word) : margin(margin, word);
        return switch (word) {
            case EQUIVALENT -> new Expectation(word, -by, by);
            case BETTER -> new Expectation(word, by, Double.POSITIVE_INFINITY);
            case WORSE -> new Expectation(word, Double.NEGATIVE_INFINITY, -by);
            case AT_LEAST -> new Expectation(word, -by, Double.POSITIVE_INFINITY);
            case AT_MOST -> new Expectation(word, Double.NEGATIVE_INFINITY, by);
            default -> new Expectation(Word.ALWAYS, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        };
    }

    private static Word refused(PlanNode node) {
        throw node.expected(EXPECTED);
    }

    /** Without a margin, better and worse mean by anything. */
    private static double absent(PlanNode node, Word word) {
        if (Stream.of(Word.BETTER, Word.WORSE, Word.ALWAYS).noneMatch(word::equals)) {
            throw node.wrong("the key margin is missing beside " + word.word());
        }
        return 0;
    }

    private static double margin(PlanNode margin, Word word) {
        if (word == Word.ALWAYS) {
            throw margin.wrong("a margin beside always, expected none: always allows no exception");
        }
        if (margin.setting() instanceof Double by && by > 0 && by <= 1) {
            return by;
        }
        throw margin.expectedNumber(
                "a margin over 0 and at most 1: with a margin of 0 nothing can be shown, and no two "
                        + "scores differ by more than 1");
    }

    private static void requireFit(PlanNode node, Word word, Comparison compare, Quantity endpoint) {
        boolean merit = endpoint instanceof Quantity.OfRun of && of.isMerit();
        boolean share = compare instanceof Comparison.Share;
        boolean difference = compare instanceof Comparison.Sides
                || compare instanceof Comparison.Best
                || compare instanceof Comparison.SameRun;
        boolean bound = BOUNDS.contains(word.word());
        if (word == Word.ALWAYS && !share) {
            throw node.wrong("always is given, expected compare: {share: ...} with it, which says of what");
        }
        if (!bound && word != Word.ALWAYS && !difference) {
            throw node.wrong(
                    word.word() + " is given, but nothing is compared with: expected a bound such as {above: 0.5}");
        }
        if ((word == Word.BETTER || word == Word.WORSE) && !merit) {
            throw node.wrong(word.word() + " is given, but of " + endpoint.text()
                    + " more is not better: expected a bound such as {above: 0}");
        }
    }
}
