package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.record.Manifest.Range;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;

/**
 * The two audits of tuning. <b>Edge</b>: a winner within 10 % of an end of its search range, on the range's own
 * scale, means that the range may have cut off something better. <b>Inclusion</b>: an arm significantly worse
 * than an arm that it becomes at some value of its settings (clip at ∞, momentum 0) was not tuned enough; it is
 * stamped under-tuned, not worse.
 */
public final class Audits {

    private static final double EDGE = 0.1;
    private static final double LEVEL = 0.05;

    private Audits() {}

    /** Returns every audit that has something to say. */
    public static List<Audit> of(ArrangedRun run) {
        List<Audit> audits = new ArrayList<>();
        for (CellResult cell : run.cells()) {
            cell.winner().ifPresent(winner -> {
                edges(cell, winner.optimizer(), run.manifest().design().optimizers(), audits);
                edges(cell, winner.clipping(), run.manifest().design().clippings(), audits);
            });
            inclusions(run, cell, audits);
        }
        return List.copyOf(audits);
    }

    private static void edges(CellResult cell, Choice choice, List<MethodEntry> methods, List<Audit> audits) {
        for (Range range : entry(methods, choice.name()).ranges()) {
            if (choice.settings().values().get(range.setting()) instanceof Number value) {
                edge(range, value.doubleValue())
                        .ifPresent(end -> audits.add(new Audit("edge", cell.arm(), cell.problem(), end)));
            }
        }
    }

    private static Optional<String> edge(Range range, double value) {
        double u = position(range, value);
        if (u >= EDGE && u <= 1 - EDGE || !Double.isFinite(u)) {
            return Optional.empty();
        }
        String end = u < EDGE ? "lower" : "upper";
        return Optional.of(String.format(
                Locale.ROOT,
                "%s = %.3g lies at the %s end of its range %.3g to %.3g: the range may have cut off better values.",
                range.setting(),
                value,
                end,
                range.from(),
                range.to()));
    }

    /** Returns where {@code value} lies in {@code range}, 0 at its lower end and 1 at its upper. */
    static double position(Range range, double value) {
        double from = onScale(range.scale(), range.from());
        double to = onScale(range.scale(), range.to());
        return (onScale(range.scale(), value) - from) / (to - from);
    }

    private static double onScale(String scale, double value) {
        return switch (scale) {
            case "log" -> StrictMath.log(value);
            case "log-complement" -> -StrictMath.log(1 - value);
            default -> value;
        };
    }

    private static void inclusions(ArrangedRun run, CellResult cell, List<Audit> audits) {
        for (String special :
                specialCases(run.manifest().design().clippings(), cell.arm().clipping())) {
            inclusion(run, cell, new Arm(cell.arm().optimizer(), special), audits);
        }
        for (String special :
                specialCases(run.manifest().design().optimizers(), cell.arm().optimizer())) {
            inclusion(run, cell, new Arm(special, cell.arm().clipping()), audits);
        }
    }

    private static void inclusion(ArrangedRun run, CellResult cell, Arm special, List<Audit> audits) {
        Comparison c = Comparisons.compare(run, cell, run.cell(special, cell.problem()));
        boolean worse = c.p().isPresent()
                && c.p().get() <= LEVEL
                && c.effect().orElseThrow().probability() < 0.5;
        if (worse) {
            String text = String.format(
                    Locale.ROOT,
                    "worse than its own special case %s on %d seeds (p = %.3g), which it could have been set to: "
                            + "under-tuned, not worse.",
                    special,
                    c.seeds(),
                    c.p().get());
            audits.add(new Audit("under-tuned", cell.arm(), cell.problem(), text));
        }
    }

    /** Special cases that are in the grid too. */
    private static List<String> specialCases(List<MethodEntry> methods, String name) {
        return entry(methods, name).specialCases().stream()
                .filter(special -> methods.stream().anyMatch(m -> m.name().equals(special)))
                .toList();
    }

    private static MethodEntry entry(List<MethodEntry> methods, String name) {
        return methods.stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the manifest has no method " + name));
    }
}
