package org.longspan.harness.estimate;

import java.util.ArrayList;
import java.util.List;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.grid.StepCosts;
import org.longspan.harness.plugin.PlugInError;
import org.longspan.harness.run.PlugInUse;
import org.longspan.harness.run.Workbench;
import org.longspan.model.Network;

/** Adds up the times of the networks of a plan, each on one task: timed, or reckoned from the last one timed. */
final class NetworkTimes {

    private final StepCosts costs;
    private final Workbench bench;
    private final PlugInUse use;
    private final List<Estimate.Row> rows = new ArrayList<>();
    private double coreSeconds;
    private double secondsOfAMultiplyAdd; // in a trial of the last network timed
    private int reckoned;

    NetworkTimes(StepCosts costs, Workbench bench, PlugInUse use) {
        this.costs = costs;
        this.bench = bench;
        this.use = use;
    }

    /** Times the trials of {@code cells}, all of one network and task. */
    void time(List<GridCell> cells) {
        GridCell first = cells.get(0);
        List<Estimate.Row> timed = PlugInError.guard(use.of(first.model(), first.task()), () -> {
            if (rows.isEmpty()) { // the compiler takes longest for the first network
                new TrialTimes(cells, costs, bench);
            }
            return new TrialTimes(cells, costs, bench).rows();
        });
        rows.addAll(timed);
        double seconds = timed.stream()
                .mapToDouble(row -> row.secondsOfATrial() * row.trials())
                .sum();
        coreSeconds += seconds;
        int trials = TrialTimes.trials(cells);
        if (trials > 0) {
            secondsOfAMultiplyAdd = seconds / trials / multiplyAdds(cells);
        }
    }

    /** Reckons the trials of {@code cells} to take as long for a multiply-add as those timed last. */
    void reckon(List<GridCell> cells) {
        coreSeconds += secondsOfAMultiplyAdd * multiplyAdds(cells) * TrialTimes.trials(cells);
        reckoned++;
    }

    private double multiplyAdds(List<GridCell> cells) {
        GridCell first = cells.get(0);
        Network network = PlugInError.guard(
                use.of(first.model(), first.task()), () -> bench.network(first.model(), first.task()));
        return network.multiplyAdds(network.task().steps(), 1);
    }

    double coreSeconds() {
        return coreSeconds;
    }

    List<Estimate.Row> rows() {
        return List.copyOf(rows);
    }

    int reckoned() {
        return reckoned;
    }
}
