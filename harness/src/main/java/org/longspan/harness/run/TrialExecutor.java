package org.longspan.harness.run;

/** Runs a stream of ready trials and gives their results in any order. */
public interface TrialExecutor {

    /**
     * Runs every trial that {@code source} gives, and returns when it has no more.
     *
     * @throws org.longspan.harness.refusal.UserError if a result could not be kept
     */
    void run(TrialSource source, Trainer trainer);
}
