package org.longspan.reports.finding;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.longspan.harness.record.Outcome;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Run;

/**
 * Finds the clippings that were judged where they act: all their evaluation runs have a threshold from 0.1 to 1 of the
 * unit that was measured at initialization. It goes by the settings that ran, whether the plan gave them or a block
 * chose them, not by the range in the catalogue. An absolute threshold, and a scheme whose threshold has no unit, are
 * not known to act.
 */
final class ActingClippings {

    private static final String THRESHOLD = "threshold";
    private static final double FROM = 0.1;
    private static final double TO = 1;

    private ActingClippings() {}

    /** Returns their places among the clippings of {@code run}. */
    static Set<Integer> of(ArrangedRun run) {
        Map<Integer, Boolean> acts = new TreeMap<>();
        for (CellResult cell : run.cells(CellResult::solvable)) {
            int clipping = run.clippings().indexOf(cell.arm().clipping());
            for (Run one : cell.evaluation()) {
                if (!(one.outcome() instanceof Outcome.Failed)) { // of which no unit is known
                    acts.merge(clipping, acts(one), Boolean::logicalAnd);
                }
            }
        }
        acts.values().removeIf(all -> !all);
        return Set.copyOf(acts.keySet());
    }

    private static boolean acts(Run run) {
        List<Double> units = run.stored().result().thresholdUnits();
        return !units.isEmpty()
                && run.trial().clipping().settings().values().get(THRESHOLD) instanceof Double multiple
                && multiple >= FROM
                && multiple <= TO;
    }
}
