package org.longspan.optim.nonfinite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.random.Seed;
import org.longspan.optim.CatalogueTest;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.NonFinitePolicy;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Run;
import org.longspan.optim.Step;
import org.longspan.optim.catalogue.Optimizers;
import org.longspan.optim.clip.Clippings;
import org.longspan.optim.schedule.Constant;

class NonFiniteTest {

    private static final float[] START = {0.5f, -1f, 2f};

    static Stream<Arguments> optimizersAndWhatIsNotFinite() {
        return CatalogueTest.firstOrder() // the gradients here are no function's
                .flatMap(entry -> Stream.of(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY)
                        .map(value -> Arguments.of(entry, value)));
    }

    @ParameterizedTest
    @MethodSource("optimizersAndWhatIsNotFinite")
    void skippingLeavesWeightsAndMemoryAsIfTheStepHadNeverBeen(Entry<Optimizer> entry, float poison) {
        Run skipping = new Run(entry.create(Settings.NONE), START);
        Run spared = new Run(entry.create(Settings.NONE), START);
        skipping.under(HoldStill.SKIP);
        for (int k = 0; k < 10; k++) {
            skipping.advance(0.1f * k, -1f, 3f);
            spared.advance(0.1f * k, -1f, 3f);
            skipping.advance(1f, poison, 1f);
            assertThat(skipping.report.gradientNorm).isNotFinite();
            assertThat(skipping.report.clippedNorm).isNotFinite();
            assertThat(skipping.report.updateNorm).isZero();
            assertThat(skipping.theta.data()).containsExactly(spared.theta.data());
        }
        assertThat(skipping.memory.vectorNames()).isEqualTo(spared.memory.vectorNames());
        for (String name : spared.memory.vectorNames()) {
            assertThat(skipping.memory.vector(name).data())
                    .containsExactly(spared.memory.vector(name).data());
        }
    }

    @ParameterizedTest
    @MethodSource("optimizersAndWhatIsNotFinite")
    void failingLeavesTheWeightsAndShowsTheNorm(Entry<Optimizer> entry, float poison) {
        Run run = new Run(entry.create(Settings.NONE), START);
        run.advance(1f, poison, 1f);
        assertThat(run.theta.data()).containsExactly(START);
        assertThat(run.report.updateNorm).isZero();
        assertThat(HoldStill.FAIL.endsRun(run.report.gradientNorm)).isTrue();
        assertThat(HoldStill.SKIP.endsRun(run.report.gradientNorm)).isFalse();
    }

    @Test
    void aHugeFiniteGradientIsFinite() {
        Run run = new Run(Optimizers.named("sgd").create(Settings.NONE), START);
        run.advance(Float.MAX_VALUE, -Float.MAX_VALUE, Float.MAX_VALUE);
        assertThat(run.report.gradientNorm).isFinite().isGreaterThan(Float.MAX_VALUE);
        assertThat(HoldStill.FAIL.endsRun(run.report.gradientNorm)).isFalse();
    }

