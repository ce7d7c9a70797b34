package org.longspan.reports.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;
import org.longspan.reports.inference.VarianceComponents.Component;
import org.longspan.reports.inference.VarianceComponents.Source;

class VarianceComponentsTest {

    /**
     * Oracle: numpy 2.4.6, the analysis of variance of S[p, o, c, b] of shape (3, 4, 3, 2), filled in this order.
     * With the usual mean squares, E = MSE, B = (MSB-E)/3, POC = (MSPOC-E)/2, PC = (MSPC-MSPOC)/8,
     * OC = (MSOC-MSPOC)/6, C = (MSC-MSPC-MSOC+MSPOC)/24, PO = (MSPO-MSPOC-MSB+E)/6, P = (MSP-MSPO-MSPC+MSPOC)/24,
     * O = (MSO-MSPO-MSOC+MSPOC)/18.
     */
    @Test
    void equalTheAnalysisOfVarianceOfABalancedDesign() {
        double[] anova = {
            0.13086541816280153,
            0.06920562719992342,
            0.006869879829981078,
            0.04358307823619909,
            -0.0054548571405931695,
            -0.0023878317051900127,
            -0.02766980161582869,
            -0.011951106933186314,
            0.110587650041284
        };
        CrossedRuns runs = Designs.balanced(3, 4, 3, 2);
        long state = 1;
        for (int row = 0; row < runs.size(); row++) {
            state = 1103515245L * state + 12345 & 0x7fffffffL;
            int p = runs.problem()[row];
            int o = runs.optimizer()[row];
            runs.score()[row] = Math.scalb((double) state, -31)
                    + 0.5 * ((2 * p + 1) % 3)
                    + 0.2 * o
                    + 0.1 * runs.clipping()[row]
                    + 0.3 * (p * o % 2);
        }
        VarianceComponents components = VarianceComponents.of(runs, 0.95).orElseThrow();
        assertThat(variances(components)).containsExactly(anova, within(1e-13));
        assertThat(components.total()).isCloseTo(Arrays.stream(anova).sum(), within(1e-13));
    }

    private static double[] variances(VarianceComponents components) {
        return components.components().stream().mapToDouble(Component::variance).toArray();
    }

    /** All pairs of runs, listed, and the nine equations solved as a system, in an unbalanced design with kin. */
    @Test
    void equalTheMeansOverAllPairs() {
        CrossedRuns runs = Designs.dealt(3, 4, 4, 3);
        RandomStream stream = new RandomStream(3);
        Arrays.setAll(runs.score(), row -> stream.normal() + runs.optimizer()[row] % 3);
        VarianceComponents components = VarianceComponents.of(runs, 0.95).orElseThrow();
        int[] all = IntStream.range(0, runs.size()).toArray();
        assertThat(variances(components)).containsExactly(byPairs(runs, all), within(1e-11));
        assertThat(components.components().stream().map(Component::source))
                .containsExactly(Arrays.copyOf(Source.values(), 9));
    }

    /** The jackknife, by leaving rows out and listing the pairs again. */
    @Test
    void intervalsAreThoseOfTheJackknifeByKin() {
        CrossedRuns runs = Designs.dealt(2, 4, 3, 3);
        RandomStream stream = new RandomStream(4);
        Arrays.setAll(runs.score(), row -> stream.normal() + runs.problem()[row]);
        double[] variance = new double[9];
        int kins = 3; // of four optimizers, two are one kin
        for (int kin = 0; kin < kins; kin++) {
            double[][] left = new double[3][];
            for (int block = 0; block < 3; block++) {
                int[] out = {kin, block};
                left[block] = shares(byPairs(
                        runs,
                        IntStream.range(0, runs.size())
                                .filter(row -> runs.kin()[row] != out[0] || runs.block()[row] != out[1])
                                .toArray()));
            }
            for (int i = 0; i < 9; i++) {
                double mean = (left[0][i] + left[1][i] + left[2][i]) / 3;
                for (double[] l : left) {
                    variance[i] += 2.0 / 3 * (l[i] - mean) * (l[i] - mean);
                }
            }
        }
        double t = new TDistribution(null, 2 * kins).inverseCumulativeProbability(0.95);
        List<Component> components =
                VarianceComponents.of(runs, 0.9).orElseThrow().components();
        for (int i = 0; i < 9; i++) {
            Component c = components.get(i);
            assertThat(c.interval().high() - c.share()).isCloseTo(t * Math.sqrt(variance[i]), within(1e-8));
            assertThat(c.share() - c.interval().low()).isCloseTo(t * Math.sqrt(variance[i]), within(1e-8));
        }
    }

    private static double[] shares(double[] variances) {
        double total = Arrays.stream(variances).sum();
        return Arrays.stream(variances).map(v -> v / total).toArray();
    }

