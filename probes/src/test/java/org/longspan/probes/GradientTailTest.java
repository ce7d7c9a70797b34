package org.longspan.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.longspan.probes.ProbeErrors.hold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.model.TaskObjective;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.oracle.Objective;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.task.Split;

@ExtendWith(ProbeErrors.class)
class GradientTailTest {

    private static final List<Integer> PLANTED = List.of(60, 150, 155, 175, 300);

    /** Norms about 1, with cliffs of 50 planted; 155 and 175 are each within 20 updates of the one before. */
    private static double norm(int update, RandomStream stream) {
        return PLANTED.contains(update) ? 50 : stream.uniform(0.5, 1.5);
    }

    private static GradientTail.Update update(double norm) {
        return new GradientTail.Update(norm, norm / 10, 1, norm > 10 ? 2 : 0.5);
    }

    @Test
    void plantedCliffsAreFoundAtTheirUpdatesAndNearOnesAreOne() {
        GradientTail tail = new GradientTail();
        RandomStream stream = Seed.root(1).stream();
        List<Integer> found = new ArrayList<>();
        for (int k = 0; k < 400; k++) {
            double norm = norm(k, stream);
            if (tail.isCliff(norm)) {
                found.add(k);
            }
            tail.take(update(norm));
        }
        ProbeResult.Measured result = tail.measured();

        assertThat(found).hasSize(3);
        for (int i = 0; i < 3; i++) { // 155 and 175 belong to the cliff at 150
            int planted = List.of(60, 150, 300).get(i);
            hold(
                    "gradient-tail",
                    "updates of cliffs, where they were planted",
                    "",
                    Math.abs(found.get(i) - planted),
                    0);
        }
        assertThat(result.numbers()).containsEntry("cliffs", 3.0).containsEntry("not finite", 0.0);
        assertThat(result.numbers().get("share that raise their loss")).isEqualTo(5 / 400.0);
        double[] marked = result.table("updates").column("cliff");
        for (int k = 0; k < 400; k++) {
            assertThat(marked[k]).isEqualTo(found.contains(k) ? 1 : 0);
        }
    }

    @Test
    void theTrailingMedianIsThatOfTheFiniteNormsBefore() {
        GradientTail tail = new GradientTail();
        RandomStream stream = Seed.root(2).stream();
        List<Double> norms = new ArrayList<>();
        for (int k = 0; k < 300; k++) {
            double norm = k % 50 == 49 ? Double.NaN : stream.uniform(0, 1);
            norms.add(norm);
            tail.take(update(norm));
        }
        double[] medians = tail.measured().table("updates").column("trailing median");
        for (int k = 1; k < 300; k++) {
            double[] before = norms.subList(0, k).stream()
                    .filter(Double::isFinite)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            double[] last = Arrays.copyOfRange(before, Math.max(0, before.length - 101), before.length);
            Arrays.sort(last);
            double median = (last[(last.length - 1) / 2] + last[last.length / 2]) / 2;
            assertThat(medians[k]).isCloseTo(median, within(1e-12));
        }
        assertThat(tail.measured().numbers()).containsEntry("not finite", 6.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 1.5, 3})
    void hillsIndexIsThatOfAParetoSample(double alpha) {
        RandomStream stream = Seed.root(3).stream();
        double[] sample = new double[200_000];
        Arrays.setAll(sample, i -> StrictMath.pow(1 - stream.nextDouble(), -1 / alpha));

        for (double share : new double[] {0.025, 0.05, 0.1}) { // standard error α / √k
            double error = alpha / Math.sqrt(share * sample.length);
            double difference = Math.abs(TailIndex.of(sample, share) - alpha);
            hold("gradient-tail", "Hill's α in standard errors, Pareto samples", "", difference / error, 4);
        }
        assertThat(TailIndex.of(new double[] {1, 2, 3}, 0.05)).isNaN();
    }

    /** Steps of plain gradient descent at rate 0.1, clipped by hand. */
    private static final class Lent implements CliffSteps {

        final Subject subject = ProbesTest.subject("tanh-rnn", new NoiseTask(6, 2, 1));
        final TaskObjective batch = objective(0, 20);
        final TaskObjective validation = objective(20, 100);
        final Parameters gradient = new Parameters(subject.network().layout());
        final double loss = batch.gradient(subject.theta(), GradientSeams.NONE, gradient);
        final double norm = subject.network().kernels().reductions().norm(gradient);

        private TaskObjective objective(int from, int count) {
            return new TaskObjective(
                            subject.network(),
                            subject.task(),
                            Split.VALIDATION,
                            3,
                            subject.network().newWorkspace(count))
                    .bind(from, count);
        }

        @Override
        public Parameters after(Kind kind, double median) {
            Parameters after = subject.theta().copy();
            switch (kind) {
                case TAKEN -> after.addScaled((float) (-0.1 * 0.5), gradient);
                case UNCLIPPED -> after.addScaled(-0.1f, gradient);
                case CLIPPED_AT_MEDIAN -> after.addScaled((float) (-0.1 * Math.min(1, median / norm)), gradient);
                case RANDOM -> after.data()[0] -= (float) (0.1 * median);
            }
            return after;
        }

        @Override
        public Objective batch() {
            return batch;
        }

        @Override
        public Objective validation() {
            return validation;
        }
    }

    @Test
    void lossesAfterEveryKindOfStepAreThoseOfStepsMadeByHand() {
        Lent lent = new Lent();
        float[] theta = lent.subject.theta().data().clone();
        GradientTail tail = new GradientTail();
        double quiet = lent.norm / 50;
        for (int k = 0; k < 30; k++) {
            tail.take(update(quiet));
        }
        assertThat(tail.isCliff(lent.norm)).isTrue();
        tail.look(lent.norm, lent.loss, lent);
        Table steps = tail.measured().table("steps");

        assertThat(steps.column("update")).containsOnly(30);
        double[] factors = {0.05, 0.1, 0.1 / 50};
        for (int kind = 0; kind < 3; kind++) {
            Parameters after = new Parameters(lent.gradient.layout());
            for (int i = 0; i < after.size(); i++) {
                after.data()[i] =
                        (float) (theta[i] - factors[kind] * lent.gradient.data()[i]);
            }
            double batch = Math.abs(steps.column("batch loss")[kind] - lent.batch.loss(after));
            double validation = Math.abs(steps.column("validation loss")[kind] - lent.validation.loss(after));
            hold("gradient-tail", "losses after steps, made by hand", "tanh-rnn", Math.max(batch, validation), 1e-6);
        }
        assertThat(lent.subject.theta().data()).isEqualTo(theta);
    }

    @Test
    void onlyTheFirstFiveCliffsAreLookedAt() {
        Lent lent = new Lent();
        GradientTail tail = new GradientTail();
        int looks = 0;
        for (int k = 0; k < 1000; k++) {
            double norm = k % 100 == 99 ? 50 : 1;
            if (tail.isCliff(norm)) {
                tail.look(norm, lent.loss, lent);
                looks++;
            }
            tail.take(update(norm));
        }

        assertThat(looks).isEqualTo(5);
        assertThat(tail.measured().numbers()).containsEntry("cliffs", 10.0);
        assertThat(tail.measured().table("steps").column("kind")).hasSize(20);
    }
}
