package org.longspan.harness.grid;

import java.util.Map;
import java.util.OptionalInt;

/**
 * The numbers of trials of a plan, known before it runs. A run has fewer trials only if a threshold's unit turns out to
 * be 0 or not finite.
 *
 * @param cells number of arms, each on each problem
 * @param blocks number of blocks of all cells together
 * @param tuningTrials number of trials that try settings
 * @param skips number of skipped cells for each reason; each counts as one trial
 * @param trials number of all trials, including skipped ones
 * @param drawnFrom number of trials that the plan's sample is drawn from; empty if the plan has none
 */
public record GridCounts(
        int cells, int blocks, int tuningTrials, Map<String, Integer> skips, int trials, OptionalInt drawnFrom) {

    /** Returns the number of trials that judge a chosen setting. */
    public int evaluationTrials() {
        int skipped = skips.values().stream().mapToInt(Integer::intValue).sum();
        return trials - tuningTrials - skipped;
    }
}
