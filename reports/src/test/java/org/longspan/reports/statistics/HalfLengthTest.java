package org.longspan.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.numerics.random.RandomStream;

class HalfLengthTest {

    private static final int[] LENGTHS = {10, 20, 40, 80};

    /** The maximum of the penalized likelihood, found without its gradient. */
    @Test
    void fitIsTheMaximumOfThePenalizedLikelihood() {
        int[] solved = {9, 7, 4, 1};
        int[] runs = {10, 10, 10, 10};
        double[] best = new SimplexOptimizer(1e-14, 1e-14)
                .optimize(
                        new MaxEval(100_000),
                        new ObjectiveFunction(at -> penalized(at, solved, runs)),
                        GoalType.MAXIMIZE,
                        new InitialGuess(new double[] {1, -1}),
                        new NelderMeadSimplex(2, 0.5))
                .getPoint();
        double t50 = Math.pow(2, -best[0] / best[1]);
        assertThat(HalfLength.of(LENGTHS, solved, runs).length().orElseThrow()).isCloseTo(t50, within(1e-4 * t50));
    }

    private static double penalized(double[] at, int[] solved, int[] runs) {
        double sum = 0;
        double[][] information = new double[2][2];
        for (int i = 0; i < LENGTHS.length; i++) {
            double x = Math.log(LENGTHS[i]) / Math.log(2);
            double score = at[0] + at[1] * x;
            sum -= solved[i] * Math.log1p(Math.exp(-score)) + (runs[i] - solved[i]) * Math.log1p(Math.exp(score));
            double p = 1 / (1 + Math.exp(-score));
            double w = runs[i] * p * (1 - p);
            information[0][0] += w;
            information[0][1] += w * x;
            information[1][1] += w * x * x;
        }
        double determinant = information[0][0] * information[1][1] - information[0][1] * information[0][1];
        return sum + Math.log(determinant) / 2;
    }

