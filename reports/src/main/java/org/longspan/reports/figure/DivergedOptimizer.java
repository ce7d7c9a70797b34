package org.longspan.reports.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.RateRange;
import org.longspan.reports.summary.Run;

/**
 * An optimizer of which a trial diverged.
 *
 * @param optimizer its name
 * @param range of its learning rate, or of the setting that it has instead
 * @param arms those that diverged at least once
 * @param trials of all its arms that ran, of tuning and evaluation
 */
record DivergedOptimizer(String optimizer, RateRange range, List<ArmTrials> arms, int trials) {

    /** The trials of an arm that ran, in the order of the grid. */
    record ArmTrials(Arm arm, List<Run> runs) {

        long diverged() {
            return runs.stream().filter(Run::diverged).count();
        }

        /** Whether its threshold is a multiple of a unit that was measured. */
        boolean relative() {
            return runs.stream().anyMatch(one -> threshold(one).isPresent());
        }
    }

    /** Returns {@code optimizer} with its arms, if one diverged and there is a setting to draw that over. */
    static Optional<DivergedOptimizer> of(ArrangedRun run, String optimizer) {
        List<ArmTrials> all = arms(run, optimizer);
        List<ArmTrials> arms = all.stream().filter(arm -> arm.diverged() > 0).toList();
        int trials = all.stream().mapToInt(arm -> arm.runs().size()).sum();
        return arms.isEmpty()
                ? Optional.empty()
                : RateRange.ofAny(run, optimizer).map(range -> new DivergedOptimizer(optimizer, range, arms, trials));
    }

    /** Returns the arms of an optimizer that ran. */
    static List<ArmTrials> arms(ArrangedRun run, String optimizer) {
        return run.clippings().stream()
                .map(clipping -> new Arm(optimizer, clipping))
                .map(arm -> new ArmTrials(arm, trials(run, arm)))
                .filter(arm -> !arm.runs().isEmpty())
                .toList();
    }

    private static List<Run> trials(ArrangedRun run, Arm arm) {
        return run.cells(c -> c.arm().equals(arm)).stream()
                .flatMap(c -> Stream.concat(c.tuning().stream(), c.evaluation().stream()))
                .toList();
    }

    /** Returns the threshold of a trial in units, if it was measured in any. */
    static Optional<Double> threshold(Run one) {
        Object value = one.trial().clipping().settings().values().get("threshold");
        boolean relative = !one.stored().result().thresholdUnits().isEmpty();
        return relative && value instanceof Double d && d > 0 ? Optional.of(d) : Optional.empty();
    }

    /** Returns how many trials diverged. */
    long diverged() {
        return arms.stream().mapToLong(ArmTrials::diverged).sum();
    }

    /** Returns how many trials of its arms did not. */
    long others() {
        return arms.stream().mapToLong(arm -> arm.runs().size()).sum() - diverged();
    }
}
