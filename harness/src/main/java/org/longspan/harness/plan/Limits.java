package org.longspan.harness.plan;

/**
 * Upper limits for the numbers of a plan, each far beyond any known experiment. A larger number is probably a typing
 * error and would exhaust memory or time. The network itself checks whether it fits into a trial's workspace.
 */
final class Limits {

    /** Trials of a plan. Their results take 3 to 25 kB each, depending on the number of evaluations: at least 30 GB. */
    static final long TRIALS = 10_000_000;

    /** Settings that a cell tries in a block, all drawn before the first trial. */
    static final int SETTINGS = 10_000;

    /** Blocks of a cell. */
    static final int BLOCKS = 10_000;

    /** Units of a layer. At this limit a recurrent map takes 4 TB. */
    static final int UNITS = 1_000_000;

    /** Layers. Blocks are found by linear search, so time grows with the square of the number of layers. */
    static final int LAYERS = 1000;

    /** Steps of a sequence. Some tasks keep a table with an entry for each step. */
    static final int LENGTH = 1_000_000;

    /**
     * Sequences of a mini-batch. Batches are processed in chunks, so time grows rather than memory: an update at this
     * limit takes hours. Only a threshold per sequence needs memory: 8 bytes for each sequence of the batches that
     * measure its unit.
     */
    static final int BATCH = 100_000_000;

    /** Updates between two evaluations. Their numbers are kept in memory. */
    static final int UPDATES_BETWEEN_EVALUATIONS = 1_000_000;

    /** Updates of a trial. At both limits it has 100 evaluations. */
    static final int UPDATES = 100_000_000;

    /** Sequences of an evaluation or a confirmation, a hundred times as many as papers test on. */
    static final int SEQUENCES = 1_000_000;

    /** Attempts to confirm, each on twice as many sequences as the one before. */
    static final int ATTEMPTS = 10;

    /** Looks in a row that end a trial. */
    static final int IN_A_ROW = 1_000_000;

    /** Characters of a title; the longest that journals print have about 300. */
    static final int TITLE = 300;

    /** Authors, as many as some papers of particle physics have. */
    static final int AUTHORS = 5000;

    /** Characters of an author's name. */
    static final int AUTHOR = 200;

    /** Characters of an author's affiliation. */
    static final int AFFILIATION = 300;

    private Limits() {}
}
