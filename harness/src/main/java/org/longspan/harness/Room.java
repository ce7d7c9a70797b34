package org.longspan.harness;

import org.longspan.harness.plugin.PlugInError;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.run.PlugInUse;
import org.longspan.harness.run.Workbench;
import org.longspan.numerics.Block;

/**
 * Whether networks fit into a trial's workspace.
 *
 * @param bench that makes the networks
 * @param use whose code a network runs
 * @param batch sequences of a mini-batch
 * @param where begins the message, such as {@code plan quick}
 */
record Room(Workbench bench, PlugInUse use, int batch, String where) {

    /**
     * Refuses a network that does not fit; one that cannot be built is skipped later, with its reason.
     *
     * @throws UserError naming the network and its size
     */
    void require(ModelChoice model, TaskChoice task) {
        PlugInError.guard(use.of(model, task), () -> sequences(model, task));
    }

    private int sequences(ModelChoice model, TaskChoice task) {
        try {
            boolean skipped = bench.unsuited(model).isPresent();
            return skipped ? 0 : bench.network(model, task).capacityFor(batch);
        } catch (IllegalArgumentException e) {
            String what = e instanceof Block.TooLarge
                    ? "it has more than " + Integer.MAX_VALUE + " weights, the most that fit"
                    : e.getMessage();
            throw new UserError(
                    where + ": model " + model.cell().name() + " with " + model.hidden() + " units on task "
                            + task.family() + ", length " + task.length() + ": " + what,
                    e);
        }
    }
}
