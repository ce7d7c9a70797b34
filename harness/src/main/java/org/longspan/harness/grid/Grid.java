package org.longspan.harness.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.record.ProblemChoice;
import org.longspan.harness.record.Sample;
import org.longspan.harness.refusal.UserError;

/**
 * Every arm on every model and task, in its blocks, except the pairs that the plan excludes. Cells are independent of
 * each other, so no barrier is needed.
 *
 * @param plan of the grid
 * @param cells ordered by block, task, model, optimizer and clipping, so that a run that is stopped has whole blocks;
 *     where the plan has a sample, those with a trial in it
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
        List<GridCell> cells = new ArrayList<>();
        Map<ProblemChoice, BlockCells> problems = new HashMap<>(); // never iterated
        for (int block = 0; block < plan.tier().controlBlocks(); block++) {
            for (ProblemChoice problem : plan.factors().problems()) {
                problems.computeIfAbsent(problem, one -> new BlockCells(plan, one, methods, sense))
                        .addTo(cells, block);
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
        int population = able.stream().mapToInt(cell -> cell.known().size()).sum();
        if (sample.trials() > population) {
            throw new UserError("plan " + plan.name() + ", sample.trials: " + sample.trials()
                    + " is given, expected at most " + population
                    + ", the trials that try settings in all cells that are not skipped");
        }
        SampleDraw draw = new SampleDraw(sample, population);
        List<GridCell> drawn = able.stream()
                .map(cell -> cell.sampled(draw))
                .filter(cell -> cell.trials() > 0)
                .toList();
        return new Grid(plan, drawn, OptionalInt.of(population));
    }

    /** Counts the trials. The count is exact unless a threshold turns out to have no unit. */
    public GridCounts counts() {
        int tuning = 0;
        int trials = 0;
        Set<List<Object>> arms = new HashSet<>(); // never iterated
        Map<String, Integer> skips = new TreeMap<>();
        for (GridCell cell : cells) {
            tuning += cell.tuningTrials();
            trials += cell.trials();
            arms.add(List.of(
                    cell.task(),
                    cell.model(),
                    cell.arm().optimizer(),
                    cell.arm().clipping(),
                    cell.arm().schedule(),
                    cell.arm().policy()));
            cell.skip().ifPresent(reason -> skips.merge(reason, 1, Integer::sum));
        }
        return new GridCounts(arms.size(), cells.size(), tuning, skips, trials, drawnFrom);
    }
}
