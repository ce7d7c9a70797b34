package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.figure.Figure;

/** What a regularizer makes of signals stands among the learning curves of those runs that have it. */
class SignalPenaltyTest {

    private static final SyntheticRun RUN = SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "standard", 1, 6);
    private static final String ROW = "signal_penalty";

    @Test
    void aRunWithoutItHasNoSuchRow() {
        assertThat(numbers(RUN.results())).doesNotContain(ROW);
    }

    @Test
    void aRunWithItHasOneInTheDataOfItsCurves() {
        String numbers =
                numbers(RUN.results().stream().map(SignalPenaltyTest::penalized).toList());
        assertThat(numbers).contains(ROW + ",,0.75,0.75"); // nothing before the first update
    }

    private static String numbers(List<StoredResult> results) {
        return Report.of(RUN.manifest(), results, Optional.empty()).figures().stream()
                .map(Figure::csv)
                .collect(Collectors.joining());
    }

    private static StoredResult penalized(StoredResult r) {
        TrialResult result = r.result();
        List<CurvePoint> curve =
                result.curve().stream().map(SignalPenaltyTest::penalized).toList();
        TrialResult with = Altered.of(result, Map.of("curve", curve));
        return new StoredResult(r.id(), r.trial(), r.code(), with, r.circumstances());
    }

    private static CurvePoint penalized(CurvePoint p) {
        return p.updates() == 0 ? p : Altered.of(p, Map.of("signalPenalty", 0.75));
    }
}
