package org.longspan.harness.plan;

/**
 * The greatest numbers of a plan, each far beyond what anybody has run: what lies above them would end for want of
 * memory, and is more likely a slip. Whether a network fits into a trial's workspace is another question, asked of the
 * network itself.
 */
final class Limits {

    /** Trials of a plan: at 3 to 25 kB each, by their evaluations, they fill at least 30 GB. */
    static final long TRIALS = 10_000_000;

    /** Settings of an arm, which are drawn before anything runs, and seeds of its evaluation. */
    static final int SETTINGS = 10_000;

    /** Units of a layer: a recurrent map of so many is 4 TB. */
    static final int UNITS = 1_000_000;

    /** Layers: blocks are found by walking through them, so time grows with the square of the layers. */
    static final int LAYERS = 1000;

    /** Steps of a sequence: some tasks keep a table of their steps. */
    static final int LENGTH = 1_000_000;

    /**
     * Sequences of a mini-batch, which is taken in chunks: what grows is the time, hours for an update of so many. Only
     * thresholds for single sequences need memory, 8 bytes for each of the batches that a unit is measured on.
     */
    static final int BATCH = 100_000_000;

    /** Updates between two evaluations, whose numbers wait in columns. */
    static final int UPDATES_BETWEEN_EVALUATIONS = 1_000_000;

    /** Updates of a trial: with the most updates in between, 100 evaluations. */
    static final int UPDATES = 100_000_000;

    private Limits() {}
}
