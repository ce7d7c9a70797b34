package org.longspan.reports.summary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Replicate.Phase;

/**
 * A block of a cell is judged once. A second judged run is left over where a tuning run failed, was repeated, and changed
 * the choice, and the run was then stopped; the one that was made last belongs to the repeated choice.
 */
final class JudgedTwice {

    private record Place(int block, Choice schedule, Choice policy) {}

    private JudgedTwice() {}

    /** Removes all but the latest evaluation run of each block from the runs of a cell. */
    static void removeFrom(List<Run> runs) {
        Map<Place, Run> latest = new HashMap<>(); // never iterated
        for (Run run : runs) {
            if (isJudged(run)) {
                latest.merge(place(run), run, JudgedTwice::later);
            }
        }
        runs.removeIf(run -> isJudged(run) && latest.get(place(run)) != run);
    }

    private static boolean isJudged(Run run) {
        return run.trial().replicate().phase() == Phase.EVALUATION && !run.skipped();
    }

    private static Place place(Run run) {
        return new Place(run.block(), run.trial().schedule(), run.trial().nonFiniteGradient());
    }

    /** Times are texts of ISO 8601, which sort as times do. */
    private static Run later(Run one, Run other) {
        return other.stored()
                                .circumstances()
                                .started()
                                .compareTo(one.stored().circumstances().started())
                        > 0
                ? other
                : one;
    }
}
