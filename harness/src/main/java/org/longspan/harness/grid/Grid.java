package org.longspan.harness.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.method.MethodList;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Sample;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.refusal.UserError;

/**
 * Every arm on every model and task, except the pairs that the plan excludes. Cells are independent of each other, so
 * no barrier is needed.
 *
 * @param plan of the grid
 * @param cells ordered by task, model, optimizer and clipping; where the plan has a sample, those with a trial in it
 * @param drawnFrom number of trials that the sample is drawn from; empty if the plan has none
 */
public record Grid(Plan plan, List<GridCell> cells, OptionalInt drawnFrom) {

    public Grid {
        cells = List.copyOf(cells);
    }

    /**
     * Crosses all factors of the plan, and draws its sample if it has one.
     *
     * @throws UserError if the plan has fewer trials than its sample
     */
    public static Grid of(Plan plan, MethodCatalogue methods, Sense sense) {
        DrawnSettings draws = DrawnSettings.of(plan.tier(), plan.rules().seed());
        List<List<Choice>> optimizers = settings(
                draws,
                DrawnSettings.Kind.OPTIMIZER,
                methods.optimizers(),
                plan.factors().optimizers(),
                plan);
        List<List<Choice>> clippings = settings(
                draws,
                DrawnSettings.Kind.CLIPPING,
                methods.clippings(),
                plan.factors().clippings(),
                plan);
        List<List<Arm>> arms = plan.factors().models().stream()
                .map(model -> arms(model, optimizers(plan, model, optimizers), clippings, sense))
                .toList();
        List<GridCell> cells = new ArrayList<>();
        for (TaskChoice task : plan.factors().tasks()) {
            for (int i = 0; i < arms.size(); i++) {
                ModelChoice model = plan.factors().models().get(i);
                arms.get(i)
                        .forEach(arm -> cells.add(new GridCell(
                                plan, model, task, arm.optimizers, arm.clippings, arm.skip, Optional.empty())));
            }
        }
        Grid whole = new Grid(plan, cells, OptionalInt.empty());
        return plan.sample().map(whole::sampled).orElse(whole);
    }

    /** Returns this grid itself where every cell is skipped, so that a run can tell why it has nothing to do. */
    private Grid sampled(Sample sample) {
        List<GridCell> able =
                cells.stream().filter(cell -> cell.skip().isEmpty()).toList();
        if (able.isEmpty()) {
            return this;
        }
        Manifest.Stage first = plan.tier().stages().get(0);
        int population = able.stream().mapToInt(cell -> cell.count(first)).sum();
        if (sample.trials() > population) {
            throw new UserError("plan " + plan.name() + ", sample.trials: " + sample.trials()
                    + " is given, expected at most " + population + ", the trials of the stage " + first.name()
                    + " in all cells that are not skipped");
        }
        SampleDraw draw = new SampleDraw(sample, population);
        List<GridCell> drawn = able.stream()
                .map(cell -> cell.sampled(draw))
                .filter(cell -> cell.count(first) > 0)
                .toList();
        return new Grid(plan, drawn, OptionalInt.of(population));
    }

    /** An optimizer under a clipping on one model, on every task. */
    private record Arm(List<Choice> optimizers, List<Choice> clippings, Optional<String> skip) {}

    private static List<Arm> arms(
            ModelChoice model, List<List<Choice>> optimizers, List<List<Choice>> clippings, Sense sense) {
        List<Arm> arms = new ArrayList<>();
        for (List<Choice> optimizer : optimizers) {
            for (List<Choice> clipping : clippings) {
                arms.add(new Arm(optimizer, clipping, sense.skip(model, optimizer.get(0), clipping.get(0))));
            }
        }
        return arms;
    }

    /** Returns the settings of the optimizers that train {@code model}. */
    private static List<List<Choice>> optimizers(Plan plan, ModelChoice model, List<List<Choice>> settings) {
        Set<String> names = plan.factors().optimizersOf(model).stream()
                .map(Choice::name)
                .collect(Collectors.toSet()); // never iterated
        return settings.stream()
                .filter(optimizer -> names.contains(optimizer.get(0).name()))
                .toList();
    }

    /** Returns the cells of each network on each task, in order. */
    public List<List<GridCell>> networks() {
        List<List<GridCell>> networks = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= cells.size(); i++) {
            if (i == cells.size() || !cells.get(i).isLike(cells.get(begin))) {
                networks.add(cells.subList(begin, i));
                begin = i;
            }
        }
        return networks;
    }

    /** Counts the trials. The count is exact unless an arm turns out to have no threshold unit. */
    public GridCounts counts() {
        List<GridCounts.StageCount> stages = new ArrayList<>();
        int trials = 0;
        for (Manifest.Stage stage : plan.tier().stages()) {
            int count = cells.stream().mapToInt(cell -> cell.count(stage)).sum();
            stages.add(new GridCounts.StageCount(
                    stage.name(), stage.arms(), stage.repetitions().size(), count));
            trials += count;
        }
        Map<String, Integer> skips = new TreeMap<>();
        cells.forEach(cell -> cell.skip().ifPresent(reason -> skips.merge(reason, 1, Integer::sum)));
        return new GridCounts(cells.size(), stages, skips, trials, drawnFrom);
    }

    private static List<List<Choice>> settings(
            DrawnSettings draws, DrawnSettings.Kind kind, MethodList<?> list, List<Choice> choices, Plan plan) {
        return choices.stream()
                .map(choice -> IntStream.range(0, plan.tier().settings())
                        .mapToObj(i -> draws.choice(kind, list.named(choice.name()), choice, i))
                        .toList())
                .toList();
    }
}
