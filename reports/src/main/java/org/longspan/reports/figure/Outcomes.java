package org.longspan.reports.figure;

import org.longspan.harness.record.Outcome;

/** Says outcomes and causes in words. */
public final class Outcomes {

    private Outcomes() {}

    /** Returns how a trial ended, in a word or two. */
    public static String word(Outcome outcome) {
        if (outcome instanceof Outcome.Solved) {
            return "solved";
        }
        if (outcome instanceof Outcome.BudgetSpent) {
            return "budget spent";
        }
        if (outcome instanceof Outcome.Diverged) {
            return "diverged";
        }
        return outcome instanceof Outcome.Skipped ? "skipped" : "failed";
    }

    /** Returns in what way a trial diverged, in a few words. */
    public static String cause(Outcome.Cause cause) {
        return switch (cause) {
            case WEIGHTS_NOT_FINITE -> "weights not finite";
            case GRADIENT_NOT_FINITE -> "gradient not finite";
            case FAR_OFF -> "loss far above chance";
        };
    }
}
