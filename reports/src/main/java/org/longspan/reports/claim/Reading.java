package org.longspan.reports.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.ProbeFinding.Measured;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.claim.Derived;
import org.longspan.harness.record.claim.Quantity;
import org.longspan.harness.record.claim.Quantity.OfProbe;
import org.longspan.harness.record.claim.Quantity.OfRun;
import org.longspan.harness.record.claim.Quantity.Taking;
import org.longspan.reports.summary.Run;

/** Reads a number of a run. */
interface Reading {

    /** Sequence-forwards of the gradient of one sequence. */
    double GRADIENT = 3;

    /** Returns a value for each moment, NaN where there is none. */
    double[] values(PlanRun plan, Run run);

    /** Returns the reading of {@code quantity}. */
    static Reading of(Quantity quantity) {
        if (quantity instanceof OfRun number) {
            return (plan, run) -> new double[] {value(number, run)};
        }
        OfProbe probe = (OfProbe) quantity;
        return (plan, run) -> {
            List<ProbeLook> looks = plan.looks().apply(run.stored().id());
            return probe.moments().stream()
                    .mapToDouble(moment -> look(looks, probe.probe(), moment)
                            .map(measured -> value(probe, measured, run))
                            .orElse(Double.NaN))
                    .toArray();
        };
    }

    private static double value(OfRun number, Run run) {
        return switch (number) {
            case SCORE -> run.score();
            case SOLVED -> run.solved() ? 1 : 0;
            case COST -> run.cost();
            case STEP_COST -> {
                double updates = run.outcome() instanceof Outcome.Solved solved
                        ? solved.updates()
                        : run.stored().result().costs().updates();
                yield run.cost() / updates / (GRADIENT * run.trial().budget().batch());
            }
        };
    }

    private static Optional<Measured> look(List<ProbeLook> looks, String probe, String moment) {
        return looks.stream()
                .filter(look -> look.probe().equals(probe) && look.moment().equals(moment))
                .map(ProbeLook::finding)
                .filter(Measured.class::isInstance)
                .map(Measured.class::cast)
                .findFirst();
    }

    private static double value(OfProbe quantity, Measured measured, Run run) {
        Optional<Derived> derived = Derived.of(quantity);
        double[] values = derived.isPresent()
                ? new double[] {DerivedNumbers.of(derived.get(), measured, run)}
                : quantity.table().isEmpty()
                        ? new double[] {measured.number(quantity.number())}
                        : measured.table(quantity.table().get())
                                .map(table -> column(table, quantity.number(), quantity.where()))
                                .orElse(new double[0]);
        return taken(quantity.taking(), values);
    }

    /** Returns a column of the rows that have the wanted values. */
    private static double[] column(Table table, String column, Map<String, Double> where) {
        if (!table.columns().containsKey(column) || !table.columns().keySet().containsAll(where.keySet())) {
            return new double[0];
        }
        double[] values = table.column(column);
        boolean[] taken = new boolean[values.length];
        Arrays.fill(taken, true);
        where.forEach((name, wanted) -> {
            double[] has = table.column(name);
            for (int i = 0; i < taken.length; i++) {
                taken[i] &= has[i] == wanted;
            }
        });
        return IntStream.range(0, values.length)
                .filter(i -> taken[i])
                .mapToDouble(i -> values[i])
                .toArray();
    }

    /** Values that are no numbers are left out. */
    private static double taken(Taking taking, double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return switch (taking) {
            case LEAST -> sorted[0];
            case GREATEST -> sorted[sorted.length - 1];
            case MEDIAN -> median(sorted);
            case LOG10 -> StrictMath.log10(median(sorted));
        };
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
