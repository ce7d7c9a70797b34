package org.longspan.reports.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.record.TrialResult;
import org.longspan.reports.finding.Fingerprint;

/**
 * Keeps of the results of a run what scores follow from: evaluation runs and skips, without curves. What equals another
 * trial's is kept once, so a hundred thousand of them fit into memory.
 */
final class BriefRuns {

    private final Map<Object, Object> known = new HashMap<>(); // asked, never walked through
    private final List<StoredResult> results = new ArrayList<>();
    private final Map<TrialId, Long> bits = new HashMap<>(); // asked, never walked through

    void take(StoredResult stored) {
        boolean skipped = stored.result().outcome() instanceof Outcome.Skipped;
        if (skipped || stored.trial().replicate().phase() == Phase.EVALUATION) {
            results.add(brief(stored));
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

    private StoredResult brief(StoredResult stored) {
        TrialResult result = stored.result();
        TrialResult brief = new TrialResult(
                known(result.outcome()),
                result.attempts(),
                null,
                List.of(),
                known(result.costs()),
                List.of(),
                result.parameters(),
                "",
                List.of());
        return new StoredResult(
                stored.id(), brief(stored.trial()), known(stored.code()), brief, stored.circumstances());
    }

    private Trial brief(Trial trial) {
        return new Trial(
                known(trial.task()),
                model(trial.model()),
                choice(trial.optimizer()),
                choice(trial.schedule()),
                choice(trial.clipping()),
                choice(trial.nonFiniteGradient()),
                known(trial.budget()),
                known(trial.evaluation()),
                known(trial.divergence()),
                trial.seed(),
                known(trial.replicate()));
    }

    private ModelChoice model(ModelChoice model) {
        return known(model);
    }

    private Choice choice(Choice choice) {
        return known(choice);
    }

    @SuppressWarnings("unchecked")
    private <T> T known(T value) {
        return (T) known.computeIfAbsent(value, same -> same);
    }
}
