package org.longspan.reports.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.claim.Axis;
import org.longspan.harness.record.claim.Claim.Part;
import org.longspan.harness.record.claim.Comparison;
import org.longspan.harness.record.claim.Expectation;
import org.longspan.harness.record.claim.ModelPattern;
import org.longspan.harness.record.claim.Side;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.page.Table;
import org.longspan.reports.statistics.Interval;

/** Claims and what the runs say of them, in words. */
public final class ClaimWords {

    private ClaimWords() {}

    /** Returns what is compared: {@code score of clipping value less that of clipping global-norm}. */
    public static String compared(Part part) {
        Comparison compare = part.compare();
        String of = side(compare.of());
        String runs = of.isEmpty() ? "" : " of " + of;
        String number = part.endpoint().text();
        if (compare instanceof Comparison.Sides sides) {
            return number + runs + plan(sides.of(), sides.with()) + " less that of "
                    + (side(sides.with()).isEmpty() ? "the same runs" : side(sides.with()))
                    + plan(sides.with(), sides.of());
        }
        if (compare instanceof Comparison.Best best) {
            return number + runs + " less that of the best optimizer of " + side(best.with());
        }
        if (compare instanceof Comparison.SameRun same) {
            return number + " less " + same.to().text() + runs;
        }
        if (compare instanceof Comparison.Share share) {
            return "share of looks with " + number + " " + between(share.above(), share.below()) + runs;
        }
        if (compare instanceof Comparison.Lengths lengths) {
            return lengths.fit() == Comparison.Fit.PER_DOUBLING
                    ? "slope of " + number + " for every doubling of the length" + runs
                    : "R² of an exponential less R² of a power in the length, of " + number + runs;
        }
        return number + runs;
    }

    /** The plan is named where the sides differ in it. */
    private static String plan(Side side, Side other) {
        return side.plan().equals(other.plan()) ? "" : " in " + side.plan();
    }

    private static String side(Side side) {
        List<String> parts = new ArrayList<>();
        if (!side.models().isEmpty()) {
            parts.add(side.models().stream().map(ClaimWords::model).collect(Collectors.joining(" or ")));
        }
        side.names().forEach((axis, names) -> {
            String words = String.join(" or ", names);
            parts.add(axis == Axis.LENGTH ? "T = " + words : axis == Axis.CLIPPING ? "clipping " + words : words);
        });
        return String.join(", ", parts);
    }

    private static String model(ModelPattern model) {
        List<String> words = new ArrayList<>();
        choice(model.cell()).ifPresent(words::add);
        model.hidden().ifPresent(hidden -> words.add("H" + hidden));
        model.layers().ifPresent(layers -> words.add(TextFormat.count(layers, "layer")));
        choice(model.initialization()).ifPresent(words::add);
        choice(model.regularizer()).ifPresent(name -> words.add(name.equals("none") ? "no regularizer" : name));
        return String.join(" ", words);
    }

    private static Optional<String> choice(Optional<Choice> choice) {
        return choice.map(one -> one.settings().values().isEmpty()
                ? one.name()
                : one.name() + " "
                        + one.settings().values().entrySet().stream()
                                .map(setting -> setting.getKey() + " " + value(setting.getValue()))
                                .collect(Collectors.joining(" ")));
    }

    private static String value(Object value) {
        return value instanceof Double number ? TextFormat.precise(number) : value.toString();
    }

    /** Returns where the number is expected. */
    public static String expected(Expectation expect) {
        return switch (expect.word()) {
            case ALWAYS -> "always";
            case EQUIVALENT -> "equivalent: " + between(expect.low(), expect.high());
            case BETTER, WORSE, AT_LEAST, AT_MOST, ABOVE, BELOW, WITHIN -> between(expect.low(), expect.high());
        };
    }

    private static String between(double low, double high) {
        if (low == Double.NEGATIVE_INFINITY) {
            return "under " + bound(high);
        }
        return high == Double.POSITIVE_INFINITY
                ? "over " + bound(low)
                : "between " + bound(low) + " and " + bound(high);
    }

    /** A bound is told with all its digits: 0.999999 is not 1. */
    private static String bound(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** Returns the number with its interval of 95 %, if there is one. */
    public static String found(PartAnswer answer) {
        return found(answer.value(), answer.wide());
    }

    static String found(ClaimsDocument.Found found) {
        return found(
                found.value() == null ? Double.NaN : found.value(),
                Optional.ofNullable(found.wide()).map(ends -> new Interval(ends.get(0), ends.get(1))));
    }

    /** Returns a number, which may be NaN, with its interval. */
    private static String found(double value, Optional<Interval> wide) {
        return Double.isNaN(value)
                ? Table.NOTHING
                : TextFormat.precise(value) + wide.map(ClaimWords::interval).orElse("");
    }

    private static String interval(Interval wide) {
        return " [" + TextFormat.precise(wide.low()) + ", " + TextFormat.precise(wide.high()) + "]";
    }

    /** Returns what decides or would decide: nothing where it is decided, or else why not and the blocks needed. */
    public static String open(PartAnswer answer) {
        return open(answer.why(), answer.blocks(), answer.size());
    }

    static String open(ClaimsDocument.PartRow part) {
        Integer blocks = part.found().blocksNeeded();
        return open(part.why(), blocks == null ? 0 : blocks, part.found().size());
    }

    private static String open(String why, int blocks, PartAnswer.Size size) {
        return blocks == 0
                ? why
                : why + "; about " + TextFormat.count(blocks, "block") + " would decide, there are "
                        + TextFormat.count(size.blocks());
    }

    /** Returns what the number rests on. */
    public static String size(PartAnswer answer) {
        return size(answer.size());
    }

    static String size(PartAnswer.Size size) {
        return TextFormat.count(size.runs(), "run") + " in "
                + TextFormat.count(size.clusters(), "cluster")
                + (size.missing() == 0 ? "" : ", " + TextFormat.count(size.missing()) + " without the number");
    }
}
