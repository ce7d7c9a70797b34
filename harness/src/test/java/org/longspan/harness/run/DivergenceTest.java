package org.longspan.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.DivergenceRules;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Outcome.Cause;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.model.Evaluation;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.optim.StepReport;
import org.longspan.optim.nonfinite.NonFinitePolicies;
import org.longspan.task.Split;

/** What ends a trial as diverged, and what does not. */
class DivergenceTest {

    private static final Kernels KERNELS = KernelChoice.best("plain").kernels();
    private static final double CHANCE = 0.5;

    @Test
    void weightsThatAreNotFiniteEndATrialUnderEveryPolicy() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            for (String policy : List.of("fail", "skip", "random-step", "shrink-recurrent")) {
                assertThat(watch(policy).afterUpdate(report(1), weights(bad), KERNELS))
                        .isEqualTo(Cause.WEIGHTS_NOT_FINITE);
            }
        }
        assertThat(watch("fail").afterUpdate(report(1), weights(Float.MAX_VALUE), KERNELS))
                .as("huge weights are finite")
                .isNull();
    }

    @Test
    void aGradientThatIsNotFiniteEndsATrialUnderThePolicyFailAlone() {
        for (double norm : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(watch("fail").afterUpdate(report(norm), weights(1), KERNELS))
                    .isEqualTo(Cause.GRADIENT_NOT_FINITE);
            for (String policy : List.of("skip", "random-step", "shrink-recurrent")) {
                assertThat(watch(policy).afterUpdate(report(norm), weights(1), KERNELS))
                        .isNull();
            }
        }
    }

    @Test
    void aHugeGradientEndsNoTrialHoweverOftenItIsSeen() {
        DivergenceWatch watch = watch("fail");
        for (int update = 0; update < 1000; update++) {
            assertThat(watch.afterUpdate(report(1e300), weights(1), KERNELS)).isNull();
        }
    }

    @Test
    void looksAreFarOffAboveAThousandTimesChanceOrWhereTheyAreNotFinite() {
        for (double far : new double[] {1000 * CHANCE * (1 + 1e-12), 1e300, Double.POSITIVE_INFINITY, Double.NaN}) {
            DivergenceWatch watch = watch("fail");
            assertThat(look(watch, far)).isFalse();
            assertThat(look(watch, far)).isFalse();
            assertThat(look(watch, far)).isTrue();
        }
        DivergenceWatch watch = watch("fail");
        for (int i = 0; i < 10; i++) {
            assertThat(look(watch, 1000 * CHANCE)).isFalse();
        }
    }

    @Test
    void aNearLookBeginsTheCountAnew() {
        DivergenceWatch watch = watch("fail");
        for (double loss : new double[] {1e9, Double.NaN, 1, 1e9, 1e9, 0.1, Double.NaN, 1e9}) {
            assertThat(look(watch, loss)).isFalse();
        }
        assertThat(look(watch, Double.POSITIVE_INFINITY)).isTrue();
    }

    private static boolean look(DivergenceWatch watch, double loss) {
        return watch.afterEvaluation(new Evaluation(loss, loss))
                .filter(Cause.FAR_OFF::equals)
                .isPresent();
    }

    private static DivergenceWatch watch(String policy) {
        return new DivergenceWatch(
                new DivergenceRules(1000, 3), NonFinitePolicies.named(policy).create(Settings.NONE), CHANCE);
    }

    private static StepReport report(double gradientNorm) {
        StepReport report = new StepReport();
        report.gradientNorm = gradientNorm;
        return report;
    }

    private static Parameters weights(float last) {
        Workbench bench = Trials.bench();
        Parameters theta = new Parameters(
                bench.network(Trials.PLAIN.model(), Trials.PLAIN.task()).layout());
        theta.data()[theta.size() - 1] = last;
        return theta;
    }

    /** Update 20 of batches of ten meets targets whose squares are beyond the range of float. */
    private static final OddTasks SPIKE = new OddTasks(new OddTasks.Odd(Split.TRAIN, 200, 210, 1e38f));

    @Test
    void oneGradientThatIsNotFiniteIsTheEndUnderFailAndAnIncidentUnderSkip() {
        TrialResult failed = Trials.run(Trials.PLAIN, SPIKE);
        assertThat(failed.outcome()).isEqualTo(new Outcome.Diverged(Cause.GRADIENT_NOT_FINITE, 20));
        assertThat(failed.costs().updates()).isEqualTo(21);
        TrialResult skipped = Trials.run(Trials.withPolicy(Trials.PLAIN, "skip"), SPIKE);
        assertThat(skipped.outcome()).isEqualTo(new Outcome.BudgetSpent());
        assertThat(skipped.curve().get(3).steps().gradientNormMax()).isNull();
        assertThat(skipped.curve()).allMatch(point -> point.validationLoss() < 2);
    }

    /** The gradient is huge, but clipped. */
    @Test
    void aHugeGradientThatIsClippedDoesNoHarm() {
        OddTasks spike = new OddTasks(new OddTasks.Odd(Split.TRAIN, 200, 210, 1e15f));
        Trial clipped = Trials.of(
                "sgd",
                Map.of("learning-rate", 0.01),
                "global-norm",
                Map.of("threshold", 1.0, "relative-to", "absolute"));
        TrialResult saved = Trials.run(clipped, spike);
        assertThat(saved.outcome()).isEqualTo(new Outcome.BudgetSpent());
        assertThat(saved.curve().get(3).steps().gradientNormMax()).isGreaterThan(1e14);
        assertThat(saved.curve()).allMatch(point -> point.validationLoss() < 2);
        assertThat(Trials.run(Trials.PLAIN, spike).outcome()).isInstanceOf(Outcome.Diverged.class);
    }

    @Test
    void lossesFarOffThreeTimesInARowEndATrial() {
        TrialResult result = Trials.run(Trials.with(Trials.PLAIN, new DivergenceRules(1e-6, 3)));
        assertThat(result.outcome()).isEqualTo(new Outcome.Diverged(Cause.FAR_OFF, 19));
        assertThat(result.curve()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e3, 1e30})
    void aHugeLearningRateDivergesForAReasonAndTheRecordIsStrictJson(double rate) {
        TrialResult result = Trials.run(Trials.of("sgd", Map.of("learning-rate", rate), "none", Map.of()));
        assertThat(result.outcome()).isInstanceOf(Outcome.Diverged.class);
        assertThat(result.curve())
                .extracting(CurvePoint::toString)
                .noneMatch(point -> point.contains("NaN") || point.contains("Infinity"));
    }
}
