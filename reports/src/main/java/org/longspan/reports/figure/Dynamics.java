package org.longspan.reports.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.longspan.harness.record.StepSummary;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.Run;

/**
 * What the steps of some runs were like between two looks, NaN where fewer than half of the runs train. Norms are
 * medians over runs. The share of clipped steps is a mean: some clippings never act and others always, and the median of
 * two such heaps would jump between them.
 *
 * @param optimizer of the runs
 * @param clipped whether they are all those with clipping, or all without
 * @param runs all of them
 * @param updates at which the runs were looked at, ascending
 * @param share of the steps since the look before that were clipped
 * @param before norm of the gradient before clipping
 * @param after norm of the gradient after clipping
 * @param update norm of the update
 */
record Dynamics(
        String optimizer,
        boolean clipped,
        List<Run> runs,
        long[] updates,
        double[] share,
        double[] before,
        double[] after,
        double[] update) {

    /** Returns those of one optimizer on {@code problem}, if a run of it made a step. */
    static Optional<Dynamics> of(ArrangedRun run, Problem problem, String optimizer, boolean clipped) {
        List<Run> runs = run
                .cells(c -> c.problem().equals(problem)
                        && c.arm().optimizer().equals(optimizer)
                        && run.clips(c.arm().clipping()) == clipped)
                .stream()
                .flatMap(c -> c.evaluation().stream())
                .toList();
        Curve share = Curve.ofSteps(runs, StepSummary::clippedShare);
        if (DoubleStream.of(share.meanOfHalf()).allMatch(Double::isNaN)) {
            return Optional.empty();
        }
        return Optional.of(new Dynamics(
                optimizer,
                clipped,
                runs,
                share.updates(),
                share.meanOfHalf(),
                Curve.ofSteps(runs, StepSummary::gradientNorm).medianOfHalf(),
                Curve.ofSteps(runs, StepSummary::clippedNorm).medianOfHalf(),
                Curve.ofSteps(runs, StepSummary::updateNorm).medianOfHalf()));
    }

    /** Returns the ends of a logarithmic axis that holds two norms of {@code all}, of at most ten decades. */
    static double[] range(List<Dynamics> all, Function<Dynamics, double[]> one, Function<Dynamics, double[]> other) {
        double[] norms = all.stream()
                .flatMap(of -> Stream.of(one.apply(of), other.apply(of)))
                .flatMapToDouble(DoubleStream::of)
                .filter(norm -> norm > 0)
                .toArray();
        double top = 1.3 * DoubleStream.of(norms).max().orElse(1);
        double bottom = DoubleStream.of(norms).min().orElse(0.1) / 1.3;
        return new double[] {Math.max(Math.min(bottom, top / 10), top * 1e-10), top};
    }
}
