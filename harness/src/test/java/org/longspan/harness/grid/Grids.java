package org.longspan.harness.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.Plans;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialEnd;
import org.longspan.harness.record.TrialResult;

/** Grids of made-up methods: three optimizers, two of them kin, and three clippings. */
final class Grids {

    static final Sense ALL_MAKES_SENSE = (model, optimizer, clipping) -> Optional.empty();
    static final MethodCatalogue METHODS = FakeMethods.withKin();

    private static final String PROBLEM = """
            models: [{cell: plain, hidden: 8}]
            tasks: [{family: recall, lengths: [3]}]
            budget: {updates: 40}
            """;

    private Grids() {}

    /** Returns the grid of a plan with one problem and these keys, each on a line of its own. */
    static Grid of(String keys) {
        return of(keys, ALL_MAKES_SENSE);
    }

    static Grid of(String keys, Sense sense) {
        return ofPlan(keys + "\n" + PROBLEM, sense);
    }

    static Grid ofPlan(String text) {
        return ofPlan(text, ALL_MAKES_SENSE);
    }

    private static Grid ofPlan(String text, Sense sense) {
        return Grid.of(Plans.read(METHODS, text), METHODS, sense);
    }

    /** Returns the cell of an arm in a block. */
    static GridCell cell(Grid grid, String optimizer, String clipping, int block) {
        return grid.cells().stream()
                .filter(cell -> cell.arm().optimizer().equals(optimizer)
                        && cell.arm().clipping().equals(clipping)
                        && cell.block() == block)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the trials of a cell in the order in which they run. */
    static List<Trial> walk(GridCell cell, Function<Trial, TrialResult> run) {
        Map<Trial, TrialEnd> results = new HashMap<>();
        List<Trial> trials = new ArrayList<>();
        for (List<Trial> next = cell.next(results); !next.isEmpty(); next = cell.next(results)) {
            for (Trial trial : next) {
                trials.add(trial);
                results.put(trial, TrialEnd.of(run.apply(trial)));
            }
        }
        return trials;
    }
}
