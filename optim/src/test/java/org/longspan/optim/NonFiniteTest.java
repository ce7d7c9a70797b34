package org.longspan.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;

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
        skipping.policy = NonFinitePolicy.SKIP;
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
        assertThat(NonFinitePolicy.FAIL.endsRun(run.report.gradientNorm)).isTrue();
        assertThat(NonFinitePolicy.SKIP.endsRun(run.report.gradientNorm)).isFalse();
    }

    @Test
    void aHugeFiniteGradientIsFinite() {
        Run run = new Run(Optimizers.named("sgd").create(Settings.NONE), START);
        run.advance(Float.MAX_VALUE, -Float.MAX_VALUE, Float.MAX_VALUE);
        assertThat(run.report.gradientNorm).isFinite().isGreaterThan(Float.MAX_VALUE);
        assertThat(NonFinitePolicy.FAIL.endsRun(run.report.gradientNorm)).isFalse();
    }

    @Test
    void noClippingHidesWhatThePolicyMustSee() {
        for (Entry<ClippingScheme> scheme : Clippings.all()) {
            Run run = new Run(Optimizers.named("sgd").create(Settings.NONE), START);
            run.clipping = scheme.create(Settings.NONE).at(1);
            run.advance(1f, Float.POSITIVE_INFINITY, 1f);
            assertThat(run.report.gradientNorm).as(scheme.name()).isInfinite();
            assertThat(run.theta.data()).as(scheme.name()).containsExactly(START);
        }
    }

    @Test
    void thePoliciesAreAllListed() {
        List<NonFinitePolicy> made = NonFinitePolicies.all().stream()
                .map(entry -> entry.create(Settings.NONE))
                .toList();
        assertThat(made).containsExactly(NonFinitePolicy.values());
        assertThat(NonFinitePolicies.named("skip").create(Settings.NONE)).isEqualTo(NonFinitePolicy.SKIP);
    }
}
