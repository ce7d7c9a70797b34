package org.longspan.harness.grid;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The numbers of trials of a plan, known before it runs. A run has fewer trials only if a threshold's unit turns out to
 * be 0 or not finite.
 *
 * @param cells number of cells
 * @param stages counts of each stage, in order
 * @param skips number of skipped cells for each reason; each counts as one trial
 * @param trials number of all trials, including skipped ones
 * @param drawnFrom number of trials that the plan's sample is drawn from; empty if the plan has none
 */
public record GridCounts(
        int cells, List<StageCount> stages, Map<String, Integer> skips, int trials, OptionalInt drawnFrom) {

    /**
     * The counts of a stage.
     *
     * @param name {@code settings}, {@code finalists} or {@code evaluation}
     * @param settingsOfAnArm number of settings of an arm in this stage
     * @param repetitions number of repetitions of each setting
     * @param trials number of trials in all cells
     */
    public record StageCount(String name, int settingsOfAnArm, int repetitions, int trials) {}
}
