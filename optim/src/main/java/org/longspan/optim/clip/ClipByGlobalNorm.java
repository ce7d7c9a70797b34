package org.longspan.optim.clip;

import java.util.List;
import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.optim.Clipping;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.GradientTransform;
import org.longspan.optim.Law;
import org.longspan.optim.Memory;
import org.longspan.optim.Step;
import org.longspan.optim.ThresholdUnit;

/**
 * Clipping by global norm: g ← g · min(1, c/‖g‖), one norm over all weights.
 *
 * <p>Source: Pascanu, Mikolov and Bengio 2013, algorithm 1.
 *
 * <p>Not to be confused with torch's {@code clip_grad_norm_}, which divides by ‖g‖ + 1e-6 and so falls short of
 * the threshold; with a norm for each block ({@link ClipByBlockNorm}); with normalization, which lengthens short
 * gradients too.
 *
 * @param threshold c, alone or as a multiple of ‖g‖ at initialization
 */
public record ClipByGlobalNorm(Threshold threshold) implements ClippingScheme {

    private static final String NAME = "global-norm";
    private static final Set<Law> LAWS = Set.of(Law.values());

    /** This scheme in the catalogue. */
    public static final Entry<ClippingScheme> ENTRY = new Entry<>(
            NAME,
            "The whole gradient shortened to the threshold where it is longer, its direction kept.",
            "g ← g · min(1, c/‖g‖)",
            "Pascanu, Mikolov and Bengio 2013, On the Difficulty of Training Recurrent Neural Networks, ICML,"
                    + " arXiv:1211.5063, algorithm 1",
            Threshold.SETTINGS,
            List.of("none"),
            settings -> new ClipByGlobalNorm(Threshold.from(settings)));

    @Override
    public ThresholdUnit unit() {
        return threshold.unit(ThresholdUnit.GLOBAL_NORM);
    }

    @Override
    public Set<Law> laws() {
        return LAWS;
    }

    @Override
    public Clipping at(double... units) {
        return new Clipping(NAME, GradientSeams.NONE, new Rescaled(threshold.at(units)), LAWS);
    }

    private record Rescaled(double threshold) implements GradientTransform {

        @Override
        public void apply(Parameters update, Parameters theta, Memory memory, Step step) {
            Kernels kernels = step.kernels();
            Rescale.toNorm(threshold, kernels.reductions().norm(update), update.data(), 0, update.size(), kernels);
        }
    }
}
