package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.ElementwiseTransform;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;

/**
 * RAdam: m ← β₁m + (1 − β₁)g; s ← β₂s + (1 − β₂)g²; while ρₜ ≤ 5: θ ← θ − η m̂; then
 * θ ← θ − η m̂ rₜ √(1 − β₂ᵗ)/(√s + ε), with m̂ = m/(1 − β₁ᵗ), ρ∞ = 2/(1 − β₂) − 1, ρₜ = ρ∞ − 2tβ₂ᵗ/(1 − β₂ᵗ),
 * rₜ = √((ρₜ − 4)(ρₜ − 2)ρ∞/((ρ∞ − 4)(ρ∞ − 2)ρₜ)), t counting the updates made.
 *
 * <p>Source: Liu, Jiang, He, Chen, Liu, Gao and Han 2020, algorithm 2, with ε and the bound 5 of torch; theirs is 4.
 *
 * <p>Not to be confused with Adam after a warm-up by hand, which it explains: rₜ climbs from near 0 to 1. Its first
 * steps, five of them at β₂ = 0.999, are η times a mean of gradients, so unlike Adam's they know the gradient's
 * scale. An update that a policy for non-finite gradients skips does not count in t.
 *
 * @param moments m and s, with β₁ and β₂
 * @param epsilon ε
 */
public record RAdam(Moments moments, double epsilon) implements ElementwiseTransform {

    static final String CORRECTIONS = "radam.corrections"; // t, 1 − β₁ᵗ, 1 − β₂ᵗ

    private static final double TRACTABLE = 5;

    /** This optimizer in the catalogue; its settings are those of {@link Adam}, and for the same reasons. */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "radam",
            "Momentum at first, then Adam, its steps shortened by what is not yet known of the second moment.",
            "θ ← θ − η m̂ while ρₜ ≤ 5, then θ ← θ − η m̂ rₜ √(1−β₂ᵗ)/(√s + ε); ρ∞ = 2/(1−β₂) − 1,"
                    + " ρₜ = ρ∞ − 2tβ₂ᵗ/(1−β₂ᵗ), rₜ² = (ρₜ−4)(ρₜ−2)ρ∞/((ρ∞−4)(ρ∞−2)ρₜ); m̂, s as in adam",
            "Liu, Jiang, He, Chen, Liu, Gao and Han 2020, On the Variance of the Adaptive Learning Rate and Beyond,"
                    + " ICLR, arXiv:1908.03265; in the form of torch.optim.RAdam",
            Adam.settings(0.001),
            List.of(),
            settings -> of(
                    settings.number(DescentStep.LEARNING_RATE),
                    settings.number(Adam.BETA1),
                    settings.number(Adam.BETA2),
                    settings.number(MomentSettings.EPSILON)));

    /** Creates the method from β₁, β₂ and ε. */
    public RAdam(double beta1, double beta2, double epsilon) {
        this(Moments.of("radam", beta1, beta2), epsilon);
    }

    /** Returns the method with learning rate η, decays β₁, β₂ and ε. */
    public static Optimizer of(double learningRate, double beta1, double beta2, double epsilon) {
        return FirstOrder.of(new RAdam(beta1, beta2, epsilon), new DescentStep(learningRate));
    }

    @Override
    public void begin(Memory memory, Step step) {
        double[] corrections = memory.numbers(CORRECTIONS, 3);
        corrections[0]++;
        corrections[1] = Adam.advance(corrections[1], moments.beta1());
        corrections[2] = Adam.advance(corrections[2], moments.beta2());
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
        moments.apply(update, theta, memory, step, from, to);
        double[] corrections = memory.numbers(CORRECTIONS);
        float[] u = update.data(); // g on entry, the step without −η on return
        float[] m = moments.first(memory);
        float[] s = moments.second(memory);
        float meanScale = (float) (rectification(corrections[0], corrections[2]) / corrections[1]);
        if (isTractable(corrections[0], corrections[2])) {
            divided(meanScale, m, s, u, from, to);
        } else {
            scaled(meanScale, m, u, from, to);
        }
    }

    private void divided(float scale, float[] m, float[] s, float[] u, int from, int to) {
        float eps = (float) epsilon;
        for (int i = from; i < to; i++) {
            u[i] = scale * m[i] / ((float) Math.sqrt(s[i]) + eps);
        }
    }

    private static void scaled(float scale, float[] m, float[] u, int from, int to) {
        for (int i = from; i < to; i++) {
            u[i] = scale * m[i];
        }
    }

    private boolean isTractable(double t, double correction) {
        return rho(t, correction) > TRACTABLE;
    }

    /** ρₜ from t and 1 − β₂ᵗ. */
    private double rho(double t, double correction) {
        return rhoAtInfinity() - 2 * t * (1 - correction) / correction;
    }

    private double rhoAtInfinity() {
        return 2 / (1 - moments.beta2()) - 1;
    }

    /** rₜ √(1 − β₂ᵗ), or 1 while nothing is divided. */
    private double rectification(double t, double correction) {
        double now = rho(t, correction);
        double end = rhoAtInfinity();
        return now > TRACTABLE
                ? Math.sqrt((now - 4) * (now - 2) * end / ((end - 4) * (end - 2) * now) * correction)
                : 1;
    }
}
