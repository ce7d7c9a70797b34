package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.ElementwiseTransform;
import org.longspan.optim.Floor;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;

/**
 * Adadelta: s ← ρs + (1 − ρ)g²; d = √(a + ε)/√(s + ε) g; a ← ρa + (1 − ρ)d²; θ ← θ − ηd, s = a = 0 at first.
 *
 * <p>Source: Zeiler 2012, algorithm 1, which has no η: his is η = 1; ρ = 0.9 and ε = 1e-6 as in torch.
 *
 * <p>Not to be confused with {@link RmsProp}, which has η in the place of √(a + ε): the root mean square of the steps
 * so far, which gives d the unit of θ. ε stands inside both roots, and as long as a is 0 it is all that moves a weight:
 * the first step is √(ε/(1 − ρ)), 0.003.
 *
 * <p>d is zero under the floor of {@link Floor#ofFirst}, s and a where they would be denormal ({@link Floor#ofSecond}).
 *
 * @param decay ρ, in [0, 1)
 * @param epsilon ε
 */
public record Adadelta(double decay, double epsilon) implements ElementwiseTransform {

    static final String SECOND_MOMENT = "adadelta.second-moment";
    static final String SQUARED_STEPS = "adadelta.squared-steps";

    private static final String DECAY = "decay";

    /**
     * This optimizer in the catalogue. The method was made to need no learning rate, so its range lies around 1, two
     * decades to either side. ρ and ε are not tuned: every arm gets the same number of draws.
     */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "adadelta",
            "Each coordinate's step the gradient times the root mean square of its steps over that of its gradients.",
            "s ← ρs + (1−ρ)g²; d = √(a + ε)/√(s + ε) g; a ← ρa + (1−ρ)d²; θ ← θ − ηd",
            "Zeiler 2012, ADADELTA: An Adaptive Learning Rate Method, arXiv:1212.5701; constants of"
                    + " torch.optim.Adadelta",
            List.of(
                    DescentStep.learningRate(1, 0.01, 100),
                    MomentSettings.decay(DECAY, "ρ, the share of both means of squares that stays", 0.9),
                    MomentSettings.epsilon("ε, added to both means of squares under their roots", 1e-6)),
            List.of(),
            settings -> of(
                    settings.number(DescentStep.LEARNING_RATE),
                    settings.number(DECAY),
                    settings.number(MomentSettings.EPSILON)));

    /** Returns the method with learning rate η, decay ρ and ε. */
    public static Optimizer of(double learningRate, double decay, double epsilon) {
        return FirstOrder.of(new Adadelta(decay, epsilon), new DescentStep(learningRate));
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
        float eps = (float) epsilon;
        float[] u = update.data(); // g on entry, d on return
        float[] s = memory.vector(SECOND_MOMENT).data();
        float[] a = memory.vector(SQUARED_STEPS).data();
        Moments.accumulateSecond(decay, u, s, from, to, step.kernels());
        for (int i = from; i < to; i++) {
            u[i] = (float) Math.sqrt(a[i] + eps) / (float) Math.sqrt(s[i] + eps) * u[i];
        }
        Floor.applyToFirst(u, from, to, step.kernels());
        Moments.accumulateSecond(decay, u, a, from, to, step.kernels());
    }
}
