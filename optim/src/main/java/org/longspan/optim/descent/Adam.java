package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.optim.ElementwiseTransform;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;

/**
 * Adam: m ← β₁m + (1 − β₁)g; s ← β₂s + (1 − β₂)g²; θ ← θ − η m̂/(√ŝ + ε) with m̂ = m/(1 − β₁ᵗ),
 * ŝ = s/(1 − β₂ᵗ), t counting the updates made.
 *
 * <p>Source: Kingma and Ba 2015, algorithm 1 (their v is our s).
 *
 * <p>Not to be confused with the more efficient order of their section 2, whose ε̂ is not corrected; with
 * {@link AdamW}, whose decay of weights is decoupled; with {@link AmsGrad}, which keeps the largest s. An update that
 * a policy for non-finite gradients skips does not count in t.
 *
 * @param moments m and s, with β₁ and β₂
 * @param epsilon ε
 */
public record Adam(Moments moments, double epsilon) implements ElementwiseTransform {

    static final String CORRECTIONS = "adam.corrections"; // 1 − β₁ᵗ, 1 − β₂ᵗ

    static final String BETA1 = "beta1";
    static final String BETA2 = "beta2";
    static final double EPSILON = 1e-8;

    /**
     * This optimizer in the catalogue. The range of η is that of {@link RmsProp}, and for the same reason; its steps
     * are bounded, so at the top of the range it stays above chance rather than diverging. β₁, β₂ and ε are not tuned:
     * every arm gets the same number of draws. With ε tuned up to large values Adam would contain momentum (Choi et al.
     * 2019); within these settings it does not.
     */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "adam",
            "A running mean of the gradient divided by a running root mean square, both corrected for their start at"
                    + " zero.",
            "m ← β₁m + (1−β₁)g; s ← β₂s + (1−β₂)g²; θ ← θ − η m̂/(√ŝ + ε); m̂ = m/(1−β₁ᵗ), ŝ = s/(1−β₂ᵗ)",
            "Kingma and Ba 2015, Adam: A Method for Stochastic Optimization, ICLR, arXiv:1412.6980",
            settings(0.001),
            List.of(),
            settings -> of(
                    settings.number(DescentStep.LEARNING_RATE),
                    settings.number(BETA1),
                    settings.number(BETA2),
                    settings.number(MomentSettings.EPSILON)));

    /** Returns the settings of Adam and its variants, which share the range of η but not its default. */
    static List<Setting> settings(double learningRate) {
        return List.of(
                DescentStep.learningRate(learningRate, 1e-4, 1),
                MomentSettings.decay(BETA1, "β₁, the share of the first moment that stays", 0.9),
                MomentSettings.decay(BETA2, "β₂, the share of the second moment that stays", 0.999),
                MomentSettings.epsilon(EPSILON));
    }

    /** Creates the method from β₁, β₂ and ε. */
    public Adam(double beta1, double beta2, double epsilon) {
        this(Moments.of("adam", beta1, beta2), epsilon);
    }

    /** Returns the method with learning rate η, decays β₁, β₂ and ε. */
    public static Optimizer of(double learningRate, double beta1, double beta2, double epsilon) {
        return FirstOrder.of(new Adam(beta1, beta2, epsilon), new DescentStep(learningRate));
    }

    @Override
    public void begin(Memory memory, Step step) {
        double[] corrections = memory.numbers(CORRECTIONS, 2);
        corrections[0] = advance(corrections[0], moments.beta1());
        corrections[1] = advance(corrections[1], moments.beta2());
    }

    /** c = 1 − βᵗ becomes 1 − βᵗ⁺¹ = βc + (1 − β): right from c = 0 on, without a power or a cancellation. */
    static double advance(double correction, double beta) {
        return Math.fma(beta, correction, 1 - beta);
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
        moments.apply(update, theta, memory, step, from, to);
        float eps = (float) epsilon;
        double[] corrections = memory.numbers(CORRECTIONS);
        float meanScale = (float) (1 / corrections[0]);
        float rootScale = (float) (1 / Math.sqrt(corrections[1]));
        float[] u = update.data(); // g on entry, m̂/(√ŝ + ε) on return
        float[] m = moments.first(memory);
        float[] s = moments.second(memory);
        for (int i = from; i < to; i++) {
            u[i] = meanScale * m[i] / Math.fma(rootScale, (float) Math.sqrt(s[i]), eps);
        }
    }
}
