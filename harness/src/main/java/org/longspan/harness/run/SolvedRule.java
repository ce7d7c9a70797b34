package org.longspan.harness.run;

import org.longspan.task.Standing;

/** Counts evaluations in a row that meet the criterion, and remembers the first of them. */
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

    /** Returns whether {@code measure} meets the criterion; an open task has none. */
    boolean isMetBy(double measure) {
        return standing instanceof Standing.Solvable solvable && measure <= solvable.solvedAtMost();
    }

    /** Notes an evaluation and returns whether enough in a row have met the criterion. */
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

    /** Begins anew: the test sequences did not confirm it. */
    void refute() {
        met = 0;
    }

    /** Returns the updates at the first of the evaluations in a row. */
    long updates() {
        return updates;
    }

    /** Returns the cost there. */
    long sequenceForwards() {
        return sequenceForwards;
    }
}
