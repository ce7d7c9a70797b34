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
 * Smooth clipping by norm: g ← g c/(‖g‖ + c), before any momentum. The result is between half and all of that of
 * {@link ClipByGlobalNorm}: ½ min(1, c/‖g‖) ≤ c/(‖g‖ + c) ≤ min(1, c/‖g‖).
 *
 * <p>Source: Zhang, He, Sra and Jadbabaie 2020, whose normalized descent has the step η/(‖g‖ + β): under plain descent
 * with the rate ηc it is this scheme at c = β. Their letter for c is γ where they clip.
 *
 * <p>Not to be confused with {@link Normalize}, to which it tends as ‖g‖ grows; nor with {@link SoftClipByValue}, which
 * turns the gradient.
 *
 * @param threshold c, alone or as a multiple of ‖g‖ at initialization
 */
public record SoftClipByNorm(Threshold threshold) implements ClippingScheme {

    private static final String NAME = "soft-norm";
    private static final Set<Law> LAWS =
            Set.of(Law.OFF_AT_INFINITY, Law.NORM_BOUND, Law.KEEPS_DIRECTION, Law.SCALE_EQUIVARIANT);

    /** This scheme in the catalogue. */
    public static final Entry<ClippingScheme> ENTRY = new Entry<>(
            NAME,
            "The whole gradient shortened smoothly, so that its norm tends to the threshold.",
            "g ← g c/(‖g‖ + c)",
            "Zhang, He, Sra and Jadbabaie 2020, Why Gradient Clipping Accelerates Training: A Theoretical Justification"
                    + " for Adaptivity, ICLR, arXiv:1905.11881, the step of their normalized descent",
            Threshold.SETTINGS,
            List.of("none"),
            settings -> new SoftClipByNorm(Threshold.from(settings)));

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
        return new Clipping(NAME, GradientSeams.NONE, new Shortened(threshold.at(units)), LAWS);
    }

    private record Shortened(double threshold) implements GradientTransform {

        @Override
        public void apply(Parameters update, Parameters theta, Memory memory, Step step) {
            Kernels kernels = step.kernels();
            double norm = kernels.reductions().norm(update);
            double factor = 1 / (norm / threshold + 1); // 1 at c = ∞, where c/(‖g‖ + c) would be ∞/∞
            if (factor != 1 && Double.isFinite(norm)) {
                kernels.elementwise().scale(factor, update.data(), 0, update.size());
            }
        }
    }
}
