package org.longspan.reports.inference;

import java.util.Arrays;

/**
 * The paired differences of a contrast, S(of) - S(against) of runs that are equal in everything else, one mean for each
 * cluster.
 *
 * <p>Runs share their luck within (kin, problem, block), so that is the cluster of clippings, schedules and policies. Of
 * two optimizers it is (problem, block): their runs under the same clippings count equally. Of two models it is (kin,
 * task, block).
 *
 * @param contrast what is compared
 * @param counts what it rests on
 * @param difference mean difference of each cluster
 * @param kin of each cluster, 0 where the cluster has none
 * @param problem of each cluster, the task where models are compared
 */
record Paired(Contrast contrast, Counts counts, double[] difference, int[] kin, int[] problem) {

    /** Returns the pairs of {@code contrast}. */
    static Paired of(Scores scores, Design design, Contrast contrast) {
        return new Gathering(scores, design, contrast).gather();
    }

    double mean() {
        return Arrays.stream(difference).sum() / difference.length;
    }

    /** Returns the standard deviation between clusters, 0 for fewer than two. */
    double deviation() {
        double mean = mean();
        double squares =
                Arrays.stream(difference).map(d -> (d - mean) * (d - mean)).sum();
        return difference.length < 2 ? 0 : Math.sqrt(squares / (difference.length - 1));
    }

    /** Collects the sums of clusters over one walk through the cells of the first side. */
    private static final class Gathering {

        private final Scores scores;
        private final Design design;
        private final Contrast contrast;
        private final double[] sum;
        private final int[] pairsOf;
        private final int[] shape;
        private int pairs;
        private int wins;
        private int losses;
        private int identical;

        Gathering(Scores scores, Design design, Contrast contrast) {
            this.scores = scores;
            this.design = design;
            this.contrast = contrast;
            int kin = design.kin().stream().mapToInt(k -> k + 1).max().orElse(1);
            shape = new int[] {kin, scores.problems(), scores.size(Factor.BLOCK)};
            sum = new double[shape[0] * shape[1] * shape[2]];
            pairsOf = new int[sum.length];
        }

        Paired gather() {
            int[] of = scores.cells(contrast.factor(), contrast.of());
            int[] against = scores.cells(contrast.factor(), contrast.against());
            for (int i = 0; i < Math.min(of.length, against.length); i++) {
                if (scores.present(of[i]) && scores.present(against[i]) && lookedAt(of[i])) {
                    add(of[i], against[i]);
                }
            }
            return clusters();
        }

        private boolean lookedAt(int cell) {
            boolean kin = contrast.kin() == Contrast.ALL || contrast.kin() == kin(cell);
            return kin && (contrast.problem() == Contrast.ALL || contrast.problem() == scores.problem(cell));
        }

        private int kin(int cell) {
            return design.kin().get(scores.level(Factor.OPTIMIZER, cell));
        }

        private void add(int cell, int other) {
            double difference = scores.score(cell) - scores.score(other);
            pairs++;
            wins += difference > 0 ? 1 : 0;
            losses += difference < 0 ? 1 : 0;
            identical += scores.identical(cell, other) ? 1 : 0;
            Factor factor = contrast.factor();
            int kin = factor == Factor.OPTIMIZER ? 0 : kin(cell);
            int problem = factor == Factor.MODEL ? scores.level(Factor.TASK, cell) : scores.problem(cell);
            int cluster = (kin * shape[1] + problem) * shape[2] + scores.level(Factor.BLOCK, cell);
            sum[cluster] += difference;
            pairsOf[cluster]++;
        }

        private Paired clusters() {
            int[] held = held();
            double[] difference = new double[held.length];
            int[] kin = new int[held.length];
            int[] problem = new int[held.length];
            for (int i = 0; i < held.length; i++) {
                difference[i] = sum[held[i]] / pairsOf[held[i]];
                kin[i] = held[i] / shape[2] / shape[1];
                problem[i] = held[i] / shape[2] % shape[1];
            }
            Counts counts = new Counts(
                    pairs, wins, losses, identical, held.length, SignFlip.nonZero(difference), mostBlocks(held));
            return new Paired(contrast, counts, difference, kin, problem);
        }

        private int mostBlocks(int[] held) {
            int[] blocks = new int[shape[0] * shape[1]];
            for (int cluster : held) {
                blocks[cluster / shape[2]]++;
            }
            return Arrays.stream(blocks).max().orElse(0);
        }

        /** Returns the clusters that hold a pair, ascending. */
        private int[] held() {
            int[] held = new int[pairsOf.length];
            int count = 0;
            for (int cluster = 0; cluster < pairsOf.length; cluster++) {
                if (pairsOf[cluster] > 0) {
                    held[count++] = cluster;
                }
            }
            return Arrays.copyOf(held, count);
        }
    }
}
