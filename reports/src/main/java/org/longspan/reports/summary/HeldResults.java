package org.longspan.reports.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialId;

/**
 * What a report holds of the results of a run, however many there are: everything but the curves, of which it draws
 * those of the runs that judge a setting. Of a tuning run it holds the last look.
 */
public final class HeldResults {

    private final SharedParts shared = new SharedParts();
    private final List<Held> held = new ArrayList<>();

    /**
     * A result.
     *
     * @param stored without its curve
     * @param curve as much of it as is held
     */
    record Held(StoredResult stored, List<CurvePoint> curve) {}

    /**
     * Holds results.
     *
     * @param each passes each result on, sorted by id, each trial once
     */
    public static HeldResults of(Consumer<Consumer<StoredResult>> each) {
        HeldResults results = new HeldResults();
        each.accept(results::add);
        return results;
    }

    /** Holds {@code results}, given in any order; of several with one id the last counts. */
    public static HeldResults of(List<StoredResult> results) {
        Map<TrialId, StoredResult> sorted = new TreeMap<>();
        results.forEach(stored -> sorted.put(stored.id(), stored));
        return of(sorted.values()::forEach);
    }

    /** Holds one more result, which follows the last one by its id. */
    public void add(StoredResult stored) {
        List<CurvePoint> curve = stored.result().curve();
        boolean judges = stored.trial().replicate().phase() == Phase.EVALUATION;
        int from = judges ? 0 : Math.max(0, curve.size() - 1);
        held.add(new Held(shared.brief(stored), new PackedCurve(curve.subList(from, curve.size()))));
    }

    List<Held> all() {
        return held;
    }
}
