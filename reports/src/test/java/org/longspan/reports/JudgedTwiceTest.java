package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialId;
import org.longspan.reports.summary.ArrangedRun;

/** A run that was stopped after a failed tuning run was repeated may hold two judged runs of one block. */
class JudgedTwiceTest {

    private static final Manifest MANIFEST = SyntheticRun.quick().manifest();
    private static final List<StoredResult> RESULTS = SyntheticRun.quick().results();
    private static final StoredResult FIRST = RESULTS.stream()
            .filter(result -> result.trial().replicate().phase() == Phase.EVALUATION)
            .findFirst()
            .orElseThrow();

    @Test
    void theLaterOneCounts() {
        StoredResult later = like(FIRST, "ffffffffffffffff", "2027-01-01T00:00:00Z");
        StoredResult earlier = like(FIRST, "eeeeeeeeeeeeeeee", "2025-01-01T00:00:00Z");
        assertThat(ids(FIRST, later)).contains(later.id()).doesNotContain(FIRST.id());
        assertThat(ids(FIRST, earlier)).contains(FIRST.id()).doesNotContain(earlier.id());
    }

    @Test
    void theReportIsMadeAllTheSame() {
        List<StoredResult> results = new ArrayList<>(RESULTS);
        results.add(like(FIRST, "ffffffffffffffff", "2027-01-01T00:00:00Z"));
        Report report = Report.of(MANIFEST, results, Optional.empty());
        assertThat(report.json())
                .contains("ffffffffffffffff")
                .doesNotContain(FIRST.id().value());
    }

    private static List<TrialId> ids(StoredResult one, StoredResult other) {
        return ArrangedRun.of(MANIFEST, List.of(one, other)).runs().stream()
                .map(run -> run.stored().id())
                .toList();
    }

    private static StoredResult like(StoredResult result, String id, String started) {
        Circumstances c = result.circumstances();
        Circumstances then = new Circumstances(c.seconds(), started, c.jdk(), c.cpu(), c.kernels(), c.host());
        return new StoredResult(new TrialId(id), result.trial(), result.code(), result.result(), then);
    }
}
