package org.longspan.harness.run;

import org.longspan.task.Standing;

/** Counts consecutive evaluations that meet the criterion, and remembers the first one. */
final class SolvedRule {

    private final Standing standing;
    private final int inARow;
    private int met;
    private long updates;
    private long sequenceForwards;

    SolvedRule(Standing standing, int inARow) {
        this.standing = standing;
        this.inARow = inARow;
    }

    /** Returns whether {@code measure} meets the criterion; always false for an open task. */
    boolean isMetBy(double measure) {
        return standing instanceof Standing.Solvable solvable && measure <= solvable.solvedAtMost();
    }

    /** Records an evaluation, and returns whether enough consecutive ones have met the criterion. */
    boolean after(double measure, long updatesSoFar, long sequenceForwardsSoFar) {
        if (!isMetBy(measure)) {
            met = 0;
            return false;
        }
        if (met == 0) {
            updates = updatesSoFar;
            sequenceForwards = sequenceForwardsSoFar;
        }
        met++;
        return met >= inARow;
    }

    /** Starts over after the test sequences did not confirm the criterion. */
    void refute() {
        met = 0;
    }

    /** Returns the number of updates at the first of the consecutive evaluations. */
    long updates() {
        return updates;
    }

    /** Returns the cost in sequence-forwards at that evaluation. */
    long sequenceForwards() {
        return sequenceForwards;
    }
}
