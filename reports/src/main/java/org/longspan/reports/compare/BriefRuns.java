package org.longspan.reports.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialId;
import org.longspan.reports.finding.Fingerprint;
import org.longspan.reports.summary.SharedParts;

/**
 * Keeps of the results of a run what scores follow from: evaluation runs and skips, without curves. What equals another
 * trial's is kept once, so a hundred thousand of them fit into memory.
 */
final class BriefRuns {

    private final SharedParts shared = new SharedParts();
    private final List<StoredResult> results = new ArrayList<>();
    private final Map<TrialId, Long> bits = new HashMap<>(); // asked, never walked through

    void take(StoredResult stored) {
        boolean skipped = stored.result().outcome() instanceof Outcome.Skipped;
        if (skipped || stored.trial().replicate().phase() == Phase.EVALUATION) {
            results.add(shared.brief(stored));
            bits.put(stored.id(), Fingerprint.of(stored));
        }
    }

    List<StoredResult> results() {
        return results;
    }

    /** Returns a number for each of them that two runs share if they did the same bit for bit. */
    Map<TrialId, Long> bits() {
        return bits;
    }
}
