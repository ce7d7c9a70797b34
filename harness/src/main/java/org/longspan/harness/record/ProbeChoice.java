package org.longspan.harness.record;

import java.util.List;

/**
 * A probe that a plan asks for. No trial depends on it.
 *
 * @param name as in the catalogue
 * @param at its moments in the order of the plan: numbers of updates, {@link #SOLVED} and {@link #END}
 * @param blocks the number of blocks, from the first on, whose evaluation runs it looks at
 */
public record ProbeChoice(String name, List<String> at, int blocks) {

    /** The moment at which a run has solved its task. */
    public static final String SOLVED = "solved";

    /** The moment at which a run ends, however it does. */
    public static final String END = "end";

    public ProbeChoice {
        at = List.copyOf(at);
    }

    /** Returns whether it looks at {@code trial}. */
    public boolean looksAt(Trial trial) {
        return trial.replicate().phase() == Replicate.Phase.EVALUATION
                && trial.replicate().block() < blocks;
    }
}
