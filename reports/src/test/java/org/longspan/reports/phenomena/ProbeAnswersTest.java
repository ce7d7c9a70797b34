package org.longspan.reports.phenomena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.reports.phenomena.SyntheticLooks.curvature;
import static org.longspan.reports.phenomena.SyntheticLooks.look;
import static org.longspan.reports.phenomena.SyntheticLooks.lyapunov;
import static org.longspan.reports.phenomena.SyntheticLooks.measured;
import static org.longspan.reports.phenomena.SyntheticLooks.negativeCurvature;
import static org.longspan.reports.phenomena.SyntheticLooks.probed;
import static org.longspan.reports.phenomena.SyntheticLooks.signal;
import static org.longspan.reports.phenomena.SyntheticLooks.table;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.ProbeLook;

/** What is said of numbers that mean something, and that nothing is said of others. */
class ProbeAnswersTest {

    private static List<String> answers(ProbeLook... looks) {
        return new ProbeAnswers(probed("lstm", 0, looks))
                .all().stream().map(ProbeAnswers.Said::answer).toList();
    }

    @Test
    void aSignalIsToldByItsFactorAndByTheLagWhereLittleIsLeft() {
        assertThat(answers(signal("0", 0, -0.1), signal("end", 60, -0.01)))
                .containsExactly(
                        "A step back multiplies the signal of the loss by 0.794, with a thousandth of it left at"
                                + " lag 31, before training, and by 0.977, with more than a thousandth of it left at every lag,"
                                + " after 60 updates.");
    }

    @Test
    void aSignalOfWhichNothingIsLeftHasNoFactor() {
        assertThat(answers(signal("0", 0, -0.1), signalOf(60, 2)))
                .containsExactly(
                        "A step back multiplies the signal of the loss by 0.794, with a thousandth of it left at"
                                + " lag 31, before training. Two steps back, of the signal of the loss nothing is left after 60"
                                + " updates.");
        assertThat(answers(signalOf(0, Double.NaN))).as("it overflowed").isEmpty();
    }

    private static ProbeLook signalOf(long updates, double horizon) {
        return look(
                "signal-by-lag",
                String.valueOf(updates),
                updates,
                measured(Map.of("signal slope", Double.NaN, "signal horizon", horizon)));
    }

    @Test
    void anExponentIsToldWhereThereIsOne() {
        assertThat(answers(curvature("0", 0, -0.2, 1.02), curvature("end", 60, -0.2, Double.NaN)))
                .containsExactly(
                        "Over lags, curvature follows the gradient with an exponent β of 1.02 for the Hessian and 2"
                                + " for the Gauss-Newton matrix before training, and 2 for the Gauss-Newton matrix after 60"
                                + " updates.");
        assertThat(answers(curvature("0", 0, -0.01, 1), curvature("end", 60, Double.NaN, 1)))
                .containsExactly("No exponent β is told, as over lags from 5 on ‖g‖ spans too few powers of ten: 0.44"
                        + " before training. It takes 3.");
        assertThat(answers(curvature("0", 0, Double.NaN, 1))).isEmpty();
    }

    @Test
    void aRateOfGrowthThatIsNotFiniteIsNoNumber() {
        assertThat(answers(lyapunov("0", 0, -0.5, 1), lyapunov("end", 60, Double.NaN, 1)))
                .containsExactly(
                        "A small change of the state grows by exp(λ) a step, with λ = −0.5 before training. Under 0"
                                + " it fades. A small change of the state has no finite λ after 60 updates: nothing of it is left,"
                                + " or it overflows.");
    }

    @Test
    void aSpectrumIsToldWithTheShareUnderZero() {
        assertThat(answers(negativeCurvature("0", 0, 1, -2, 0.5), negativeCurvature("end", 60, 1, -0.01, 0.5)))
                .containsExactly(
                        "The eigenvalues of the Hessian reach from −2 to 4 (33\u00a0% of the curvature under 0)"
                                + " before training, and from −0.01 to 4 (less than 1\u00a0% of the curvature under 0) after 60"
                                + " updates.");
        assertThat(answers(negativeCurvature("0", 0, 1, Double.NaN, 0.5))).isEmpty();
    }

    @Test
    void noCliffIsDeniedWhereNoneCanBeTold() {
        assertThat(answers(SyntheticCliffs.tail(21)))
                .containsExactly("None is told in 21 updates, as it takes a median of the 21 before it.");
        assertThat(answers(SyntheticCliffs.tail(22)))
                .containsExactly(
                        "None in 22 updates: from update 22 on no gradient was over 10 times as long as the median"
                                + " before it. The longest of the run was 1.1 times as long as the median of all.");
    }

    @Test
    void aClippingOfNoGradientIsNotTold() {
        assertThat(answers(bias(0.001, 1)))
                .containsExactly(
                        "At a tenth of its unit, over batches of 5: value moves the mean by less than 1\u00a0% of its"
                                + " length, and its cosine to the gradient is 1.");
        assertThat(answers(bias(Double.NaN, Double.NaN))).isEmpty();
    }

    private static ProbeLook bias(double bias, double cosine) {
        return look(
                "clip-bias",
                "end",
                60,
                measured(Map.of(), table("value", "units,batch,relative bias,cosine to gradient", List.of(new double[] {
                    0.1, 5, bias, cosine
                }))));
    }
}
