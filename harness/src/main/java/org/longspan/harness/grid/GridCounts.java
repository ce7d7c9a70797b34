package org.longspan.harness.grid;

import java.util.List;
import java.util.Map;

/**
 * How many trials a plan asks for, known before anything runs. Only an arm whose threshold's unit turns out to be 0
 * or not finite makes it fewer.
 *
 * @param cells arms × models × tasks
 * @param stages number of trials of each stage, in their order
 * @param skips reason, and how many cells it skips, a trial each
 * @param trials all of them, skips included
 */
public record GridCounts(int cells, List<StageCount> stages, Map<String, Integer> skips, int trials) {

    /**
     * A stage.
     *
     * @param name {@code settings}, {@code finalists} or {@code evaluation}
     * @param settingsOfAnArm how many settings of an arm enter it
     * @param repetitions how many seeds each of them is run on
     * @param trials of all cells
     */
    public record StageCount(String name, int settingsOfAnArm, int repetitions, int trials) {}
}
