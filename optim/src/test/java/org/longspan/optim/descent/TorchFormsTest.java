package org.longspan.optim.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;
import org.longspan.optim.MomentumSchedule;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Run;
import org.longspan.optim.Schedule;
import org.longspan.optim.schedule.AutoencoderMomentum;
import org.longspan.optim.schedule.Constant;
import org.longspan.optim.schedule.ConstantMomentum;
import org.longspan.optim.schedule.ExponentialDecay;
import org.longspan.optim.schedule.RecurrentMomentum;

/** The two forms of momentum and of Nesterov's gradient: where their paths agree and where they part. */
class TorchFormsTest {

    private static final double ETA = 0.01;
    private static final int TOTAL = 6000;
    private static final MomentumSchedule CONSTANT = new ConstantMomentum(0.9f);
    private static final MomentumSchedule STAIRS = new AutoencoderMomentum(0.99f);

    /** Gradients that do not depend on θ, equal in every run, and the paths of both forms under them. */
    private static final class Pair {
        final Run ours;
        final Run torch;
        final RandomStream random = new RandomStream(11);
        float[] gradient = {0, 0, 0};

        Pair(Optimizer ours, Optimizer torch, Schedule schedule) {
            this.ours = new Run(ours, schedule, TOTAL, new float[3]);
            this.torch = new Run(torch, schedule, TOTAL, new float[3]);
        }

        void advance() {
            gradient = Run.normal(random, 3, 1);
            ours.advance(gradient);
            torch.advance(gradient);
        }

        /** The first coordinate of φ = θ + μv, which torch calls θ. */
        double probe(double mu) {
            return ours.theta.data()[0]
                    + mu * ours.memory.vector(Momentum.VELOCITY).data()[0];
        }
    }

    private static Pair nesterov(MomentumSchedule mu, Schedule schedule) {
        return new Pair(Nesterov.of(ETA, mu), NesterovTorch.of(ETA, mu), schedule);
    }

    private static Pair momentum(MomentumSchedule mu, Schedule schedule) {
        return new Pair(Momentum.of(ETA, mu), MomentumTorch.of(ETA, mu), schedule);
    }

    @Test
    void momentumIsOnePathAtAConstantRateWhateverTheMomentumDoes() {
        Pair pair = momentum(STAIRS, new Constant());
        for (int k = 0; k < 1200; k++) {
            pair.advance();
            assertThat((double) pair.torch.theta.data()[0])
                    .isCloseTo(pair.ours.theta.data()[0], within(2e-5));
        }
    }

    @Test
    void momentumPartsWhereTheRateChanges() {
        Run ours = new Run(Momentum.of(1, CONSTANT), new ExponentialDecay(0.01), 2, 0f);
        Run torch = new Run(MomentumTorch.of(1, CONSTANT), new ExponentialDecay(0.01), 2, 0f);
        ours.advance(1f).advance(1f);
        torch.advance(1f).advance(1f);
        assertThat((double) ours.theta.data()[0]).isCloseTo(-1 - (0.9 * 1 + 0.01), within(1e-6));
        assertThat((double) torch.theta.data()[0]).isCloseTo(-1 - 0.01 * (0.9 * 1 + 1), within(1e-6));
    }

    @Test
    void nesterovInTorchsFormIsThePathOfOurProbeAtConstantRateAndMomentum() {
        Pair pair = nesterov(CONSTANT, new Constant());
        for (int k = 0; k < 1200; k++) {
            pair.advance();
            assertThat((double) pair.torch.theta.data()[0]).isCloseTo(pair.probe(0.9f), within(2e-5));
        }
    }

    /** φ ← φ − ηg + μ′v: ours with the momentum μ′ of the next update, torch's with that of the present one. */
    @Test
    void underAScheduleOurProbeTakesTheMomentumOfTheNextUpdateWhereTorchTakesThePresentOne() {
        Pair pair = nesterov(new RecurrentMomentum(0.5f), new Constant()); // 0.9 up to update 999, then 0.5
        double phi = 0;
        for (int k = 0; k < 1001; k++) {
            double mu = k < 1000 ? 0.9f : 0.5f;
            double next = k + 1 < 1000 ? 0.9f : 0.5f;
            double torchBefore = pair.torch.theta.data()[0];
            pair.advance();
            double v = pair.ours.memory.vector(Momentum.VELOCITY).data()[0];
            double torchV =
                    -ETA * pair.torch.memory.vector(NesterovTorch.VELOCITY).data()[0];
            phi += -ETA * pair.gradient[0] + next * v;
            assertThat(pair.probe(next)).isCloseTo(phi, within(2e-5));
            assertThat(torchV).isCloseTo(v, within(2e-6));
            assertThat((double) pair.torch.theta.data()[0])
                    .isCloseTo(torchBefore - ETA * pair.gradient[0] + mu * torchV, within(2e-7));
            phi = pair.probe(next); // so that rounding errors do not accumulate
        }
    }

    @Test
    void theUpdateBeforeAChangeOfMomentumPartsThePaths() {
        Pair pair = nesterov(new RecurrentMomentum(0.5f), new Constant());
        for (int k = 0; k < 999; k++) {
            pair.advance();
        }
        assertThat((double) pair.torch.theta.data()[0]).isCloseTo(pair.probe(0.9f), within(2e-5));
        pair.advance();
        double v = pair.ours.memory.vector(Momentum.VELOCITY).data()[0];
        double apart = pair.torch.theta.data()[0] - pair.probe(0.5f);
        assertThat(Math.abs(apart)).isGreaterThan(1e-3);
        assertThat(apart).as("(μ − μ′)v").isCloseTo((0.9 - 0.5) * v, within(2e-5));
    }

    @Test
    void withoutMomentumBothAreDescentBitForBit() {
        Pair momentum = momentum(new ConstantMomentum(0), new Constant());
        Pair nesterov = nesterov(new ConstantMomentum(0), new Constant());
        for (int k = 0; k < 100; k++) {
            momentum.advance();
            nesterov.advance();
            assertThat(momentum.torch.theta.data()).containsExactly(momentum.ours.theta.data());
            assertThat(nesterov.torch.theta.data()).containsExactly(nesterov.ours.theta.data());
        }
    }
}
