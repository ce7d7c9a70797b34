package org.longspan.optim.descent;

import java.util.List;
import java.util.stream.Stream;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.Optimizer;

/**
 * AdamW: Adam, and beside it weights that shrink by ηλ: θ ← θ − η(m̂/(√ŝ + ε) + λθ).
 *
 * <p>Source: Loshchilov and Hutter 2019, algorithm 2, in torch's form, where the decay is ηλ; λ = 0.01 as there.
 *
 * <p>Not to be confused with Adam under an L2 regularizer, where √ŝ divides λθ too, so that weights with large
 * gradients shrink less; with the decay of the paper, which only the schedule's factor scales, not η.
 */
public final class AdamW {

    /**
     * This optimizer in the catalogue. The range of η is that of {@link Adam}, and for the same reason. λ is not tuned:
     * every batch is fresh here, so there is nothing to overfit, and every arm gets the same number of draws.
     */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "adamw",
            "Adam with a decay of the weights that its second moment does not scale.",
            "m ← β₁m + (1−β₁)g; s ← β₂s + (1−β₂)g²; θ ← θ − η(m̂/(√ŝ + ε) + λθ)",
            "Loshchilov and Hutter 2019, Decoupled Weight Decay Regularization, ICLR, arXiv:1711.05101; in the form of"
                    + " torch.optim.AdamW",
            Stream.concat(Adam.settings(0.001).stream(), Stream.of(DecoupledDecay.setting(0.01)))
                    .toList(),
            List.of("adam"),
            settings -> of(
                    settings.number(DescentStep.LEARNING_RATE),
                    new Adam(
                            settings.number(Adam.BETA1),
                            settings.number(Adam.BETA2),
                            settings.number(MomentSettings.EPSILON)),
                    settings.number(DecoupledDecay.WEIGHT_DECAY)));

    private AdamW() {}

    /** Returns the method with learning rate η, Adam's constants and decay λ. */
    public static Optimizer of(double learningRate, Adam adam, double lambda) {
        return FirstOrder.of(adam, new DecoupledDecay(lambda), new DescentStep(learningRate));
    }
}
