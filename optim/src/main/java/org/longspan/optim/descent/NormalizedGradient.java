package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.GradientTransform;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;

/**
 * Normalized gradient descent: θ ← θ − ηg/‖g‖, one norm over all weights; where g = 0 nothing moves.
 *
 * <p>Source: Hazan, Levy and Shalev-Shwartz 2015, algorithm 1, for mini-batches.
 *
 * <p>Not to be confused with descent clipped by its global norm, which shortens long gradients and does not lengthen
 * short ones; with a norm for each layer; with ηg/(‖g‖ + β) of Zhang, He, Sra and Jadbabaie 2020. It is what
 * {@link Sgd} under the clipping {@link org.longspan.optim.clip.Normalize} is at c = 1, as a method, so that it can be
 * combined with other clippings.
 */
public record NormalizedGradient() implements GradientTransform {

    /**
     * This optimizer in the catalogue. η is the length of a step of all weights together: at 1e-3 five thousand updates
     * move θ by at most 5, about the norm of the initial weights, and at 10 a single one moves it further.
     */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "normalized-gradient",
            "A step of the learning rate's length along the gradient, however long that is.",
            "θ ← θ − ηg/‖g‖",
            "Hazan, Levy and Shalev-Shwartz 2015, Beyond Convexity: Stochastic Quasi-Convex Optimization, NIPS,"
                    + " arXiv:1507.02030",
            List.of(DescentStep.learningRate(0.1, 1e-3, 10)),
            List.of(),
            settings -> withRate(settings.number(DescentStep.LEARNING_RATE)));

    /** Returns the method with learning rate η. */
    public static Optimizer withRate(double learningRate) {
        return FirstOrder.of(new NormalizedGradient(), new DescentStep(learningRate));
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step) {
        double norm = step.kernels().reductions().norm(update);
        if (norm > 0) {
            step.kernels().elementwise().scale(1 / norm, update.data(), 0, update.size());
        }
    }
}
