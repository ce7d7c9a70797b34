package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.ProbeFinding.Measured;
import org.longspan.harness.record.ProbeFinding.Table;

/**
 * The gradients of all updates of one run.
 *
 * @param run whose they are
 * @param found by the probe
 * @param updates its table: a row an update
 * @param steps its table: a row for each kind of step at each of the first cliffs
 */
record Norms(Probed run, Measured found, Table updates, Table steps) {

    /** Name of the probe. */
    static final String PROBE = "gradient-tail";

    /** A loss from which a run has lost its way: what comes after shows nothing of the ground that others learn on. */
    static final double LOST = 1e6;

    /** Updates side by side as one. */
    record Bin(double from, double to, double least, double median, double greatest, double trailing, double raised) {}

    /** A cliff at which steps were tried: the losses after each kind, in the order of {@link StepKind}. */
    record Cliff(long update, double norm, double before, double[] batch, double[] validation) {

        /** Returns whether the run had lost its way before. */
        boolean lost() {
            return !(before < LOST);
        }
    }

    /** Returns those of the runs that have any, in their order. */
    static List<Norms> of(List<Probed> runs) {
        List<Norms> all = new ArrayList<>();
        for (Probed run : runs) {
            run.last(PROBE).ifPresent(look -> {
                Measured found = (Measured) look.finding();
                if (found.table("updates").isPresent()
                        && found.table("updates").get().rows() > 0) {
                    Table none = new Table("steps", Map.of());
                    all.add(new Norms(
                            run,
                            found,
                            found.table("updates").get(),
                            found.table("steps").orElse(none)));
                }
            });
        }
        return all;
    }

    /** Returns how high the greatest gradient stands over the median one; 0 where nothing is finite. */
    double height() {
        double height = found.number("greatest over median");
        return Double.isFinite(height) ? height : 0;
    }

    /** Returns how much a reader sees in it: its height, unless it lost its way. */
    double worth() {
        return Arrays.stream(updates.column("loss before")).allMatch(before -> before < LOST) ? height() : -1;
    }

    /** Returns how high a cliff stands over the trailing median. */
    double height(Cliff cliff) {
        double[] update = updates.column("update");
        double[] trailing = updates.column("trailing median");
        int row = Arrays.binarySearch(update, cliff.update());
        return row < 0 ? 0 : cliff.norm() / trailing[row];
    }

    /** Returns the norm of every update, NaN where it is not finite. */
    double[] norms() {
        return updates.column("gradient norm");
    }

    /** Returns the greatest norm, NaN where none is finite. */
    double greatest() {
        return Arrays.stream(norms()).filter(Double::isFinite).max().orElse(Double.NaN);
    }

    /** Returns the updates in at most so many bins of equal width, without those in which no norm is finite. */
    List<Bin> bins(int most) {
        int rows = updates.rows();
        int size = (rows + most - 1) / most;
        double[] norms = norms();
        double[] trailing = updates.column("trailing median");
        double[] before = updates.column("loss before");
        double[] after = updates.column("loss after");
        List<Bin> bins = new ArrayList<>();
        for (int from = 0; from < rows; from += size) {
            int to = Math.min(rows, from + size);
            double[] finite = Arrays.stream(norms, from, to)
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            int raised = 0;
            for (int k = from; k < to; k++) {
                raised += after[k] > before[k] ? 1 : 0;
            }
            if (finite.length > 0) {
                bins.add(new Bin(
                        from,
                        to - 1,
                        finite[0],
                        finite[finite.length / 2],
                        finite[finite.length - 1],
                        trailing[to - 1],
                        (double) raised / (to - from)));
            }
        }
        return bins;
    }

    /** Returns the updates that begin a cliff. */
    List<Integer> cliffs() {
        double[] cliff = updates.column("cliff");
        List<Integer> cliffs = new ArrayList<>();
        for (int k = 0; k < cliff.length; k++) {
            if (cliff[k] > 0) {
                cliffs.add(k);
            }
        }
        return cliffs;
    }

    /** Returns the cliffs at which steps were tried. */
    List<Cliff> tried() {
        if (steps.rows() == 0) {
            return List.of();
        }
        double[] update = steps.column("update");
        double[] kind = steps.column("kind");
        List<Cliff> cliffs = new ArrayList<>();
        for (int row = 0; row < steps.rows(); row++) {
            if (cliffs.isEmpty() || cliffs.get(cliffs.size() - 1).update() != (long) update[row]) {
                double[] batch = new double[StepKind.values().length];
                double[] validation = new double[batch.length];
                Arrays.fill(batch, Double.NaN);
                Arrays.fill(validation, Double.NaN);
                cliffs.add(new Cliff(
                        (long) update[row],
                        steps.column("gradient norm")[row],
                        steps.column("batch loss before")[row],
                        batch,
                        validation));
            }
            Cliff cliff = cliffs.get(cliffs.size() - 1);
            cliff.batch()[(int) kind[row]] = steps.column("batch loss")[row];
            cliff.validation()[(int) kind[row]] = steps.column("validation loss")[row];
        }
        return cliffs;
    }
}
