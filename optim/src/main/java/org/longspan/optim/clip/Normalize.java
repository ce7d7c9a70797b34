package org.longspan.optim.clip;

import java.util.List;
import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.SearchRange;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.optim.Clipping;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.GradientTransform;
import org.longspan.optim.Law;
import org.longspan.optim.Memory;
import org.longspan.optim.Step;
import org.longspan.optim.ThresholdUnit;

/**
 * Normalization: g ← c g/‖g‖, and 0 stays 0; before any momentum.
 *
 * <p>Source: Hazan, Levy and Shalev-Shwartz 2015, algorithm 1.
 *
 * <p>Not to be confused with clipping by global norm, which leaves short gradients as they are.
 *
 * @param threshold c
 */
public record Normalize(double threshold) implements ClippingScheme {

    private static final String NAME = "normalize";
    private static final Set<Law> LAWS = Set.of(Law.NORM_BOUND, Law.KEEPS_DIRECTION, Law.SCALE_EQUIVARIANT);

    /** This scheme in the catalogue. */
    public static final Entry<ClippingScheme> ENTRY = new Entry<>(
            NAME,
            "The whole gradient brought to one length, its direction kept.",
            "g ← c g/‖g‖",
            "Hazan, Levy and Shalev-Shwartz 2015, Beyond Convexity: Stochastic Quasi-Convex Optimization, NIPS,"
                    + " arXiv:1507.02030",
            List.of(Setting.Number.positive("threshold", "c, the norm of every gradient", 1)
                    .tuned(SearchRange.log(1e-3, 10))),
            List.of(),
            settings -> new Normalize(settings.number("threshold")));

    @Override
    public ThresholdUnit unit() {
        return ThresholdUnit.NONE; // c has its own range
    }

    @Override
    public Set<Law> laws() {
        return LAWS;
    }

    @Override
    public Clipping at(double... units) {
        return new Clipping(NAME, GradientSeams.NONE, new Normalized(threshold), LAWS);
    }

    private record Normalized(double threshold) implements GradientTransform {

        @Override
        public void apply(Parameters update, Parameters theta, Memory memory, Step step) {
            Kernels kernels = step.kernels();
            double norm = kernels.reductions().norm(update);
            if (norm > 0 && Double.isFinite(norm)) { // other gradients are left to the policy
                kernels.elementwise().scale(threshold / norm, update.data(), 0, update.size());
            }
        }
    }
}
