package org.longspan.reports.summary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Trial;

/**
 * What the measurement of threshold units cost. Every trial names the cost of its own unit, but all trials of a kin in
 * a block of a problem share it, so it counts once for each unit of a block.
 */
public final class UnitCosts {

    private UnitCosts() {}

    /** Returns the sum in sequence-forwards. */
    public static long of(List<Run> runs) {
        Map<List<Object>, Long> costs = new HashMap<>(); // summed up, so its order does not matter
        for (Run run : runs) {
            Trial trial = run.trial();
            List<Object> unit = List.of(
                    trial.task(),
                    trial.model(),
                    trial.replicate().kin(),
                    trial.replicate().block(),
                    run.stored().result().thresholdUnits());
            costs.merge(unit, run.stored().result().costs().unitSequenceForwards(), Math::max);
        }
        return costs.values().stream().mapToLong(Long::longValue).sum();
    }
}