    /**
     * scipy 1.17.1: l(a, b) = sum(k log p + (n-k) log(1-p)) + slogdet(X' diag(n p (1-p)) X)/2 with numpy 2.4.6; T50 by
     * optimize.minimize(-l, method='Nelder-Mead', xatol=1e-11, fatol=1e-14); ends by optimize.brentq of
     * max l - max over b of l(-b x0, b) - stats.chi2.ppf(.95, 1)/2 in x0 = log2 T, the inner maximum by a grid of 122
     * slopes and optimize.minimize_scalar(method='bounded', xatol=1e-9).
     */
    @ParameterizedTest
    @CsvSource({
        "10 20 40 80, 9 7 4 1, 10 10 10 10, 30.5615451, 19.83033388936103, 48.321446081339886",
        "10 20 40 80, 19 15 6 1, 20 20 20 20, 29.3164089, 23.218642343565918, 37.07159197235576",
        "20 50 200, 4 3 0, 4 9 5, 41.6412318, 20.13916396593981, 73.8253111066722",
        "5 10 20 40 80, 8 8 5 0 0, 8 8 8 8 8, 21.7853481, 16.437038998631106, 28.93398209628875",
        "5 10 20 40 80, 8 8 8 0 0, 8 8 8 8 8, 28.2840641, 22.46822843129952, 35.60300994914115"
    })
    void agreesWithScipy(String lengths, String solved, String runs, double t50, double low, double high) {
        HalfLength half = HalfLength.of(numbers(lengths), numbers(solved), numbers(runs));
        assertThat(half.length().orElseThrow()).isCloseTo(t50, within(1e-6 * t50));
        assertThat(half.interval().orElseThrow().low()).isCloseTo(low, within(1e-6 * low));
        assertThat(half.interval().orElseThrow().high()).isCloseTo(high, within(1e-6 * high));
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    /** 200 arms of T50 = 20 whose odds fall by e² with each doubling, 8 runs at each of five lengths. */
    @Test
    void intervalCoversTheLength() {
        int[] lengths = {5, 10, 20, 40, 80};
        int[] runs = {8, 8, 8, 8, 8};
        RandomStream stream = new RandomStream(11);
        int covered = 0;
        int bounded = 0;
        for (int arm = 0; arm < 200; arm++) {
            int[] solved = new int[5];
            for (int i = 0; i < 5; i++) {
                double p = 1 / (1 + Math.exp(2 * Math.log(lengths[i] / 20.0) / Math.log(2)));
                for (int run = 0; run < runs[i]; run++) {
                    solved[i] += stream.nextDouble() < p ? 1 : 0;
                }
            }
            Optional<Interval> interval = HalfLength.of(lengths, solved, runs).interval();
            bounded += interval.isPresent() ? 1 : 0;
            covered += interval.map(i -> i.contains(20)).orElse(true) ? 1 : 0;
        }
        assertThat(bounded).isEqualTo(200);
        assertThat(covered).isGreaterThanOrEqualTo(182); // 190 expected, its standard deviation 3.1
    }

    @Test
    void symmetricDataTurnInTheMiddle() {
        HalfLength half = HalfLength.of(new int[] {10, 20, 40}, new int[] {9, 5, 1}, new int[] {10, 10, 10});
        assertThat(half.length().orElseThrow()).isCloseTo(20, within(1e-9));
        Interval i = half.interval().orElseThrow();
        assertThat(i.low() * i.high()).isCloseTo(400, within(1e-6));
        assertThat(half.verdict()).startsWith("20 (95 %: ");
    }

    @Test
    void lengthsBeyondWhichT50LiesAreNotFitted() {
        assertUndetermined(new int[] {0, 0, 0}, "under 10: nothing was solved");
        assertUndetermined(new int[] {2, 2, 2}, "over 40: every run solved");
        assertUndetermined(new int[] {0, 1, 2}, "not determined: longer was not harder");
        assertUndetermined(new int[] {1, 1, 1}, "not determined: longer was not harder");
    }

    @Test
    void separatedDataAreFitted() {
        int[] lengths = {5, 10, 20, 40, 80};
        int[] eight = {8, 8, 8, 8, 8};
        HalfLength half = HalfLength.of(lengths, new int[] {8, 8, 8, 0, 0}, eight);
        assertThat(half.verdict()).isEqualTo("between 20 and 40 (95 %: 22 to 36)");
        assertThat(HalfLength.of(lengths, new int[] {8, 8, 5, 0, 0}, eight).verdict())
                .isEqualTo("22 (95 %: 16 to 29)");
    }

    @Test
    void fewSeparatedRunsBoundNothing() {
        HalfLength half = HalfLength.of(new int[] {10, 20, 40}, new int[] {2, 2, 0}, new int[] {2, 2, 2});
        assertThat(half.length().orElseThrow()).isCloseTo(27.6638678, within(1e-5)); // scipy, as above
        assertThat(half.interval()).isEmpty();
        assertThat(half.verdict()).isEqualTo("between 20 and 40 (the interval is not bounded)");
    }

    /** The only length with both kinds of run is the last: T50 lies beyond it, not at it. */
    @Test
    void aFewFailuresAtTheLastLengthPointBeyondIt() {
        HalfLength half = HalfLength.of(new int[] {10, 20, 40}, new int[] {10, 10, 9}, new int[] {10, 10, 10});
        assertThat(half.length().orElseThrow()).isCloseTo(146.6306564, within(1e-4)); // scipy, as above
        assertThat(half.verdict()).isEqualTo("147 (the interval is not bounded), beyond the lengths that were run");
    }

    private static void assertUndetermined(int[] solved, String verdict) {
        HalfLength half = HalfLength.of(new int[] {10, 20, 40}, solved, new int[] {2, 2, 2});
        assertThat(half.length()).isEmpty();
        assertThat(half.interval()).isEmpty();
        assertThat(half.verdict()).isEqualTo(verdict);
    }

    @Test
    void twoLengthsAreTooFew() {
        HalfLength half = HalfLength.of(new int[] {10, 20}, new int[] {9, 1}, new int[] {10, 10});
        assertThat(half.length()).isEmpty();
        assertThat(half.verdict()).contains("2 lengths");
    }

    @Test
    void aWeakSlopeHasNoBoundedInterval() {
        HalfLength half = HalfLength.of(new int[] {10, 20, 40}, new int[] {2, 1, 1}, new int[] {3, 2, 3});
        assertThat(half.length()).isPresent();
        assertThat(half.interval()).isEmpty();
        assertThat(half.verdict()).contains("not bounded");
    }
}
