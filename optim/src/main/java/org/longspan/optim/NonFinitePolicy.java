package org.longspan.optim;

/** What happens when a gradient holds NaN or an infinity. */
public enum NonFinitePolicy {
    /** The run ends as diverged. */
    FAIL,
    /** θ and every memory stay as they are, and the run goes on. */
    SKIP
}
