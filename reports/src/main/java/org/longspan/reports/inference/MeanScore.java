package org.longspan.reports.inference;

import java.util.Arrays;
import org.longspan.reports.statistics.Interval;

/**
 * The mean score of an optimizer over its blocks, with the interval of 95 % that inverts the sign-flip test. The mean is
 * one over these problems, so the values are first moved to a common centre: with n_p blocks of problem p,
 *
 * <pre>  d = mean + √(n_p/(n_p-1)) (S - mean of p)</pre>
 *
 * where the root makes up for the mean taken off. Where fewer than {@value SignFlip#FEWEST} clusters scored, the ends
 * are those of Clopper and Pearson's interval for the share that scored, times the least and the greatest score seen.
 * Where all clusters scored alike, the share u that may score otherwise is bounded by theirs too, and the mean by
 * (1-u) S and (1-u) S + u: no interval has width zero.
 *
 * @param optimizer its index
 * @param mean its mean score
 * @param interval of 95 %
 */
record MeanScore(int optimizer, double mean, Interval interval) {

    private static final double CONFIDENCE = 0.95;

    static MeanScore of(Scores scores, int optimizer, Tests tests) {
        int blocks = scores.size(Factor.BLOCK);
        double[] sum = new double[scores.problems() * blocks];
        int[] runs = new int[sum.length];
        for (int cell : scores.cells(Factor.OPTIMIZER, optimizer)) {
            if (scores.present(cell)) {
                int cluster = scores.problem(cell) * blocks + scores.level(Factor.BLOCK, cell);
                sum[cluster] += scores.score(cell);
                runs[cluster]++;
            }
        }
        for (int cluster = 0; cluster < sum.length; cluster++) {
            sum[cluster] = runs[cluster] == 0 ? Double.NaN : sum[cluster] / runs[cluster];
        }
        double[] means = held(sum);
        double mean = Arrays.stream(means).average().orElseThrow();
        double[] centred = centred(sum, blocks, mean);
        int scored = SignFlip.nonZero(means);
        Interval interval = isConstant(centred)
                ? ofConstant(mean, means.length)
                : scored < SignFlip.FEWEST
                        ? ofFew(means, scored)
                        : about(
                                mean,
                                tests.mean(minus(mean, centred), optimizer).interval(CONFIDENCE));
        return new MeanScore(optimizer, mean, new Interval(Math.max(0, interval.low()), Math.min(1, interval.high())));
    }

    private static double[] minus(double mean, double[] d) {
        return Arrays.stream(d).map(x -> x - mean).toArray();
    }

    private static Interval about(double mean, Interval interval) {
        return new Interval(mean + interval.low(), mean + interval.high());
    }

    private static boolean isConstant(double[] d) {
        return Arrays.stream(d).allMatch(x -> Math.abs(x - d[0]) <= 1e-12);
    }

    private static Interval ofConstant(double score, int clusters) {
        double otherwise = ClopperPearson.interval(0, clusters, CONFIDENCE).high();
        double low = (1 - otherwise) * score;
        return new Interval(low, low + otherwise);
    }

    private static double[] held(double[] means) {
        return Arrays.stream(means).filter(s -> !Double.isNaN(s)).toArray();
    }

    private static double[] centred(double[] means, int blocks, double centre) {
        double[] d = means.clone();
        for (int first = 0; first < means.length; first += blocks) {
            double[] ofProblem = held(Arrays.copyOfRange(means, first, first + blocks));
            double mean = Arrays.stream(ofProblem).average().orElse(0);
            int n = ofProblem.length;
            double root = n < 2 ? 1 : Math.sqrt(n / (n - 1.0));
            for (int i = first; i < first + blocks; i++) {
                d[i] = n < 2 ? d[i] : centre + root * (d[i] - mean);
            }
        }
        return held(d);
    }

    private static Interval ofFew(double[] means, int scored) {
        Interval share = ClopperPearson.interval(scored, means.length, CONFIDENCE);
        double least = Arrays.stream(means).filter(s -> s > 0).min().orElse(0);
        double greatest = Arrays.stream(means).max().orElse(0);
        return new Interval(share.low() * least, share.high() * greatest);
    }
}
