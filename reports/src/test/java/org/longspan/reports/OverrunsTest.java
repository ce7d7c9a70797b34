package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.finding.Caveat;

/** A cap on the cost that was not kept is said, with how far. The made-up cap is 30,000 sequence-forwards. */
class OverrunsTest {

    private static final SyntheticRun RUN = SyntheticRun.of(Fate.NOTHING_SOLVED, 2, 2, "standard", 1, 2);

    @Test
    void aCapThatIsKeptNeedsNoWord() {
        assertThat(caveats(RUN.results())).isEmpty();
    }

    @Test
    void theOptimizerItsTrialsAndItsGreatestCostAreNamed() {
        List<StoredResult> results = new ArrayList<>(RUN.results());
        int first = IntStream.range(0, results.size())
                .filter(i -> results.get(i).trial().optimizer().name().equals("momentum"))
                .findFirst()
                .orElseThrow();
        long all = results.stream()
                .filter(result -> result.trial().optimizer().name().equals("momentum"))
                .count();
        results.set(first, costing(results.get(first), 177_000));
        assertThat(caveats(results))
                .containsExactly("An update that has begun is finished, so trials cost more than the cap of 30,000"
                        + " sequence-forwards: momentum in 1 of " + all + " trials, at most 177,000 (5.90 times the"
                        + " cap). A solution found past the cap does not count.");
    }

    @Test
    void lessThanAHundredthIsNoAdvantage() {
        List<StoredResult> results = RUN.results();
        assertThat(caveats(results.stream().map(r -> costing(r, 30_299)).toList()))
                .isEmpty();
        assertThat(caveats(results.stream().map(r -> costing(r, 30_300)).toList()))
                .hasSize(1);
    }

    private static StoredResult costing(StoredResult result, long cost) {
        return Altered.of(result, Map.of("costs", new Costs(500, cost, 0, 200, 0)));
    }

    private static List<String> caveats(List<StoredResult> results) {
        return Report.of(RUN.manifest(), results, Optional.empty()).document().caveats().stream()
                .filter(caveat -> caveat.kind().equals("cap"))
                .map(Caveat::text)
                .toList();
    }
}
