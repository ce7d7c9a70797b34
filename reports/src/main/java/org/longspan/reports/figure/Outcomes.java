package org.longspan.reports.figure;

import java.util.List;
import org.longspan.harness.record.Outcome;

/** Says outcomes and causes in words. */
public final class Outcomes {

    /** Every word of {@link #word}. */
    public static final List<String> WORDS = List.of("solved", "budget spent", "diverged", "skipped", "failed");

    private Outcomes() {}

    /** Returns the place of its word in {@link #WORDS}. */
    public static int place(Outcome outcome) {
        return WORDS.indexOf(word(outcome));
    }

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