    @Test
    void noClippingHidesWhatThePolicyMustSee() {
        for (Entry<ClippingScheme> scheme : Clippings.all()) {
            Run run = new Run(Optimizers.named("sgd").create(Settings.NONE), START);
            run.under(scheme.create(Settings.NONE).at(1));
            run.advance(1f, Float.POSITIVE_INFINITY, 1f);
            assertThat(run.report.gradientNorm).as(scheme.name()).isInfinite();
            assertThat(run.theta.data()).as(scheme.name()).containsExactly(START);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aRandomStepHasItsLengthAndAnotherDirectionAtEveryUpdate(float poison) {
        Run run = new Run(Optimizers.named("sgd").create(Settings.NONE.with("learning-rate", 0.5)), START);
        run.under(new RandomStepPolicy(3));
        run.under(Clippings.named("value")
                .create(Settings.NONE.with("threshold", 1e-9).with("relative-to", "absolute"))
                .at(1));
        Set<Float> drawn = new TreeSet<>();
        for (int k = 0; k < 20; k++) {
            Parameters before = run.theta.copy();
            run.advance(1f, poison, 1f);
            assertThat(run.report.gradientNorm).isNotFinite();
            assertThat(run.report.clippedNorm).as("not clipped").isCloseTo(3, within(1e-6));
            assertThat(run.report.updateNorm).isCloseTo(1.5, within(1e-6));
            drawn.add(run.theta.data()[0] - before.data()[0]);
        }
        assertThat(drawn).hasSize(20);
        assertThat(run.guard.policy().endsRun(Double.NaN)).isFalse();
    }

    @Test
    void aRandomStepIsAFunctionOfTheTrialAndTheUpdate() {
        assertThat(afterARandomStep(0, 2, Float.NaN))
                .containsExactly(afterARandomStep(0, 2, Float.POSITIVE_INFINITY))
                .isNotEqualTo(afterARandomStep(0, 3, Float.NaN))
                .isNotEqualTo(afterARandomStep(1, 2, Float.NaN));
    }

    private static float[] afterARandomStep(long trial, long update, float poison) {
        Step step = new Step(PlainKernels.create(), Seed.root(trial), new Constant(), 10);
        step.moveTo(update);
        Parameters gradient = Run.vector(poison, 1f, 2f);
        new RandomStepPolicy(1).replace(gradient, Run.vector(START), step);
        return gradient.data();
    }

    @Test
    void shrinkingTakesAShareOfTheRecurrentWeightsAndLeavesTheOthers() {
        Parameters theta = new Parameters(ParameterLayout.builder()
                .add("input", 1, 2, Role.INPUT)
                .add("recurrent", 2, 2, Role.RECURRENT)
                .add("bias", 1, 2, Role.BIAS)
                .build());
        System.arraycopy(new float[] {1, 2, 100, -50, 3, 0, 4, 5}, 0, theta.data(), 0, 8);
        Parameters gradient = theta.copy();
        gradient.data()[0] = Float.NaN;
        new ShrinkRecurrent().replace(gradient, theta, Run.step(new Constant(), 1));
        assertThat(gradient.data()).containsExactly(0, 0, 2, -1, 0.06f, 0, 0, 0);
    }

    @Test
    void shrinkingIsAlsoTheAnswerToAHugeGradientAndOnlyToThat() {
        Run run = new Run(Optimizers.named("sgd").create(Settings.NONE.with("learning-rate", 1)), START);
        run.under(new ShrinkRecurrent());
        run.advance(2e10f, 0f, 0f);
        assertThat(run.report.gradientNorm).isEqualTo(2e10f);
        assertThat(run.theta.data()).containsExactly(0.49f, -0.98f, 1.96f); // one recurrent block
        run.advance(0.25f, 0f, 0f);
        assertThat(run.theta.data()).containsExactly(0.49f - 0.25f, -0.98f, 1.96f);
        assertThat(run.guard.policy().replaces(1e10)).isFalse();
        assertThat(run.guard.policy().replaces(Math.nextUp(1e10))).isTrue();
        assertThat(run.guard.policy().replaces(Double.NaN)).isTrue();
        assertThat(run.guard.policy().endsRun(Double.NaN)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.longspan.optim.CatalogueTest#firstOrder")
    void whatReplacesAGradientMovesEveryFirstOrderMethod(Entry<Optimizer> entry) {
        for (NonFinitePolicy policy : List.of(new RandomStepPolicy(1), new ShrinkRecurrent())) {
            Run run = new Run(entry.create(Settings.NONE), START);
            run.under(policy);
            run.advance(0.1f, -1f, 3f);
            float[] before = run.theta.data().clone();
            run.advance(1f, Float.NaN, 1f);
            assertThat(run.report.updateNorm).as("%s", policy).isFinite().isPositive();
            assertThat(run.theta.data()).as("%s", policy).isNotEqualTo(before).doesNotContain(Float.NaN);
        }
    }

    @Test
    void thePoliciesAreAllListed() {
        List<NonFinitePolicy> made = NonFinitePolicies.all().stream()
                .map(entry -> entry.create(Settings.NONE))
                .toList();
        assertThat(made)
                .containsExactly(HoldStill.FAIL, HoldStill.SKIP, new RandomStepPolicy(1), new ShrinkRecurrent());
        assertThat(NonFinitePolicies.named("skip").create(Settings.NONE)).isEqualTo(HoldStill.SKIP);
    }
}
