package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.SyntheticRun.Fate;

/** The line of chance is the blind predictor's loss on the sequences of the very runs drawn, theory's stands beside it. */
class ChanceLineTest {

    private static final SyntheticRun RUN = SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "own", 1, 2);

    @Test
    void itIsTheMeanOfWhatWasStoredWithTheRuns() {
        List<StoredResult> results = RUN.results().stream()
                .map(r -> chance(r, r.trial().replicate().block() == 0 ? 0.15 : 0.19))
                .toList();
        assertThat(html(results))
                .contains("Dashed: chance on the validation sequences of these runs, 0.17 in the mean, from 0.15 to"
                        + " 0.19; in theory 1/6 = 0.167.");
    }

    @Test
    void withoutAMeasurementItIsTheorysAndSaidToBe() {
        List<StoredResult> results =
                RUN.results().stream().map(r -> chance(r, null)).toList();
        assertThat(html(results))
                .contains("Dashed: chance, 1/6 = 0.167.")
                .doesNotContain("chance on the validation sequences of these runs");
    }

    private static StoredResult chance(StoredResult r, Double chance) {
        Map<String, Object> replaced = new HashMap<>();
        replaced.put("chance", chance);
        return Altered.of(r, Map.of("result", Altered.of(r.result(), replaced)));
    }

    private static String html(List<StoredResult> results) {
        return Report.of(RUN.manifest(), results, Optional.empty()).html();
    }
}
