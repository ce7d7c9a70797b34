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
 * Lion: u = sign(β₁m + (1 − β₁)g); θ ← θ − η(u + λθ); m ← β₂m + (1 − β₂)g.
 *
 * <p>Source: Chen et al. 2023, algorithm 2; λ = 0 at first, as in their code.
 *
 * <p>Not to be confused with signSGD with momentum, which takes the sign of its memory: here the present gradient has
 * weight 1 − β₁ = 0.1 in the step and 1 − β₂ = 0.01 in the memory.
 *
 * <p>m is zero under the floor of {@link Floor#ofFirst}, and sign(0) = 0.
 *
 * @param beta1 β₁, in [0, 1)
 * @param beta2 β₂, in [0, 1)
 */
public record Lion(double beta1, double beta2) implements ElementwiseTransform {

    static final String FIRST_MOMENT = "lion.first-moment";

    /**
     * This optimizer in the catalogue. Every coordinate moves by all of η at every update, where Adam's move by η at
     * most and mostly less, so the range is a tenth of {@link Adam}'s. β₁, β₂ and λ are not tuned: every arm gets the
     * same number of draws.
     */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "lion",
            "A step of the learning rate in every coordinate, against the sign of a mean of gradients.",
            "θ ← θ − η(sign(β₁m + (1−β₁)g) + λθ); m ← β₂m + (1−β₂)g",
            "Chen et al. 2023, Symbolic Discovery of Optimization Algorithms, NeurIPS, arXiv:2302.06675",
            List.of(
                    DescentStep.learningRate(1e-4, 1e-5, 0.1),
                    MomentSettings.decay(Adam.BETA1, "β₁, the share of the memory in a step", 0.9),
                    MomentSettings.decay(Adam.BETA2, "β₂, the share of the memory that stays", 0.99),
                    DecoupledDecay.setting(0)),
            List.of(),
            settings -> of(
                    settings.number(DescentStep.LEARNING_RATE),
                    settings.number(Adam.BETA1),
                    settings.number(Adam.BETA2),
                    settings.number(DecoupledDecay.WEIGHT_DECAY)));

    /** Returns the method with learning rate η, shares β₁, β₂ and decay λ. */
    public static Optimizer of(double learningRate, double beta1, double beta2, double lambda) {
        return FirstOrder.of(new Lion(beta1, beta2), new DecoupledDecay(lambda), new DescentStep(learningRate));
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
        float b1 = (float) beta1;
        float b2 = (float) beta2;
        float oneMinusB1 = (float) (1 - beta1);
        float oneMinusB2 = (float) (1 - beta2);
        float[] u = update.data(); // g on entry, the sign on return
        float[] m = memory.vector(FIRST_MOMENT).data();
        for (int i = from; i < to; i++) {
            float g = u[i];
            u[i] = Math.signum(Math.fma(b1, m[i], oneMinusB1 * g));
            m[i] = Math.fma(b2, m[i], oneMinusB2 * g);
        }
        Floor.applyToFirst(m, from, to, step.kernels());
    }
}
