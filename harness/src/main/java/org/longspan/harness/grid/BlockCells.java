package org.longspan.harness.grid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.key.Axes;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Factors;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.ProblemChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.numerics.catalogue.Entry;

/** The cells of one problem, block by block: every optimizer under the clippings that are dealt to the block. */
final class BlockCells {

    private final Plan plan;
    private final TaskChoice task;
    private final ModelChoice model;
    private final MethodCatalogue methods;
    private final Deal deal;
    private final Map<List<String>, Optional<String>> skips = new HashMap<>(); // never iterated
    private final Sense sense;

    BlockCells(Plan plan, ProblemChoice problem, MethodCatalogue methods, Sense sense) {
        this.plan = plan;
        this.task = problem.task();
        this.model = problem.model();
        this.methods = methods;
        this.sense = sense;
        this.deal = new Deal(plan, task, model);
    }

    /** Adds the cells of a block. A skipped arm is in the first of its blocks alone, and so is said once. */
    void addTo(List<GridCell> cells, int block) {
        Factors factors = plan.factors();
        Map<String, List<Choice>> clippings = new HashMap<>(); // by kin and name; never iterated
        for (Choice optimizer : factors.optimizersOf(model)) {
            Entry<?> entry = methods.optimizers().named(optimizer.name());
            DrawnSettings draws = draws(entry.kin(), block);
            List<Choice> optimizers = draws.ofOptimizer(entry, optimizer);
            for (Choice clipping : factors.clippings()) {
                Optional<String> skip = skip(optimizers.get(0), clipping);
                if (skip.isPresent() ? deal.first(clipping) != block : !deal.has(clipping, block)) {
                    continue;
                }
                List<Choice> thresholds = clippings.computeIfAbsent(
                        entry.kin() + " " + clipping.name(),
                        key -> draws.ofClipping(methods.clippings().named(clipping.name()), clipping));
                for (Choice schedule : factors.schedules()) {
                    for (Choice policy : factors.policies()) {
                        GridArm arm = new GridArm(entry.kin(), optimizers, thresholds, schedule, policy);
                        cells.add(new GridCell(plan, model, task, arm, block, skip, Optional.empty()));
                    }
                }
            }
        }
    }

    private DrawnSettings draws(String kin, int block) {
        return new DrawnSettings(
                Axes.block(plan.rules().seed(), task, model, kin, block),
                plan.tier().settings());
    }

    /** Whether an arm makes sense depends on no tuned setting, so its first ones stand for all. */
    private Optional<String> skip(Choice optimizer, Choice clipping) {
        Entry<?> entry = methods.clippings().named(clipping.name());
        return skips.computeIfAbsent(
                List.of(optimizer.name(), clipping.name()),
                arm -> sense.skip(model, optimizer, new Choice(clipping.name(), entry.complete(clipping.settings()))));
    }
}
