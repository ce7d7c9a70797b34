package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.List;
import org.longspan.reports.statistics.HalfLength;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;

/**
 * How an arm fares as the task grows longer.
 *
 * @param arm of the grid
 * @param model its short name
 * @param task family and variant
 * @param lengths ascending, those that were evaluated
 * @param rates at each
 * @param half the length that it learns half of the time
 */
public record Span(Arm arm, String model, String task, List<Integer> lengths, List<Rate> rates, HalfLength half) {

    /** Returns the span of each arm that the plan has, on each model and task with a solved criterion, in the grid's order. */
    public static List<Span> of(ArrangedRun run) {
        List<Span> spans = new ArrayList<>();
        for (String task : run.solvableTaskNames()) {
            for (String model : run.modelsOf(task)) {
                for (String optimizer : run.optimizersOf(model)) {
                    for (String clipping : run.clippings()) {
                        spans.add(of(run, new Arm(optimizer, clipping), model, task));
                    }
                }
            }
        }
        return List.copyOf(spans);
    }

    private static Span of(ArrangedRun run, Arm arm, String model, String task) {
        List<CellResult> cells = run
                .cells(c -> c.arm().equals(arm)
                        && c.problem().model().equals(model)
                        && c.problem().task().equals(task)
                        && c.runs() > 0)
                .stream()
                .sorted((a, b) ->
                        Integer.compare(a.problem().length(), b.problem().length()))
                .toList();
        List<Integer> lengths = cells.stream().map(c -> c.problem().length()).toList();
        List<Rate> rates = cells.stream().map(c -> Rate.of(List.of(c))).toList();
        HalfLength half = HalfLength.of(
                lengths.stream().mapToInt(Integer::intValue).toArray(),
                rates.stream().mapToInt(Rate::solved).toArray(),
                rates.stream().mapToInt(Rate::runs).toArray());
        return new Span(arm, model, task, lengths, rates, half);
    }
}
