package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.List;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.Run;

/**
 * The clippings whose curves are drawn in one colour: each on its own, or, where a figure would hold more runs than a
 * reader can follow, the control and all others together.
 *
 * @param name of the clipping or what they are together
 * @param colour classes of its lines
 * @param each whether every run is drawn beside their median
 * @param clippings names
 */
record CurveGroup(String name, String colour, boolean each, List<String> clippings) {

    /** With more evaluation runs clippings are drawn together. */
    private static final int MOST_RUNS = 200;

    /** Returns whether the runs of {@code problem} are too many to draw each. */
    static boolean pools(ArrangedRun run, Problem problem) {
        return run.clippings().size() > 2
                && run.cells(c -> c.problem().equals(problem)).stream()
                                .mapToInt(c -> c.evaluation().size())
                                .sum()
                        > MOST_RUNS;
    }

    /** Returns the groups of {@code problem}. */
    static List<CurveGroup> of(ArrangedRun run, Problem problem) {
        List<CurveGroup> groups = new ArrayList<>();
        if (!pools(run, problem)) {
            for (int c = 0; c < run.clippings().size(); c++) {
                String clipping = run.clippings().get(c);
                groups.add(new CurveGroup(clipping, Colour.ofClipping(c), true, List.of(clipping)));
            }
            return groups;
        }
        List<String> others = new ArrayList<>(run.clippings());
        String control = run.manifest().tuning().control();
        if (others.remove(control)) {
            groups.add(new CurveGroup(control, Colour.ofClipping(0), true, List.of(control)));
        }
        groups.add(new CurveGroup(
                "all " + others.size() + " other clippings together", Colour.ofClipping(1), false, others));
        return groups;
    }

    /** Returns its evaluation runs of one optimizer on {@code problem}. */
    List<Run> runs(ArrangedRun run, String optimizer, Problem problem) {
        return run
                .cells(c -> c.problem().equals(problem)
                        && c.arm().optimizer().equals(optimizer)
                        && clippings.contains(c.arm().clipping()))
                .stream()
                .flatMap(c -> c.evaluation().stream())
                .toList();
    }
}
