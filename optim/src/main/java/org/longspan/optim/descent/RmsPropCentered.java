package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.ElementwiseTransform;
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
 * <p>s − m² is a variance and never negative but for roundings, which count as 0.
 *
 * @param moments m and s, both with ρ
 * @param epsilon ε
 */
public record RmsPropCentered(Moments moments, double epsilon) implements ElementwiseTransform {

    private static final String DECAY = "decay";

    /**
     * This optimizer in the catalogue. Momentum of 0.9 makes ten steps of one, so the range of η is a tenth of
     * {@link RmsProp}'s. ρ, μ and ε are not tuned: every arm gets the same number of draws.
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
                new RmsPropCentered(Moments.of("rmsprop-centered", decay, decay), epsilon),
                new Velocity(MomentumTorch.VELOCITY, new ConstantMomentum((float) mu)),
                new DescentStep(learningRate));
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
        moments.apply(update, theta, memory, step, from, to);
        float eps = (float) epsilon;
        float[] u = update.data(); // g on entry, g/(√(s − m²) + ε) on return
        float[] m = moments.first(memory);
        float[] s = moments.second(memory);
        for (int i = from; i < to; i++) {
            float variance = Math.max(0f, Math.fma(-m[i], m[i], s[i]));
            u[i] = u[i] / ((float) Math.sqrt(variance) + eps);
        }
    }
}
