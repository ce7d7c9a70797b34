package org.longspan.reports.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.longspan.numerics.random.RandomStream;

/** Designs of runs with scores of zero, to be filled. */
final class Designs {

    private Designs() {}

    /** Every clipping in every block, each optimizer its own kin; blocks vary fastest. */
    static CrossedRuns balanced(int problems, int optimizers, int clippings, int blocks) {
        List<int[]> rows = new ArrayList<>();
        for (int p = 0; p < problems; p++) {
            for (int o = 0; o < optimizers; o++) {
                for (int c = 0; c < clippings; c++) {
                    for (int b = 0; b < blocks; b++) {
                        rows.add(new int[] {p, o, o, c, b});
                    }
                }
            }
        }
        return columns(rows);
    }

    /** Clipping 0 in every block, another in one of them; the last two optimizers are one kin. */
    static CrossedRuns dealt(int problems, int optimizers, int clippings, int blocks) {
        List<int[]> rows = new ArrayList<>();
        for (int p = 0; p < problems; p++) {
            for (int o = 0; o < optimizers; o++) {
                for (int c = 0; c < clippings; c++) {
                    for (int b = 0; b < blocks; b++) {
                        if (c == 0 || (c + p) % blocks == b) {
                            rows.add(new int[] {p, o, Math.min(o, optimizers - 2), c, b});
                        }
                    }
                }
            }
        }
        return columns(rows);
    }

    private static CrossedRuns columns(List<int[]> rows) {
        int[][] columns = new int[5][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < 5; i++) {
                columns[i][row] = rows.get(row)[i];
            }
        }
        return new CrossedRuns(columns[0], columns[1], columns[2], columns[3], columns[4], new double[rows.size()]);
    }

    /**
     * Fills the scores with sums of terms of the nine variances, in the order of their sources: {@code methods} draws
     * those before luck, {@code luck} those of blocks and runs.
     */
    static void draw(CrossedRuns runs, double[] variances, RandomStream methods, RandomStream luck) {
        Map<List<Integer>, Double> terms = new HashMap<>();
        for (int row = 0; row < runs.size(); row++) {
            int p = runs.problem()[row];
            int o = runs.optimizer()[row];
            int c = runs.clipping()[row];
            int[][] indices = {
                {p}, {o}, {c}, {p, o}, {p, c}, {o, c}, {p, o, c}, {p, runs.kin()[row], runs.block()[row]}, {row}
            };
            double score = 0;
            for (int i = 0; i < indices.length; i++) {
                RandomStream stream = i < 7 ? methods : luck;
                List<Integer> key = new ArrayList<>(List.of(i));
                Arrays.stream(indices[i]).forEach(key::add);
                score += Math.sqrt(variances[i]) * terms.computeIfAbsent(key, k -> stream.normal());
            }
            runs.score()[row] = score;
        }
    }
}
