package org.longspan.harness.run;

/** Runs a stream of ready trials and delivers their results in any order. */
public interface TrialExecutor {

    /**
     * Runs all trials of {@code source}, and returns when there are no more.
     *
     * @throws org.longspan.harness.refusal.UserError if a result cannot be stored
     */
    void run(TrialSource source, TrialRunner runner);
}
