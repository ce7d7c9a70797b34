package org.longspan.reports.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.longspan.numerics.random.Seed;

/**
 * A comparison of two whole runs, of one arm or on one problem or of everything: the differences of pairs of evaluation
 * runs, S(of) - S(against), one mean for each cluster.
 *
 * <pre>{@code
 * Contrast whole = Contrast.pooled(Factor.RUN, 1, 0);
 * RunContrast.judge(List.of(new RunContrast(whole, pairs, List.of())), 1, seed).get(0).verdict();
 * }</pre>
 *
 * <p>The test, its interval, Holm's adjustment and the verdicts are those of a plan's own comparisons.
 *
 * @param contrast of {@link Factor#RUN}: numbers of the two runs, and the only arm and problem; it names the stream of
 *     the test
 * @param pairs at least one
 * @param lacking what keeps a small difference from showing equivalence, beside what follows from the pairs
 */
public record RunContrast(Contrast contrast, List<Pair> pairs, List<Insensitivity> lacking) {

    /**
     * Two evaluation runs, one of each side.
     *
     * @param stratum number of the kin and the problem
     * @param cluster number of what shares luck with it; of one stratum
     * @param of score of the first side
     * @param against score of the second side
     * @param identical whether both are the same run bit for bit
     */
    public record Pair(int stratum, int cluster, double of, double against, boolean identical) {}

    public RunContrast {
        pairs = List.copyOf(pairs);
        lacking = List.copyOf(lacking);
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("a comparison of runs without a pair, expected at least one");
        }
    }

    /**
     * Judges comparisons together, as a family.
     *
     * @param share of {@link Design#LEVEL}, in (0, 1]
     * @param seed of the draws of tests with many clusters
     * @return their effects, in the order given
     */
    public static List<Effect> judge(List<RunContrast> members, double share, Seed seed) {
        List<Paired> paired = members.stream().map(RunContrast::paired).toList();
        List<Judgement> judged = new Family(new Tests(seed, Effort.FULL)).judge(paired, share, 0);
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            effects.add(
                    judged.get(i).conclude(members.get(i).lacking(paired.get(i).counts())));
        }
        return effects;
    }

    private List<Insensitivity> lacking(Counts counts) {
        Set<Insensitivity> all = new TreeSet<>(lacking);
        if (pairs.stream().mapToDouble(Pair::against).average().orElse(0) < Sensitivity.LEAST_SCORE) {
            all.add(Insensitivity.CONTROL_SCORES_LOW);
        }
        if (2 * counts.identical() > counts.pairs()) {
            all.add(Insensitivity.MOST_PAIRS_IDENTICAL);
        }
        return List.copyOf(all);
    }

    private Paired paired() {
        Map<Integer, Integer> place = new HashMap<>(); // asked, never walked through
        List<double[]> sums = new ArrayList<>();
        Map<Integer, Integer> blocks = new HashMap<>();
        int wins = 0;
        int losses = 0;
        int identical = 0;
        for (Pair pair : pairs) {
            double difference = pair.of() - pair.against();
            wins += difference > 0 ? 1 : 0;
            losses += difference < 0 ? 1 : 0;
            identical += pair.identical() ? 1 : 0;
            int at = place.computeIfAbsent(pair.cluster(), cluster -> {
                blocks.merge(pair.stratum(), 1, Integer::sum);
                sums.add(new double[2]);
                return sums.size() - 1;
            });
            sums.get(at)[0] += difference;
            sums.get(at)[1]++;
        }
        double[] means = sums.stream().mapToDouble(sum -> sum[0] / sum[1]).toArray();
        int most = blocks.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Counts counts = new Counts(pairs.size(), wins, losses, identical, means.length, SignFlip.nonZero(means), most);
        return new Paired(contrast, counts, means, new int[means.length], new int[means.length]);
    }
}
