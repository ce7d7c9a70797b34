package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.oracle.Oracle;
import org.longspan.optim.Floor;
import org.longspan.optim.Guard;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;
import org.longspan.optim.StepReport;

/**
 * Averaged descent: θ ← θ − ηg; θ̄ ← θ̄ + w(θ − θ̄) with w = (γ + 1)/(t + γ), t counting the updates made. Gradients
 * are taken at θ, evaluations at θ̄.
 *
 * <p>Source: Ruppert 1988, Polyak and Juditsky 1992: at γ = 0, where w = 1/t, θ̄ is the mean of all iterates but the
 * start. With γ > 0 the polynomial-decay averaging of Shamir and Zhang 2013, in which the first iterates count less.
 *
 * <p>Not to be confused with a running mean at a constant w, whose memory is as long at the end as at the start; with
 * torch's ASGD, which decays η too and begins to average late. An update that a policy for non-finite gradients skips
 * does not count in t.
 *
 * <p>Compensated summation: the rounding error of each addition to θ̄ is added to the next one, since late additions,
 * of size 1/t, would vanish in float32.
 *
 * @param descent the method whose iterates are averaged
 * @param gamma γ, at least 0
 */
public record AveragedSgd(Optimizer descent, double gamma) implements Optimizer {

    static final String MEAN = "averaged-sgd.mean";
    static final String LOST = "averaged-sgd.lost";
    static final String COUNT = "averaged-sgd.count"; // t

    private static final String GAMMA = "gamma";

    /**
     * This optimizer in the catalogue. The iterates are those of {@link Sgd}, so η has its range. γ is not tuned:
     * every arm gets the same number of draws.
     */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "averaged-sgd",
            "Stochastic gradient descent whose answer is the mean of its iterates.",
            "θ ← θ − ηg; θ̄ ← θ̄ + w(θ − θ̄), w = (γ+1)/(t+γ); the answer is θ̄",
            "Ruppert 1988, Efficient Estimations from a Slowly Convergent Robbins-Monro Process, Cornell University;"
                    + " Polyak and Juditsky 1992, Acceleration of Stochastic Approximation by Averaging, SIAM Journal"
                    + " on Control and Optimization 30(4); γ of Shamir and Zhang 2013, Stochastic Gradient Descent for"
                    + " Non-smooth Optimization, ICML",
            List.of(
                    DescentStep.learningRate(0.03, 3e-4, 3),
                    Setting.Number.within(
                            GAMMA, "γ, how much less the first iterates count; at 0 all are equal", 0, 0, 1e6)),
            List.of(),
            settings -> of(settings.number(DescentStep.LEARNING_RATE), settings.number(GAMMA)));

    /** Returns the method with learning rate η and γ. */
    public static Optimizer of(double learningRate, double gamma) {
        return new AveragedSgd(Sgd.withRate(learningRate), gamma);
    }

    @Override
    public void step(Oracle oracle, Parameters theta, Memory memory, Guard guard, Step step, StepReport report) {
        descent.step(oracle, theta, memory, guard, step, report);
        if (guard.policy().holdsStill(report.gradientNorm)) {
            return;
        }
        double t = ++memory.numbers(COUNT, 1)[0];
        float[] mean = memory.vector(MEAN).data();
        float[] lost = memory.vector(LOST).data();
        average((float) ((gamma + 1) / (t + gamma)), theta.data(), mean, lost);
        Kernels kernels = step.kernels();
        Floor.applyToFirst(mean, 0, mean.length, kernels);
        Floor.applyToFirst(lost, 0, lost.length, kernels);
    }

    private static void average(float share, float[] theta, float[] mean, float[] lost) {
        for (int i = 0; i < mean.length; i++) {
            float before = mean[i];
            float addition = Math.fma(share, theta[i] - before, lost[i]);
            float after = before + addition;
            mean[i] = after;
            lost[i] = addition - (after - before);
        }
    }

    /** Returns θ̄, or θ before the first update. */
    @Override
    public Parameters answer(Parameters theta, Memory memory) {
        return memory.numbers(COUNT, 1)[0] == 0 ? theta : memory.vector(MEAN);
    }
}
