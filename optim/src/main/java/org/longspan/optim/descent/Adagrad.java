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
 * Adagrad: s ← s + g²; θ ← θ − ηg/(√s + ε), s = 0 at first.
 *
 * <p>Source: Duchi, Hazan and Singer 2011, the diagonal form; ε outside the root and ε = 1e-10, η = 0.01 as in torch.
 *
 * <p>Not to be confused with {@link RmsProp}, whose s forgets; with the form that takes the root of the whole matrix Σ
 * ggᵀ; with a decay of η beside that of 1/√s, which torch offers and which is a schedule here.
 *
 * <p>The sum is zero where it would be denormal ({@link Floor#ofSecond}). As in any float32 version it overflows past
 * |g| = 1.8e19, and that coordinate never moves again.
 *
 * @param epsilon ε
 */
public record Adagrad(double epsilon) implements ElementwiseTransform {

    static final String SUM = "adagrad.sum";

    /**
     * This optimizer in the catalogue. A coordinate's first step is η and under equal gradients the k-th is η/√k, so K
     * updates move it by 2η√K: 0.14 at η = 1e-3 and K = 5000, too little to learn, and at 10 its first step alone
     * saturates every tanh. The range is ten times {@link RmsProp}'s, since steps shrink. ε is not tuned: every arm
     * gets the same number of draws.
     */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "adagrad",
            "Each coordinate's step divided by the root of the sum of its squared gradients so far.",
            "s ← s + g²; θ ← θ − ηg/(√s + ε)",
            "Duchi, Hazan and Singer 2011, Adaptive Subgradient Methods for Online Learning and Stochastic"
                    + " Optimization, Journal of Machine Learning Research 12; constants of torch.optim.Adagrad",
            List.of(
                    DescentStep.learningRate(0.01, 1e-3, 10),
                    MomentSettings.epsilon("ε, added to the root of the sum", 1e-10)),
            List.of(),
            settings -> of(settings.number(DescentStep.LEARNING_RATE), settings.number(MomentSettings.EPSILON)));

    /** Returns the method with learning rate η and ε. */
    public static Optimizer of(double learningRate, double epsilon) {
        return FirstOrder.of(new Adagrad(epsilon), new DescentStep(learningRate));
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
        float eps = (float) epsilon;
        float[] u = update.data(); // g on entry, g/(√s + ε) on return
        float[] s = memory.vector(SUM).data();
        for (int i = from; i < to; i++) {
            s[i] = Math.fma(u[i], u[i], s[i]);
        }
        Floor.applyToSecond(s, from, to, step.kernels());
        for (int i = from; i < to; i++) {
            u[i] = u[i] / ((float) Math.sqrt(s[i]) + eps);
        }
    }
}
