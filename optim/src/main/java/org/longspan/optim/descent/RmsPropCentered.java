package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.ElementwiseTransform;
import org.longspan.optim.Floor;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;
import org.longspan.optim.schedule.ConstantMomentum;

/**
 * Centred RMSprop with momentum: m ← ρm + (1 − ρ)g; s ← ρs + (1 − ρ)g²; v ← μv + g/(√(s − m²) + ε); θ ← θ − ηv, all 0
 * at first.
 *
 * <p>Source: Graves 2013, section 4, in torch's form: ε outside the root, momentum before η ({@link MomentumTorch}).
 *
 * <p>Not to be confused with {@link RmsProp}, which divides by the root mean square where this divides by a standard
 * deviation; nor with Graves's own form, whose ε stands inside the root. A gradient that does not vary has a
 * deviation of 0, and its steps grow to ηg/ε: ε bounds them, so it matters more than in {@link RmsProp}.
 *
 * <p>s − m² is a variance and never negative but for roundings, which count as 0. m is zero under the floor of
 * {@link Floor#ofFirst}, s where it would be denormal ({@link Floor#ofSecond}).
 *
 * @param decay ρ, in [0, 1)
 * @param epsilon ε
 */
public record RmsPropCentered(double decay, double epsilon) implements ElementwiseTransform {

    static final String FIRST_MOMENT = "rmsprop-centered.first-moment";
    static final String SECOND_MOMENT = "rmsprop-centered.second-moment";

    private static final String DECAY = "decay";

    /**
     * This optimizer in the catalogue. Momentum of 0.9 makes ten steps of one, so η has the range of {@link RmsProp}
     * ten times down. ρ, μ and ε are not tuned: every arm gets the same number of draws.
     */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "rmsprop-centered",
            "Each coordinate's gradient divided by a running standard deviation, then momentum.",
            "m ← ρm + (1−ρ)g; s ← ρs + (1−ρ)g²; v ← μv + g/(√(s − m²) + ε); θ ← θ − ηv",
            "Graves 2013, Generating Sequences with Recurrent Neural Networks, arXiv:1308.0850; in the form of"
                    + " torch.optim.RMSprop",
            List.of(
                    DescentStep.learningRate(0.001, 1e-5, 0.1),
                    MomentSettings.decay(DECAY, "ρ, the share of both moments that stays", 0.95),
                    ConstantMomentum.MU,
                    MomentSettings.epsilon(1e-8)),
            List.of(),
            settings -> of(
                    settings.number(DescentStep.LEARNING_RATE),
                    settings.number(DECAY),
                    settings.number(Momentum.MOMENTUM),
                    settings.number(MomentSettings.EPSILON)));

    /** Returns the method with learning rate η, decay ρ, momentum μ and ε. */
    public static Optimizer of(double learningRate, double decay, double mu, double epsilon) {
        return FirstOrder.of(
                new RmsPropCentered(decay, epsilon),
                new MomentumTorch(new ConstantMomentum((float) mu)),
                new DescentStep(learningRate));
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
        float rho = (float) decay;
        float oneMinusRho = (float) (1 - decay);
        float eps = (float) epsilon;
        float[] u = update.data(); // g on entry, g/(√(s − m²) + ε) on return
        float[] m = memory.vector(FIRST_MOMENT).data();
        float[] s = memory.vector(SECOND_MOMENT).data();
        for (int i = from; i < to; i++) {
            float g = u[i];
            m[i] = Math.fma(rho, m[i], oneMinusRho * g);
            s[i] = Math.fma(rho, s[i], oneMinusRho * g * g);
        }
        Floor.applyToFirst(m, from, to, step.kernels());
        Floor.applyToSecond(s, from, to, step.kernels());
        for (int i = from; i < to; i++) {
            float variance = Math.max(0f, Math.fma(-m[i], m[i], s[i]));
            u[i] = u[i] / ((float) Math.sqrt(variance) + eps);
        }
    }
}
