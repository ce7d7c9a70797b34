package org.longspan.harness.record;

/** How a trial ended. */
public sealed interface Outcome {

    /**
     * The criterion was met and confirmed.
     *
     * @param updates at the first of the evaluations in a row
     * @param sequenceForwards cost up to there
     * @param testMeasure the criterion's measure on the test sequences
     */
    record Solved(long updates, long sequenceForwards, double testMeasure) implements Outcome {}

    /** The budget ended first. */
    record BudgetSpent() implements Outcome {}

    /**
     * It diverged.
     *
     * @param cause in what way
     * @param update index of the update at which it was noticed
     */
    record Diverged(Cause cause, long update) implements Outcome {}

    /**
     * It makes no sense, or cannot be had, and was not run.
     *
     * @param reason one sentence
     */
    record Skipped(String reason) implements Outcome {}

    /**
     * The program failed; such a result is not kept for resuming.
     *
     * @param error one sentence
     */
    record Failed(String error) implements Outcome {}

    /** In what way a trial diverged. */
    enum Cause {
        LOSS_NOT_FINITE,
        WEIGHTS_NOT_FINITE,
        GRADIENT_NOT_FINITE,
        GRADIENT_HUGE,
        FAR_OFF
    }
}
