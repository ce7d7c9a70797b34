package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.SearchRange;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.oracle.Purpose;
import org.longspan.optim.Clipping;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.Law;
import org.longspan.optim.NonFinitePolicy;
import org.longspan.optim.Optimizer;
import org.longspan.optim.clip.Clippings;
import org.longspan.optim.nonfinite.HoldStill;
import org.longspan.optim.nonfinite.NonFinitePolicies;

/**
 * What every optimizer promises. Extend it, return the entry, and each fact runs on a convex problem with noise.
 * An optimizer whose steps are not small at the middle of its learning rate's range says so in {@link #cautious}, one
 * whose steps look at thousands of sequences in {@link #thrifty}.
 */
public abstract class OptimizerContract extends EntryFacts {

    private static final double NOISE = 0.5;
    private static final String LEARNING_RATE = "learning-rate";
    private static final String WEIGHT_DECAY = "weight-decay";

    /** Returns the entry under test. */
    protected abstract Entry<Optimizer> optimizer();

    /** Returns settings under which steps are small; by default the learning rate at the middle of its range. */
    protected Settings cautious() {
        return optimizer().settings().stream()
                .filter(setting -> setting.name().equals(LEARNING_RATE))
                .flatMap(setting -> setting.search().stream())
                .map(range -> thrifty().with(LEARNING_RATE, range.at(0.5)))
                .findFirst()
                .orElse(thrifty());
    }

    /** Returns settings under which a step uses few sequences; by default none, which leaves every default. */
    protected Settings thrifty() {
        return Settings.NONE;
    }

    /**
     * Returns settings under which nothing but a gradient moves weights; by default those of the entry, with a weight
     * decay of 0 where there is one.
     */
    protected Settings atRest() {
        return has(optimizer(), WEIGHT_DECAY) ? Settings.NONE.with(WEIGHT_DECAY, 0) : Settings.NONE;
    }

    /** Returns how many of the first updates only look and move nothing; by default none. */
    protected int updatesThatOnlyLook() {
        return 0;
    }

    @Override
    final Entry<?> entry() {
        return optimizer();
    }

    // The same bits.

    @Test
    void twoRunsFromOneStartGiveTheSameBits() {
        assertSameBits(run(NOISE).steps(50), run(NOISE).steps(50));
    }

    @Test
    void whatItRemembersLivesInTheMemory() {
        Optimizer shared = create();
        PracticeRun one = new PracticeRun(shared, NOISE);
        PracticeRun other = new PracticeRun(shared, 2 * NOISE);
        for (int k = 0; k < 50; k++) {
            one.step();
            other.step();
        }
        assertSameBits(one, run(NOISE).steps(50));
        assertSameBits(other, run(2 * NOISE).steps(50));
    }

    @Test
    void aCheckpointOfWeightsAndMemoryGoesOnToTheSameBits() {
        PracticeRun whole = run(NOISE).steps(20);
        PracticeRun resumed = whole.resumed(create(), NOISE).steps(20);
        assertSameBits(resumed, whole.steps(20));
    }

    @Test
    void plainAndVectorKernelsGiveTheSameBits() {
        Kernels vector = KernelChoice.best("auto").kernels();
        Assumptions.assumeFalse(
                vector.name().equals(PlainKernels.create().name()), "no vector kernels on this machine");
        assertSameBits(
                new PracticeRun(create(), NOISE, vector).steps(50), run(NOISE).steps(50));
    }

    // Steps.

    @Test
    void aZeroGradientAndAnEmptyMemoryMoveNothing() {
        PracticeRun run = new PracticeRun(optimizer().create(atRest()), NOISE);
        float[] start = run.theta.data().clone();
        run.oracle.scale(0);
        run.steps(5);
        assertThat(run.theta.data()).containsExactly(start);
        assertThat(run.report.updateNorm).isZero();
    }

    @Test
    void itDescendsAConvexQuadraticAtASmallRate() {
        PracticeRun run = new PracticeRun(optimizer().create(cautious()), 0);
        double before = loss(run);
        run.steps(2000);
        assertThat(loss(run)).isLessThan(before / 2);
    }

    @Test
    void itReportsWhatItDid() {
        PracticeRun beginning = run(NOISE);
        double lossBefore = loss(beginning);
        beginning.step();
        assertThat(beginning.report.loss).as("the first probe is the start").isEqualTo(lossBefore);
        PracticeRun run = run(NOISE).steps(updatesThatOnlyLook());
        Parameters before = run.theta.copy();
        run.step();
        assertThat(run.report.gradientNorm).isPositive().isFinite();
        assertThat(run.report.clippedNorm).as("nothing was clipped").isEqualTo(run.report.gradientNorm);
        Parameters moved = run.theta.copy();
        moved.addScaled(-1, before);
        double distance = PlainKernels.create().reductions().norm(moved);
        assertThat(distance).isPositive();
        assertThat(run.report.updateNorm).isCloseTo(distance, within(1e-6 * (1 + distance))); // θ is rounded
    }

    @Test
    void itUsesSequences() {
        assertThat(create().sequencesPerStep(20)).isPositive();
    }

    @Test
    void aStepCostsAtMostWhatItSays() {
        long most = create().costOfAStep(NoisyQuadratic.BATCH);
        PracticeRun run = run(NOISE);
        for (int k = 0; k < 50; k++) {
            long before = run.oracle.sequenceForwards();
            run.step();
            assertThat(run.oracle.sequenceForwards() - before)
                    .as("sequence-forwards of step %s", k)
                    .isLessThanOrEqualTo(most);
        }
    }

