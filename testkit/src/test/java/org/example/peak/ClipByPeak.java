package org.example.peak;

import java.util.EnumSet;
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
import org.longspan.optim.clip.Threshold;

/**
 * Clipping by the largest element: g ← g · min(1, c / maxᵢ|gᵢ|).
 *
 * <p>Source: Doe 2026, an example.
 *
 * <p>Not to be confused with clipping by value, which cuts each element off alone and so turns the gradient.
 *
 * @param threshold c, alone or as a multiple of maxᵢ|gᵢ| at initialization
 */
public record ClipByPeak(Threshold threshold) implements ClippingScheme {

    private static final String NAME = "peak";
    private static final Set<Law> LAWS = EnumSet.complementOf(EnumSet.of(Law.NORM_BOUND));

    /** This scheme in the catalogue. */
    public static final Entry<ClippingScheme> ENTRY = new Entry<>(
            NAME,
            "The whole gradient shortened until no element exceeds the threshold, its direction kept.",
            "g ← g · min(1, c / maxᵢ|gᵢ|)",
            "Doe 2026, An Example of a Clipping Scheme",
            Threshold.SETTINGS,
            List.of("none"),
            settings -> new ClipByPeak(Threshold.from(settings)));

    @Override
    public ThresholdUnit unit() {
        return threshold.unit(ThresholdUnit.LARGEST_ELEMENT);
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
            double peak = kernels.reductions().maxAbs(update.data(), 0, update.size());
            if (peak > threshold && Double.isFinite(peak)) { // what is not finite is left to the policy
                kernels.elementwise().scale(threshold / peak, update.data(), 0, update.size());
            }
        }
    }
}