    /** Sets are masks of problem 1, optimizer 2, clipping 4, block 8. */
    private static double[] byPairs(CrossedRuns runs, int[] rows) {
        double[] sum = new double[16];
        double[] pairs = new double[16];
        for (int i : rows) {
            for (int j : rows) {
                if (i < j) {
                    boolean problem = runs.problem()[i] == runs.problem()[j];
                    boolean block = problem && runs.kin()[i] == runs.kin()[j] && runs.block()[i] == runs.block()[j];
                    int shared = (problem ? 1 : 0)
                            + (runs.optimizer()[i] == runs.optimizer()[j] ? 2 : 0)
                            + (runs.clipping()[i] == runs.clipping()[j] ? 4 : 0)
                            + (block ? 8 : 0);
                    double d = runs.score()[i] - runs.score()[j];
                    sum[shared] += d * d / 2;
                    pairs[shared]++;
                }
            }
        }
        int[] shared = {0, 1, 2, 4, 3, 5, 6, 7, 1 + 2 + 8};
        int[] indices = {1, 2, 4, 3, 5, 6, 7, 8, 15}; // of each term; a pair shares E only if it is one run
        double[][] unlike = new double[9][9];
        double[] means = new double[9];
        for (int kind = 0; kind < 9; kind++) {
            means[kind] = sum[shared[kind]] / pairs[shared[kind]];
            for (int term = 0; term < 9; term++) {
                unlike[kind][term] = (indices[term] & shared[kind]) == indices[term] ? 0 : 1;
            }
        }
        return new LUDecomposition(MatrixUtils.createRealMatrix(unlike))
                .getSolver()
                .solve(new ArrayRealVector(means))
                .toArray();
    }

    /** Over 200 sets of terms drawn anew, the mean of each estimate is the variance that they were drawn with. */
    @Test
    void areUnbiasedInAnUnbalancedDesign() {
        double[] truth = {0.3, 0.2, 0.05, 0.15, 0, 0.02, 0.04, 0.08, 0.16};
        CrossedRuns runs = Designs.dealt(3, 8, 6, 5);
        RandomStream stream = new RandomStream(5);
        int sets = 200;
        double[] mean = new double[9];
        double[] square = new double[9];
        for (int s = 0; s < sets; s++) {
            Designs.draw(runs, truth, stream, new RandomStream(1000 + s));
            double[] estimate = variances(VarianceComponents.of(runs, 0.95).orElseThrow());
            for (int i = 0; i < 9; i++) {
                mean[i] += estimate[i] / sets;
                square[i] += estimate[i] * estimate[i] / sets;
            }
        }
        for (int i = 0; i < 9; i++) {
            double error = Math.sqrt((square[i] - mean[i] * mean[i]) / sets);
            assertThat(Math.abs(mean[i] - truth[i]) / error)
                    .as("%s: %s for %s", Source.values()[i], mean[i], truth[i])
                    .isLessThan(3.5);
        }
    }

    /** Methods stay, luck is drawn anew: an interval holds what the shares are on average. */
    @Test
    void intervalsCoverWhatLuckMoves() {
        double[] truth = {0.3, 0.2, 0.05, 0.15, 0, 0.02, 0.04, 0.08, 0.16};
        CrossedRuns runs = Designs.dealt(3, 8, 6, 8);
        int sets = 150;
        double[] mean = new double[9];
        List<VarianceComponents> all = new ArrayList<>();
        for (int s = 0; s < sets; s++) {
            Designs.draw(runs, truth, new RandomStream(6), new RandomStream(1000 + s));
            VarianceComponents estimate = VarianceComponents.of(runs, 0.95).orElseThrow();
            all.add(estimate);
            for (int i = 0; i < 9; i++) {
                mean[i] += estimate.components().get(i).share() / sets;
            }
        }
        for (int i = 0; i < 9; i++) {
            int source = i;
            long covered = all.stream()
                    .filter(v -> v.components().get(source).interval().contains(mean[source]))
                    .count();
            assertThat(covered).as(Source.values()[i].label()).isGreaterThanOrEqualTo(135);
        }
    }

    @Test
    void anIndexOfOneValueDropsOut() {
        CrossedRuns runs = Designs.balanced(1, 4, 3, 2);
        RandomStream stream = new RandomStream(8);
        Arrays.setAll(runs.score(), row -> stream.normal());
        VarianceComponents components = VarianceComponents.of(runs, 0.95).orElseThrow();
        assertThat(components.components().stream().map(Component::source))
                .containsExactly(
                        Source.OPTIMIZER,
                        Source.CLIPPING,
                        Source.OPTIMIZER_CLIPPING,
                        Source.LUCK_BETWEEN,
                        Source.LUCK_WITHIN);
        assertThat(components.components().stream()
                        .mapToDouble(Component::share)
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void oneClippingCannotTellLuckBetweenFromWithin() {
        CrossedRuns runs = Designs.balanced(3, 4, 1, 3);
        RandomStream stream = new RandomStream(9);
        Arrays.setAll(runs.score(), row -> stream.normal());
        assertThat(VarianceComponents.of(runs, 0.95).orElseThrow().components().stream()
                        .map(Component::source))
                .containsExactly(Source.PROBLEM, Source.OPTIMIZER, Source.PROBLEM_OPTIMIZER, Source.LUCK);
    }

    @Test
    void oneBlockOrEqualScoresDetermineNothing() {
        CrossedRuns runs = Designs.balanced(3, 4, 3, 1);
        RandomStream stream = new RandomStream(10);
        Arrays.setAll(runs.score(), row -> stream.normal());
        assertThat(VarianceComponents.of(runs, 0.95)).isEmpty();
        assertThat(VarianceComponents.of(Designs.balanced(3, 4, 3, 2), 0.95)).isEmpty();
    }

    @Test
    void refusesWhatIsNoDesign() {
        int[] two = {0, 1};
        int[] one = {0, 0};
        assertThatThrownBy(() -> new CrossedRuns(two, two, two, two, two, new double[3]))
                .hasMessageContaining("2 rows beside 3 scores");
        assertThatThrownBy(() -> new CrossedRuns(two, one, two, two, two, new double[2]))
                .hasMessageContaining("optimizer 0 of kin 1, before of kin 0");
        assertThatThrownBy(() -> new CrossedRuns(two, two, two, two, two, new double[] {0, Double.NaN}))
                .hasMessageContaining("row 1: score NaN");
    }
}
