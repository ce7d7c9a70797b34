package org.longspan.harness.record;

/**
 * Which replicate of everything random a trial belongs to. A block draws its own settings, initial weights and data;
 * within it, a cell is tuned on one seed and judged on another.
 *
 * @param kin of the optimizer: two forms of one method are kin, and meet the same randomness in a block
 * @param block number of the block, from 0
 * @param phase what the trial is for
 */
public record Replicate(String kin, int block, Phase phase) {

    /** What a trial of a block is for. Its order enters every stream, so changing it changes the data. */
    public enum Phase {
        /** One drawn setting is tried. */
        TUNING,
        /** The chosen setting is judged on data and initial weights that no choice has seen. */
        EVALUATION;

        /** Returns the word in results and reports. */
        public String word() {
            return this == TUNING ? "tuning" : "evaluation";
        }
    }
}
