package org.longspan.harness;

import java.util.HashMap;
import java.util.Map;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.run.Workbench;
import org.longspan.model.Network;
import org.longspan.numerics.oracle.SequenceForwards;

/** The expected work of a trial: the multiply-adds of its whole budget. */
final class Workload {

    private final Map<ModelChoice, Map<TaskChoice, Double>> work = new HashMap<>(); // never iterated

    Workload(Plan plan, Workbench bench) {
        for (ModelChoice model : plan.factors().models()) {
            Map<TaskChoice, Double> ofModel = new HashMap<>();
            for (TaskChoice task : plan.factors().tasks()) {
                boolean skipped = bench.unsuited(model).isPresent();
                ofModel.put(task, skipped ? 0 : work(plan.rules().budget(), bench.network(model, task)));
            }
            work.put(model, ofModel);
        }
    }

    /** Returns the expected work of a trial in multiply-adds; 0 if its model cannot be built. */
    double of(ModelChoice model, TaskChoice task) {
        return work.get(model).get(task);
    }

    private static double work(Budget budget, Network network) {
        double gradients = Math.min(
                (double) budget.updates() * budget.batch(),
                (double) budget.sequenceForwards() / SequenceForwards.GRADIENT);
        return gradients * network.multiplyAdds(network.task().steps(), 1);
    }
}
