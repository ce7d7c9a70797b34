package org.longspan.reports.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.longspan.harness.record.claim.Axis;
import org.longspan.harness.record.claim.Cell;
import org.longspan.harness.record.claim.Quantity;
import org.longspan.harness.record.claim.Side;
import org.longspan.reports.summary.Run;

/**
 * An evaluation run and its number.
 *
 * @param cell where it stands
 * @param kin of its optimizer
 * @param block its replicate
 * @param values one for each moment, NaN where there is none
 */
record Row(Cell cell, String kin, int block, double[] values) {

    /** Returns the evaluation runs of a side, in the grid's order. */
    static List<Row> of(PlanRun plan, Side side, Quantity quantity) {
        Reading reading = Reading.of(quantity);
        List<Row> rows = new ArrayList<>();
        runs(plan, side)
                .forEach(run -> rows.add(new Row(
                        Cell.of(run.trial()), run.trial().replicate().kin(), run.block(), reading.values(plan, run))));
        return rows;
    }

    static Stream<Run> runs(PlanRun plan, Side side) {
        return plan.run().runs().stream()
                .filter(run -> run.evaluates() && !run.skipped() && side.takes(Cell.of(run.trial())));
    }

    /** Returns the mean over moments, NaN if none has a value. */
    double mean() {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    boolean missing() {
        return Double.isNaN(mean());
    }

    /** Returns this run with the difference of its values and those of {@code other}, moment by moment. */
    Row minus(Row other) {
        double[] differences = values.length == other.values.length
                ? IntStream.range(0, values.length)
                        .mapToDouble(i -> values[i] - other.values[i])
                        .toArray()
                : new double[] {mean() - other.mean()};
        return new Row(cell, kin, block, differences);
    }

    /** Returns where it stands on all axes but some, with its block. */
    List<Object> besides(Set<Axis> compared) {
        List<Object> key = new ArrayList<>();
        for (Axis axis : Axis.values()) {
            key.add(compared.contains(axis) ? "" : cell.on(axis));
        }
        key.add(block);
        return List.copyOf(key);
    }

    /**
     * Returns what the runs that share its luck have in common: kin, problem and block, without what is compared. Runs of
     * models that are compared share no draw, but a block each.
     */
    List<Object> cluster(Set<Axis> compared) {
        return List.of(
                compared.contains(Axis.OPTIMIZER) ? "" : kin,
                compared.contains(Axis.MODEL) ? "" : cell.model(),
                compared.contains(Axis.TASK) ? "" : cell.on(Axis.TASK),
                compared.contains(Axis.LENGTH) ? "" : cell.on(Axis.LENGTH),
                block);
    }
}
