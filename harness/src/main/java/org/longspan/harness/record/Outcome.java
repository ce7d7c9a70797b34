package org.longspan.harness.record;

/** The outcome of a trial. */
public sealed interface Outcome {

    /**
     * The criterion was met and confirmed within the budget.
     *
     * @param updates number of updates at that look
     * @param sequenceForwards cost up to that look
     * @param testMeasure the criterion's measure on the test sequences, infinite if it is not finite
     */
    record Solved(long updates, long sequenceForwards, double testMeasure) implements Outcome {}

    /** The budget was spent before the criterion was met. */
    record BudgetSpent() implements Outcome {}

    /**
     * The trial diverged.
     *
     * @param cause what was observed
     * @param update index of the update at which divergence was detected
     */
    record Diverged(Cause cause, long update) implements Outcome {}

    /**
     * The trial was not run, because its methods do not go together or it has no threshold unit.
     *
     * @param reason one sentence
     */
    record Skipped(String reason) implements Outcome {}

    /**
     * The program failed. Such a result is stored but never reused.
     *
     * @param error one sentence
     */
    record Failed(String error) implements Outcome {}

    /** What was observed when a trial diverged. */
    enum Cause {
        WEIGHTS_NOT_FINITE,
        GRADIENT_NOT_FINITE,
        FAR_OFF
    }
}
