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
 * AdaMax: m ← β₁m + (1 − β₁)g; r ← max(β₂r, |g| + ε); θ ← θ − η m̂/r with m̂ = m/(1 − β₁ᵗ), t counting the updates
 * made.
 *
 * <p>Source: Kingma and Ba 2015, algorithm 2 (their u is our r), with ε as in torch: beside |g|, so that 0/0 is 0.
 *
 * <p>Not to be confused with {@link AmsGrad}, which keeps the largest mean of squares for good: here a large gradient
 * fades by β₂ an update, the limit of Adam's root of a p-th mean at p → ∞. No correction of r is needed: from the first
 * update on it is at least |g|.
 *
 * <p>The first moment is zero under the floor of {@link Floor#ofFirst}; r is never under ε.
 *
 * @param beta1 β₁, in [0, 1)
 * @param beta2 β₂, in [0, 1)
 * @param epsilon ε
 */
public record Adamax(double beta1, double beta2, double epsilon) implements ElementwiseTransform {

    static final String FIRST_MOMENT = "adamax.first-moment";
    static final String LARGEST = "adamax.largest-gradient";
    static final String CORRECTION = "adamax.correction"; // 1 − β₁ᵗ

    /**
     * This optimizer in the catalogue; the range of η is that of {@link Adam}, and for the same reason: no step is
     * longer than about η. The default is torch's.
     */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "adamax",
            "A running mean of the gradient divided by its largest magnitude, which fades.",
            "m ← β₁m + (1−β₁)g; r ← max(β₂r, |g| + ε); θ ← θ − η m̂/r; m̂ = m/(1−β₁ᵗ)",
            "Kingma and Ba 2015, Adam: A Method for Stochastic Optimization, ICLR, arXiv:1412.6980, section 7.1;"
                    + " constants of torch.optim.Adamax",
            List.of(
                    DescentStep.learningRate(0.002, 1e-4, 1),
                    MomentSettings.decay(Adam.BETA1, "β₁, the share of the first moment that stays", 0.9),
                    MomentSettings.decay(Adam.BETA2, "β₂, the share of the largest gradient that stays", 0.999),
                    MomentSettings.epsilon("ε, added to the magnitude of the gradient", 1e-8)),
            List.of(),
            settings -> of(
                    settings.number(DescentStep.LEARNING_RATE),
                    settings.number(Adam.BETA1),
                    settings.number(Adam.BETA2),
                    settings.number(MomentSettings.EPSILON)));

    /** Returns the method with learning rate η, decays β₁, β₂ and ε. */
    public static Optimizer of(double learningRate, double beta1, double beta2, double epsilon) {
        return FirstOrder.of(new Adamax(beta1, beta2, epsilon), new DescentStep(learningRate));
    }

    @Override
    public void begin(Memory memory, Step step) {
        double[] correction = memory.numbers(CORRECTION, 1);
        correction[0] = Adam.advance(correction[0], beta1);
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
        float b1 = (float) beta1;
        float b2 = (float) beta2;
        float oneMinusB1 = (float) (1 - beta1);
        float eps = (float) epsilon;
        float meanScale = (float) (1 / memory.numbers(CORRECTION)[0]);
        float[] u = update.data(); // g on entry, m̂/r on return
        float[] m = memory.vector(FIRST_MOMENT).data();
        float[] r = memory.vector(LARGEST).data();
        for (int i = from; i < to; i++) {
            m[i] = Math.fma(b1, m[i], oneMinusB1 * u[i]);
            r[i] = Math.max(b2 * r[i], Math.abs(u[i]) + eps);
        }
        Floor.applyToFirst(m, from, to, step.kernels());
        for (int i = from; i < to; i++) {
            u[i] = meanScale * m[i] / r[i];
        }
    }
}
