package org.longspan.reports.inference;

import java.util.HashMap;
import java.util.Map;

/**
 * Scores of runs, crossed by problem, optimizer and clipping, in blocks. The arrays are columns of equal length, a row
 * a run; their numbers are names, of no order. Blocks are nested in (kin, problem): rows with equal problem, kin and
 * block number share their data and initial weights, others do not.
 *
 * @param problem of each run
 * @param optimizer of each run
 * @param kin of the run's optimizer; optimizers of one kin meet the same blocks
 * @param clipping of each run
 * @param block number within (kin, problem)
 * @param score of each run, finite
 */
public record CrossedRuns(int[] problem, int[] optimizer, int[] kin, int[] clipping, int[] block, double[] score) {

    public CrossedRuns {
        for (int[] column : new int[][] {problem, optimizer, kin, clipping, block}) {
            if (column.length != score.length) {
                throw new IllegalArgumentException(
                        "a column of " + column.length + " rows beside " + score.length + " scores, expected as many");
            }
        }
        Map<Integer, Integer> kinOf = new HashMap<>();
        for (int row = 0; row < score.length; row++) {
            if (!Double.isFinite(score[row])) {
                throw new IllegalArgumentException("row " + row + ": score " + score[row] + ", expected a finite one");
            }
            Integer known = kinOf.putIfAbsent(optimizer[row], kin[row]);
            if (known != null && known != kin[row]) {
                throw new IllegalArgumentException("row " + row + ": optimizer " + optimizer[row] + " of kin "
                        + kin[row] + ", before of kin " + known + ", expected one kin for each optimizer");
            }
        }
    }

    /** Returns the number of runs. */
    int size() {
        return score.length;
    }
}
