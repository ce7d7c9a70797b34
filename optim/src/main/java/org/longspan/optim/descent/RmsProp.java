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
 * RMSprop: s ← ρs + (1 − ρ)g²; θ ← θ − ηg/(√s + ε), s = 0 at first.
 *
 * <p>Source: Tieleman and Hinton 2012; ε outside the root and ρ = 0.99, η = 0.01, ε = 1e-8 as in torch.
 *
 * <p>Not to be confused with ρ = 0.9 of the lecture; with ε inside the root; with s = 1e-3 at first and no ε, as in the
 * code of Arjovsky et al. 2016; with the centred form and the momentum of Graves 2013 ({@link RmsPropCentered}).
 * Without a correction for s = 0 the first step is η/√(1 − ρ) in every coordinate, 10η at ρ = 0.99.
 *
 * <p>The second moment is zero where it would be denormal ({@link Floor#ofSecond}). As in any float32 version it
 * overflows past |g| = 1.8e19, and that coordinate never moves again.
 *
 * @param decay ρ, in [0, 1)
 * @param epsilon ε
 */
public record RmsProp(double decay, double epsilon) implements ElementwiseTransform {

    static final String SECOND_MOMENT = "rmsprop.second-moment";

    private static final String DECAY = "decay";

    /**
     * This optimizer in the catalogue. A step moves each weight by about η, so the range is in units of weights: at
     * 1e-4 a weight needs ten thousand updates to move by 1, and at 1 every pre-activation jumps by the width of the
     * layer, which saturates tanh and drives the loss to infinity or far above chance. In the middle, 0.01, an LSTM
     * learns to add over 20 steps in a few hundred updates. ρ and ε are not tuned: every arm gets the same number of
     * draws, and a setting that matters little would waste them.
     */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "rmsprop",
            "Each coordinate's step divided by a running root mean square of its gradient.",
            "s ← ρs + (1−ρ)g²; θ ← θ − ηg/(√s + ε)",
            "Tieleman and Hinton 2012, Lecture 6.5: RMSProp, Neural Networks for Machine Learning, Coursera; constants"
                    + " of torch.optim.RMSprop",
            List.of(
                    DescentStep.learningRate(0.01, 1e-4, 1),
                    MomentSettings.decay(DECAY, "ρ, the share of the second moment that stays", 0.99),
                    MomentSettings.epsilon(1e-8)),
            List.of(),
            settings -> of(
                    settings.number(DescentStep.LEARNING_RATE),
                    settings.number(DECAY),
                    settings.number(MomentSettings.EPSILON)));

    /** Returns the method with learning rate η, decay ρ and ε. */
    public static Optimizer of(double learningRate, double decay, double epsilon) {
        return FirstOrder.of(new RmsProp(decay, epsilon), new DescentStep(learningRate));
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
        float eps = (float) epsilon;
        float[] u = update.data(); // g on entry, g/(√s + ε) on return
        float[] s = memory.vector(SECOND_MOMENT).data();
        Moments.accumulateSecond(decay, u, s, from, to, step.kernels());
        for (int i = from; i < to; i++) {
            u[i] = u[i] / ((float) Math.sqrt(s[i]) + eps);
        }
    }
}
