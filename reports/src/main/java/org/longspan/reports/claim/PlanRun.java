package org.longspan.reports.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialId;
import org.longspan.reports.summary.ArrangedRun;

/**
 * The run of a plan that claims ask.
 *
 * @param run its results
 * @param looks of probes by trial, in the order in which they were stored; never iterated
 */
public record PlanRun(ArrangedRun run, Map<TrialId, List<ProbeLook>> looks) {

    public PlanRun {
        looks = Map.copyOf(looks);
    }

    /** Returns the run of these records. */
    public static PlanRun of(Manifest manifest, List<StoredResult> results, List<ProbeRecord> looks) {
        Map<TrialId, List<ProbeLook>> byTrial = new HashMap<>();
        looks.forEach(record -> byTrial.computeIfAbsent(record.trial(), none -> new ArrayList<>())
                .add(record.look()));
        return new PlanRun(ArrangedRun.of(manifest, results), byTrial);
    }
}
