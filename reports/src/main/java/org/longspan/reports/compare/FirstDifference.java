package org.longspan.reports.compare;

import java.util.List;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.record.json.RecordJson;

/**
 * Where two results of one trial part.
 *
 * @param updates number of updates at the first look that differs; of a difference behind all looks, at the last one
 * @param what the first field that differs, with both values
 */
public record FirstDifference(long updates, String what) {

    /** Returns where the results of one trial part, which differ. */
    static FirstDifference of(StoredResult base, StoredResult other) {
        TrialResult one = base.result();
        TrialResult two = other.result();
        int looks = Math.min(one.curve().size(), two.curve().size());
        for (int i = 0; i < looks; i++) {
            CurvePoint ours = one.curve().get(i);
            CurvePoint theirs = two.curve().get(i);
            if (!ours.equals(theirs)) {
                return new FirstDifference(ours.updates(), inLook(one, ours, theirs));
            }
        }
        long last = looks == 0 ? 0 : one.curve().get(looks - 1).updates();
        if (one.curve().size() != two.curve().size()) {
            return new FirstDifference(
                    last,
                    "curve: " + one.curve().size() + " looks, and "
                            + two.curve().size());
        }
        return new FirstDifference(
                last,
                said(RecordJson.firstDifference(with(one, List.of()), with(two, List.of()))
                        .orElse("nothing that is written")));
    }

    private static String inLook(TrialResult result, CurvePoint ours, CurvePoint theirs) {
        return said(RecordJson.firstDifference(with(result, List.of(ours)), with(result, List.of(theirs)))
                        .orElse("nothing that is written"))
                .replaceFirst("^curve\\.", "")
                .replaceFirst("\\[0\\]:", ":");
    }

    /** Both runs are stored: neither is the one of now. */
    private static String said(String difference) {
        int now = difference.lastIndexOf(", now ");
        return now < 0 ? difference : difference.substring(0, now) + ", and " + difference.substring(now + 6);
    }

    private static TrialResult with(TrialResult result, List<CurvePoint> curve) {
        return new TrialResult(
                result.outcome(),
                result.attempts(),
                result.chance(),
                curve,
                result.costs(),
                result.thresholdUnits(),
                result.parameters(),
                result.weights(),
                result.steps());
    }
}
