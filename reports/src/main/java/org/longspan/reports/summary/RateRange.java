package org.longspan.reports.summary;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.record.Manifest.Range;

/**
 * The range in which an optimizer's learning rate is drawn, or another of its settings if it has none.
 *
 * @param setting its name
 * @param from lower end, positive
 * @param to upper end
 */
public record RateRange(String setting, double from, double to) {

    /** Returns the range that the learning rate of {@code optimizer} is tuned in, if it is. */
    public static Optional<RateRange> ofLearningRate(ArrangedRun run, String optimizer) {
        return ranges(run, optimizer).stream()
                .filter(range -> LearningRate.is(range.setting()) && range.from() > 0)
                .findFirst()
                .map(RateRange::of);
    }

    /** Returns that range, or else that of the first setting that is tuned by its logarithm, if there is one. */
    public static Optional<RateRange> ofAny(ArrangedRun run, String optimizer) {
        return ofLearningRate(run, optimizer)
                .or(() -> ranges(run, optimizer).stream()
                        .filter(range -> range.scale().equals("log") && range.from() > 0)
                        .findFirst()
                        .map(RateRange::of));
    }

    private static List<Range> ranges(ArrangedRun run, String optimizer) {
        return run.manifest().design().optimizers().stream()
                .filter(entry -> entry.name().equals(optimizer))
                .findFirst()
                .map(MethodEntry::ranges)
                .orElse(List.of());
    }

    private static RateRange of(Range range) {
        return new RateRange(range.setting(), range.from(), range.to());
    }

    /** Returns the value that {@code choice} has of the setting, if it is a number. */
    public OptionalDouble value(Choice choice) {
        return choice.settings().values().get(setting) instanceof Double d
                ? OptionalDouble.of(d)
                : OptionalDouble.empty();
    }

    /** Returns the width in decades. */
    public double decades() {
        return StrictMath.log10(to / from);
    }
}
