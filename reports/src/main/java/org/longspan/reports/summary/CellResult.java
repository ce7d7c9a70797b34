package org.longspan.reports.summary;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Trial;
import org.longspan.reports.statistics.ExpectedCost;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.statistics.MedianCost;
import org.longspan.reports.statistics.WilsonInterval;

/**
 * One arm on one problem, over its blocks, schedules and policies. All its figures come from evaluation runs, whose
 * seeds no choice has seen; a run that diverged or failed counts in every denominator.
 *
 * @param arm optimizer and clipping
 * @param problem model, task and length
 * @param evaluation runs that judge the setting that their block chose
 * @param tuning runs that settings were chosen from
 * @param skipReason why nothing was run, though the plan asks for it
 * @param leftOut whether the plan does not ask for it
 */
public record CellResult(
        Arm arm,
        Problem problem,
        List<Run> evaluation,
        List<Run> tuning,
        Optional<String> skipReason,
        boolean leftOut) {

    public CellResult {
        evaluation = List.copyOf(evaluation);
        tuning = List.copyOf(tuning);
    }

    /** Returns the number of evaluation runs. */
    public int runs() {
        return evaluation.size();
    }

    /** Returns how many of them solved. */
    public int solved() {
        return (int) evaluation.stream().filter(Run::solved).count();
    }

    /** Returns how many of them diverged. */
    public int diverged() {
        return (int) evaluation.stream().filter(Run::diverged).count();
    }

    /** Returns {@code evaluated}, {@code left-out}, {@code skipped} or {@code missing}. */
    public String state() {
        if (runs() > 0) {
            return "evaluated";
        }
        return leftOut ? "left-out" : skipReason.isPresent() ? "skipped" : "missing";
    }

    /** Returns whether there is a solved criterion, so that a rate and a cost to solve have a meaning. */
    public boolean solvable() {
        return problem.entry().solvable();
    }

    /** Returns the interval of the solved rate, if anything was run that could be solved. */
    public Optional<Interval> interval() {
        return runs() == 0 || !solvable() ? Optional.empty() : Optional.of(WilsonInterval.of(solved(), runs()));
    }

    /** Returns the mean score S, if anything was run that could be solved. */
    public OptionalDouble score() {
        return solvable() ? evaluation.stream().mapToDouble(Run::score).average() : OptionalDouble.empty();
    }

    /** Returns the median cost to solve, if anything was run that could be solved. */
    public Optional<MedianCost> medianCost() {
        if (runs() == 0 || !solvable()) {
            return Optional.empty();
        }
        long[] costs =
                evaluation.stream().filter(Run::solved).mapToLong(Run::cost).toArray();
        long watched = evaluation.stream()
                .filter(run -> !run.solved())
                .mapToLong(Run::cost)
                .max()
                .orElse(0);
        return Optional.of(MedianCost.of(costs, runs(), watched));
    }

    /** Returns the cost of all runs over the number solved, if any was. */
    public OptionalDouble expectedCost() {
        return ExpectedCost.of(evaluation.stream().mapToLong(Run::cost).sum(), solved());
    }

    /** Returns how many evaluation runs diverged in each way. */
    public Map<Outcome.Cause, Integer> causes() {
        return causes(evaluation);
    }

    /** Returns how many of {@code runs} diverged in each way. */
    public static Map<Outcome.Cause, Integer> causes(List<Run> runs) {
        Map<Outcome.Cause, Integer> counts = new EnumMap<>(Outcome.Cause.class);
        for (Run run : runs) {
            if (run.outcome() instanceof Outcome.Diverged d) {
                counts.merge(d.cause(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Returns the trials with the settings that its blocks chose, one for each block, schedule and policy so far. */
    public List<Trial> chosen() {
        return evaluation.stream().map(Run::trial).toList();
    }
}
