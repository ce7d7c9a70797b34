package org.longspan.harness.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.harness.fake.Results;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.TrialEnd;
import org.longspan.harness.record.TrialResult;

/** Which of a block's settings is judged. */
class SelectionTest {

    private static final TrialEnd UNKNOWN = new TrialEnd(new Outcome.BudgetSpent(), null);
    private static final TrialEnd FAILED = new TrialEnd(new Outcome.Failed("why"), null);

    @Test
    void aSolvedSettingBeatsEveryOtherOneAndTheCheaperWins() {
        assertThat(best(
                        TrialEnd.of(Results.spent(0.0001)),
                        new TrialEnd(new Outcome.Solved(9, 5000, 0.0), 0.0),
                        new TrialEnd(new Outcome.Solved(99, 900, 0.01), 0.01),
                        TrialEnd.of(Results.diverged())))
                .isEqualTo(2);
    }

    @Test
    void theLeastOfTheLastLossesWinsWhereNoneIsSolved() {
        assertThat(best(Results.spent(0.4), Results.spent(0.3), Results.spent(0.1), Results.spent(0.2)))
                .isEqualTo(2);
    }

    @Test
    void aLossThatIsNotFiniteIsGreaterThanAnyOther() {
        assertThat(best(UNKNOWN, TrialEnd.of(Results.spent(1e30)), UNKNOWN)).isEqualTo(1);
    }

    @Test
    void whatDivergedFailedOrWasSkippedIsLastWhateverItsLossWas() {
        assertThat(best(
                        TrialEnd.of(Results.diverged()),
                        FAILED,
                        TrialEnd.of(Results.skipped()),
                        UNKNOWN,
                        TrialEnd.of(Results.diverged())))
                .isEqualTo(3);
    }

    @Test
    void aTieGoesToTheLowerIndex() {
        for (TrialEnd end : List.of(
                TrialEnd.of(Results.solved(60)),
                TrialEnd.of(Results.spent(0.5)),
                TrialEnd.of(Results.diverged()),
                UNKNOWN,
                FAILED)) {
            assertThat(best(end, end, end)).isZero();
        }
        assertThat(best(FAILED, TrialEnd.of(Results.diverged()))).isZero();
    }

    /** The ends from the best to the worst, whatever their order is. */
    @Test
    void theOrderOfTheSettingsDoesNotMatter() {
        List<TrialEnd> bestFirst = Arrays.asList(
                TrialEnd.of(Results.solved(600)),
                TrialEnd.of(Results.solved(660)),
                TrialEnd.of(Results.spent(0.1)),
                TrialEnd.of(Results.spent(0.2)),
                UNKNOWN,
                TrialEnd.of(Results.diverged()));
        for (int from = 0; from < bestFirst.size(); from++) {
            List<TrialEnd> ends = bestFirst.subList(from, bestFirst.size());
            for (int turn = 0; turn < ends.size(); turn++) {
                Collections.rotate(ends, 1);
                int expected = (turn + 1) % ends.size();
                assertThat(Selection.best(ends)).isEqualTo(expected);
            }
        }
    }

    private static int best(TrialResult... results) {
        return best(Arrays.stream(results).map(TrialEnd::of).toArray(TrialEnd[]::new));
    }

    private static int best(TrialEnd... ends) {
        return Selection.best(Arrays.asList(ends));
    }
}
