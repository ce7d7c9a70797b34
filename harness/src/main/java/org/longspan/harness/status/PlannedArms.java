package org.longspan.harness.status;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.LeftOut;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.ProblemChoice;
import org.longspan.harness.record.TaskChoice;

/**
 * The arms that a manifest crosses, with their blocks and the tuning trials of a block, as if none were skipped: the
 * manifest does not name the arms that make no sense, it only counts their trials as one.
 */
final class PlannedArms {

    /**
     * The trials of an arm on a problem.
     *
     * @param blocks number of blocks
     * @param tuning trials of a block that try settings; 0 where there is nothing to choose from
     */
    record Size(int blocks, int tuning) {

        int trials() {
            return blocks * (tuning + 1);
        }
    }

    private PlannedArms() {}

    /** Returns the size of every arm, in the manifest's order. */
    static Map<ArmOfProblem, Size> of(Manifest manifest) {
        Map<ArmOfProblem, Size> arms = new LinkedHashMap<>();
        for (TaskEntry entry : manifest.design().tasks()) {
            for (ModelChoice model : manifest.design().models()) {
                Set<String> without = without(manifest, model, entry.task());
                for (MethodEntry optimizer : manifest.design().optimizers()) {
                    if (!without.contains(optimizer.name())) {
                        add(arms, manifest, new ProblemChoice(entry.task(), model), optimizer);
                    }
                }
            }
        }
        return arms;
    }

    private static void add(
            Map<ArmOfProblem, Size> arms, Manifest manifest, ProblemChoice problem, MethodEntry optimizer) {
        Manifest.Tuning tuning = manifest.tuning();
        for (MethodEntry clipping : manifest.design().clippings()) {
            boolean tuned = !optimizer.ranges().isEmpty() || !clipping.ranges().isEmpty();
            int settings = tuned && tuning.settings() > 1 ? tuning.settings() : 0;
            int blocks = clipping.name().equals(tuning.control()) ? tuning.controlBlocks() : tuning.blocks();
            for (String schedule : names(manifest.design().schedules())) {
                for (String policy : names(manifest.design().policies())) {
                    arms.put(
                            new ArmOfProblem(problem, optimizer.name(), clipping.name(), schedule, policy),
                            new Size(blocks, settings));
                }
            }
        }
    }

    private static List<String> names(List<MethodEntry> methods) {
        return methods.stream().map(MethodEntry::name).toList();
    }

    /** Returns the optimizers that do not train {@code model} on {@code task}. */
    private static Set<String> without(Manifest manifest, ModelChoice model, TaskChoice task) {
        Set<String> without = new HashSet<>(); // never iterated
        for (LeftOut pair : manifest.design().leftOut()) {
            boolean meant = pair.model().equals(model) && (pair.task() == null || task.equals(pair.task()));
            if (meant) {
                without.addAll(pair.optimizers());
            }
        }
        return without;
    }
}
