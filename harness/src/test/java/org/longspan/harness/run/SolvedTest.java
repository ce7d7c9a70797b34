package org.longspan.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.task.Split;

/** A trial is solved where the criterion holds in a look and, at the same weights, on confirmation sequences. */
class SolvedTest {

    private static final double CRITERION = 0.01;

    /**
     * Ten sequences of three sequence-forwards an update, a look each ten updates, 100 sequences to confirm. In this
     * block the first look that meets the criterion is confirmed.
     */
    private static final Trial EASY = Trials.with(
            Trials.with(
                    Trials.of("adam", Map.of("learning-rate", 0.03), "none", Map.of()), new Budget(10, 1000, 30_000)),
            12);

    private static final int UPDATE = 30;

    private static OddTasks odd(Split split, long from, long to) {
        return new OddTasks(new OddTasks.Odd(split, from, to, 1000f));
    }

    @Test
    void theFirstLookThatIsConfirmedEndsTheTrialAndIsItsCost() {
        TrialResult result = Trials.run(EASY);
        Outcome.Solved solved = (Outcome.Solved) result.outcome();
        List<CurvePoint> curve = result.curve();
        CurvePoint last = curve.get(curve.size() - 1);
        assertThat(curve.subList(0, curve.size() - 1)).allMatch(point -> point.validationMeasure() > CRITERION);
        assertThat(last.validationMeasure()).isLessThanOrEqualTo(CRITERION);
        assertThat(last.updates()).isEqualTo(solved.updates());
        assertThat(result.costs().updates()).isEqualTo(solved.updates());
        assertThat(solved.sequenceForwards())
                .isEqualTo(solved.updates() * UPDATE)
                .isEqualTo(result.costs().sequenceForwards());
        assertThat(solved.testMeasure()).isBetween(0.0, 2 * CRITERION);
        assertThat(result.attempts()).isEqualTo(1);
    }

    /** Looks of 40, an attempt of 100, and 100 to test. */
    @Test
    void looksConfirmationsAndTheTestAreCountedApart() {
        TrialResult result = Trials.run(EASY);
        assertThat(result.costs().evaluationSequenceForwards())
                .isEqualTo(result.curve().size() * 40L + 100 + 100);
    }

    /**
     * Attempts take 100, 200, 400 and 800 fresh sequences. With the targets of the first ones out of reach, those
     * attempts fail that see one: sequences 0 to 99, 100 to 299, 300 to 699, 700 to 1,499.
     */
    @ParameterizedTest
    @CsvSource({"0, 1, 100", "1, 2, 300", "100, 2, 300", "101, 3, 700", "300, 3, 700", "301, 4, 1500", "700, 4, 1500"})
    void eachAttemptHasTwiceAsManySequencesThatNoneHasUsed(long outOfReach, int attempts, long written) {
        OddTasks tasks = odd(Split.CONFIRMATION, 0, outOfReach);
        TrialResult result = Trials.run(EASY, tasks);
        assertThat(result.outcome()).isInstanceOf(Outcome.Solved.class);
        assertThat(result.attempts()).isEqualTo(attempts);
        assertThat(tasks.written(Split.CONFIRMATION)).isEqualTo(written);
        assertThat(result.costs().evaluationSequenceForwards())
                .isEqualTo(result.curve().size() * 40L + written + 100);
    }

    /** A run that is confirmed later goes on training meanwhile. */
    @Test
    void anAttemptThatFailsLeavesTheTrialGoingOn() {
        Outcome.Solved first = (Outcome.Solved) Trials.run(EASY).outcome();
        TrialResult result = Trials.run(EASY, odd(Split.CONFIRMATION, 0, 100));
        Outcome.Solved second = (Outcome.Solved) result.outcome();
        long met = result.curve().stream()
                .filter(point -> point.validationMeasure() <= CRITERION)
                .count();
        assertThat(second.updates()).isGreaterThan(first.updates());
        assertThat(met).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"4, 1500", "2, 300", "1, 100"})
    void afterTheLastAttemptTheTrialCanNoLongerBeSolved(int attempts, long written) {
        OddTasks tasks = odd(Split.CONFIRMATION, 0, Long.MAX_VALUE);
        TrialResult result = Trials.run(Trials.with(EASY, new EvaluationRules(10, 40, 100, attempts, 100)), tasks);
        assertThat(result.outcome()).isEqualTo(new Outcome.BudgetSpent());
        assertThat(result.attempts()).isEqualTo(attempts);
        assertThat(result.costs().updates()).isEqualTo(1000);
        assertThat(tasks.written(Split.CONFIRMATION)).isEqualTo(written);
        assertThat(tasks.written(Split.TEST)).isZero();
        assertThat(result.curve().stream().filter(point -> point.validationMeasure() <= CRITERION))
                .hasSizeGreaterThan(attempts);
    }

    @Test
    void theTestDecidesNothing() {
        TrialResult result = Trials.run(EASY, odd(Split.TEST, 0, Long.MAX_VALUE));
        Outcome.Solved solved = (Outcome.Solved) result.outcome();
        Outcome.Solved plain = (Outcome.Solved) Trials.run(EASY).outcome();
        assertThat(solved.updates()).isEqualTo(plain.updates());
        assertThat(solved.testMeasure()).isGreaterThan(900_000);
    }

    @Test
    void withoutALookThatMeetsTheCriterionNothingIsConfirmed() {
        OddTasks tasks = odd(Split.VALIDATION, 0, 1);
        TrialResult result = Trials.run(EASY, tasks);
        assertThat(result.outcome()).isNotInstanceOf(Outcome.Solved.class);
        assertThat(result.attempts()).isZero();
        assertThat(tasks.written(Split.CONFIRMATION)).isZero();
    }

    /** The update that crosses the cap is made. Where it solves, the cost is over the budget. */
    @Test
    void aSolutionPastTheBudgetDoesNotCount() {
        TrialResult free = Trials.run(EASY);
        long updates = free.costs().updates();
        TrialResult within = Trials.run(Trials.with(EASY, new Budget(10, 1000, updates * UPDATE)));
        assertThat(within).isEqualTo(free);
        for (long cap = updates * UPDATE - 1; cap > (updates - 1) * UPDATE; cap -= 7) {
            TrialResult past = Trials.run(Trials.with(EASY, new Budget(10, 1000, cap)));
            assertThat(past.outcome()).isEqualTo(new Outcome.BudgetSpent());
            assertThat(past.weights()).isEqualTo(free.weights());
            assertThat(past.curve()).isEqualTo(free.curve());
            assertThat(past.attempts()).isZero();
            assertThat(past.costs().sequenceForwards()).isEqualTo(updates * UPDATE);
        }
    }

    @Test
    void aSolutionAtTheLastUpdateCounts() {
        TrialResult free = Trials.run(EASY);
        long updates = free.costs().updates();
        TrialResult last = Trials.run(Trials.with(EASY, new Budget(10, updates, 1_000_000)));
        assertThat(last.outcome()).isEqualTo(free.outcome());
    }
}
