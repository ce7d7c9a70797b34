package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.ElementwiseTransform;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;

/**
 * AMSGrad: Adam whose second moment never falls: m ← β₁m + (1 − β₁)g; s ← β₂s + (1 − β₂)g²; r ← max(r, s);
 * θ ← θ − η m̂/(√r̂ + ε) with m̂ = m/(1 − β₁ᵗ), r̂ = r/(1 − β₂ᵗ).
 *
 * <p>Source: Reddi, Kale and Kumar 2018, algorithm 2, with Adam's corrections as in torch: the largest s is kept as
 * it is and corrected when it is used.
 *
 * <p>Not to be confused with the algorithm as printed, which corrects nothing and has no ε; with a maximum of
 * corrected moments, which would keep the first gradients' at full size. An update that a policy for non-finite
 * gradients skips does not count in t.
 *
 * @param moments m and s, with β₁ and β₂
 * @param epsilon ε
 */
public record AmsGrad(Moments moments, double epsilon) implements ElementwiseTransform {

    static final String LARGEST = "amsgrad.largest-second-moment";
    static final String CORRECTIONS = "amsgrad.corrections"; // 1 − β₁ᵗ, 1 − β₂ᵗ

    /** This optimizer in the catalogue; its settings are those of {@link Adam}, and for the same reasons. */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "amsgrad",
            "Adam with the largest second moment so far in place of the present one.",
            "m ← β₁m + (1−β₁)g; s ← β₂s + (1−β₂)g²; r ← max(r, s); θ ← θ − η m̂/(√r̂ + ε)",
            "Reddi, Kale and Kumar 2018, On the Convergence of Adam and Beyond, ICLR, arXiv:1904.09237; with the"
                    + " corrections of torch.optim.Adam",
            Adam.settings(0.001),
            List.of(),
            settings -> of(
                    settings.number(DescentStep.LEARNING_RATE),
                    settings.number(Adam.BETA1),
                    settings.number(Adam.BETA2),
                    settings.number(MomentSettings.EPSILON)));

    /** Creates the method from β₁, β₂ and ε. */
    public AmsGrad(double beta1, double beta2, double epsilon) {
        this(Moments.of("amsgrad", beta1, beta2), epsilon);
    }

    /** Returns the method with learning rate η, decays β₁, β₂ and ε. */
    public static Optimizer of(double learningRate, double beta1, double beta2, double epsilon) {
        return FirstOrder.of(new AmsGrad(beta1, beta2, epsilon), new DescentStep(learningRate));
    }

    @Override
    public void begin(Memory memory, Step step) {
        double[] corrections = memory.numbers(CORRECTIONS, 2);
        corrections[0] = Adam.advance(corrections[0], moments.beta1());
        corrections[1] = Adam.advance(corrections[1], moments.beta2());
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
        moments.apply(update, theta, memory, step, from, to);
        float eps = (float) epsilon;
        double[] corrections = memory.numbers(CORRECTIONS);
        float meanScale = (float) (1 / corrections[0]);
        float rootScale = (float) (1 / Math.sqrt(corrections[1]));
        float[] u = update.data(); // g on entry, m̂/(√r̂ + ε) on return
        float[] m = moments.first(memory);
        float[] s = moments.second(memory);
        float[] r = memory.vector(LARGEST).data();
        for (int i = from; i < to; i++) {
            r[i] = Math.max(r[i], s[i]);
            u[i] = meanScale * m[i] / Math.fma(rootScale, (float) Math.sqrt(r[i]), eps);
        }
    }
}