    @Test
    void aStepAllocatesNothing() {
        PracticeRun run = run(NOISE);
        assertThat(Allocation.of(run::step)).as("bytes in one step").isZero();
    }

    @Test
    void noDenormalNumberIsKeptWhileGradientsVanish() {
        PracticeRun run = run(NOISE);
        int denormals = 0;
        float scale = 1;
        for (int k = 0; k < 2000; k++) {
            run.oracle.scale(scale);
            run.step();
            denormals += denormals(run);
            scale = scale * 0.95f < 1e-16f ? 0 : scale * 0.95f; // a model's own floor cuts its gradients too
        }
        assertThat(denormals).isZero();
    }

    // Clipping and what is not finite.

    /** Every clipping that can be switched off, and that this optimizer does not refuse. */
    @TestFactory
    Stream<DynamicTest> clippingAtInfinityIsNoClippingBitForBit() {
        return Clippings.all().stream()
                .filter(scheme -> has(scheme, "threshold"))
                .filter(scheme -> scheme.create(Settings.NONE).laws().contains(Law.OFF_AT_INFINITY))
                .map(scheme -> DynamicTest.dynamicTest(scheme.name(), () -> {
                    Clipping off = at(scheme, Double.POSITIVE_INFINITY);
                    Assumptions.assumeFalse(create().refuses(off).isPresent(), "refused");
                    assertSameBits(run(NOISE).under(off).steps(50), run(NOISE).steps(50));
                }));
    }

    @Test
    void aGradientThatIsNotFiniteMovesNeitherWeightsNorMemory() {
        for (NonFinitePolicy policy : List.of(HoldStill.FAIL, HoldStill.SKIP)) {
            for (float poison : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
                PracticeRun spared = run(NOISE).under(policy).steps(10);
                PracticeRun poisoned = run(NOISE).under(policy).steps(10);
                poisoned.oracle.poison(poison);
                poisoned.step();
                assertThat(poisoned.report.gradientNorm).as("%s", policy).isNotFinite();
                assertThat(poisoned.report.updateNorm).as("%s", policy).isZero();
                assertSameBits(poisoned, spared);
            }
        }
    }

    /** An optimizer may also hold still; it must not continue with values that are not finite. */
    @Test
    void aGradientThatIsReplacedLeavesWeightsAndMemoryFinite() {
        for (Entry<NonFinitePolicy> policy : NonFinitePolicies.all()) {
            for (float poison : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
                PracticeRun run = run(NOISE).under(policy.create(Settings.NONE)).steps(10);
                run.oracle.poison(poison);
                run.steps(3);
                run.oracle.poison(0);
                run.steps(3);
                assertThat(run.report.updateNorm).as(policy.name()).isFinite();
                assertThat(notFinite(run))
                        .as("%s after %s", policy.name(), poison)
                        .isZero();
            }
        }
    }

    // What it says.

    @Test
    void aLearningRateIsTunedOverFourDecadesOrMore() {
        optimizer().settings().stream()
                .filter(setting -> setting.name().equals(LEARNING_RATE))
                .forEach(setting -> {
                    SearchRange range = setting.search().orElseThrow();
                    assertThat(range.scale()).isEqualTo(SearchRange.Scale.LOG);
                    assertThat(StrictMath.log10(range.to() / range.from())).isGreaterThan(3.999);
                });
    }

    private Optimizer create() {
        return optimizer().create(thrifty());
    }

    private PracticeRun run(double spread) {
        return new PracticeRun(create(), spread);
    }

    /** The loss over all sequences of a step. */
    private double loss(PracticeRun run) {
        int sequences = create().sequencesPerStep(run.oracle.batch());
        return run.oracle.objective(Purpose.GRADIENT, 0, sequences).loss(run.theta);
    }

    private static Clipping at(Entry<ClippingScheme> entry, double threshold) {
        ClippingScheme scheme = entry.create(Settings.NONE.with("threshold", threshold));
        double[] units = new double[scheme.unit().count(PracticeRun.LAYOUT)];
        Arrays.fill(units, 1);
        return scheme.at(units);
    }

    private static void assertSameBits(PracticeRun one, PracticeRun other) {
        assertThat(one.theta.data()).as("weights").containsExactly(other.theta.data());
        assertThat(one.answer()).as("answer").containsExactly(other.answer());
        assertThat(one.memory.vectorNames()).isEqualTo(other.memory.vectorNames());
        assertThat(one.memory.numberNames()).isEqualTo(other.memory.numberNames());
        for (String name : one.memory.vectorNames()) {
            assertThat(one.memory.vector(name).data())
                    .as(name)
                    .containsExactly(other.memory.vector(name).data());
        }
        for (String name : one.memory.numberNames()) {
            assertThat(one.memory.numbers(name)).as(name).containsExactly(other.memory.numbers(name));
        }
    }

    private static int denormals(PracticeRun run) {
        return count(run, x -> x != 0 && Math.abs(x) < Float.MIN_NORMAL);
    }

    private static int notFinite(PracticeRun run) {
        return count(run, x -> !Double.isFinite(x));
    }

    /** Counts elements of θ and of every vector in the memory. */
    private static int count(PracticeRun run, DoublePredicate which) {
        int count = count(run.theta, which);
        for (String name : run.memory.vectorNames()) {
            count += count(run.memory.vector(name), which);
        }
        return count;
    }

    private static int count(Parameters vector, DoublePredicate which) {
        int count = 0;
        for (float x : vector.data()) {
            count += which.test(x) ? 1 : 0;
        }
        return count;
    }
}
