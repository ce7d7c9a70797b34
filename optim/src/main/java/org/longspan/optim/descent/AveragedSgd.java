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
 * Averaged descent: θ ← θ − ηg; from update αK on, θ̄ ← θ̄ + w(θ − θ̄) with w = (γ + 1)/(t + γ), t counting the updates
 * averaged, K those of the budget. Gradients are taken at θ, evaluations at θ̄, before update αK at θ.
 *
 * <p>Source: Ruppert 1988, Polyak and Juditsky 1992: at α = γ = 0, where w = 1/t, θ̄ is the mean of all iterates but the
 * start. With α > 0 the suffix averaging of Rakhlin, Shamir and Sridharan 2012, which forgets the way to the
 * neighborhood of the minimum, here a plateau. With γ > 0 the polynomial-decay averaging of Shamir and Zhang 2013, in
 * which the first iterates count less.
 *
 * <p>Where averaging begins, sources differ. α = ½ is Rakhlin, Shamir and Sridharan's, and the choice of it over the
 * others is ours, since it alone is relative to the budget. Polyak and Juditsky average from the first update on.
 * Bottou's svmasgd (2011, option {@code avgstart}) begins after one pass over the data, at the latest after as many
 * examples as there are weights: with 20 sequences an update and 32 units that is update 60 for a tanh network and 230
 * for an LSTM, inside most plateaus. torch's ASGD begins at update 10⁶, which no plan here reaches.
 *
 * <p>Not to be confused with a running mean at a constant w, whose memory is as long at the end as at the start; with
 * ASGD of Bottou and of torch, after Xu 2011, which decays η too. An update that a policy for non-finite gradients
 * skips does not count in t.
 *
 * <p>Compensated summation: the rounding error of each addition to θ̄ is added to the next one, since late additions,
 * of size 1/t, would vanish in float32.
 *
 * @param descent the method whose iterates are averaged
 * @param start α, in [0, 1)
 * @param gamma γ, at least 0
 */
public record AveragedSgd(Optimizer descent, double start, double gamma) implements Optimizer {

    static final String MEAN = "averaged-sgd.mean";
    static final String LOST = "averaged-sgd.lost";
    static final String COUNT = "averaged-sgd.count"; // t

    private static final String START = "start";
    private static final String GAMMA = "gamma";

    /**
     * This optimizer in the catalogue. The iterates are those of {@link Sgd}, so η has its range. α and γ are
     * not tuned: every arm gets the same number of draws.
     */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "averaged-sgd",
            "Stochastic gradient descent whose answer is the mean of its later iterates.",
            "θ ← θ − ηg; k ≥ αK: θ̄ ← θ̄ + w(θ − θ̄), w = (γ+1)/(t+γ); the answer is θ̄, before update αK θ",
            "Ruppert 1988, Efficient Estimations from a Slowly Convergent Robbins-Monro Process, Cornell University;"
                    + " Polyak and Juditsky 1992, Acceleration of Stochastic Approximation by Averaging, SIAM Journal"
                    + " on Control and Optimization 30(4); α of Rakhlin, Shamir and Sridharan 2012, Making Gradient"
                    + " Descent Optimal for Strongly Convex Stochastic Optimization, ICML; γ of Shamir and Zhang 2013,"
                    + " Stochastic Gradient Descent for Non-smooth Optimization, ICML",
            List.of(
                    DescentStep.learningRate(0.03, 3e-4, 3),
                    Setting.Number.within(
                            START,
                            "α, the share of the budget's updates before the average begins",
                            0.5,
                            0,
                            Math.nextDown(1f)),
                    Setting.Number.within(
                            GAMMA, "γ, how much less the first iterates count; at 0 all are equal", 0, 0, 1e6)),
            List.of(),
            settings -> of(settings.number(DescentStep.LEARNING_RATE), settings.number(START), settings.number(GAMMA)));

    /** Returns the method with learning rate η, α and γ. */
    public static Optimizer of(double learningRate, double start, double gamma) {
        return new AveragedSgd(Sgd.withRate(learningRate), start, gamma);
    }

    @Override
    public void step(Oracle oracle, Parameters theta, Memory memory, Guard guard, Step step, StepReport report) {
        descent.step(oracle, theta, memory, guard, step, report);
        double[] count = memory.numbers(COUNT, 1);
        float[] mean = memory.vector(MEAN).data();
        float[] lost = memory.vector(LOST).data();
        if (step.index() < (long) (start * step.total()) || guard.policy().holdsStill(report.gradientNorm)) {
            return;
        }
        double t = ++count[0];
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

    /** Returns θ̄, or θ while no update is averaged. */
    @Override
    public Parameters answer(Parameters theta, Memory memory) {
        return memory.numbers(COUNT, 1)[0] == 0 ? theta : memory.vector(MEAN);
    }
}
