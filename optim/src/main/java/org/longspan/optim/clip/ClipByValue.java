package org.longspan.optim.clip;

import java.util.List;
import java.util.Set;
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
 * Clipping by value: gᵢ ← max(−c, min(c, gᵢ)) for each element of the gradient of the weights.
 *
 * <p>Source: Goodfellow, Bengio and Courville 2016, section 10.11.1, the element-wise form; with c = 1 in the
 * code of Arjovsky, Shah and Bengio 2016.
 *
 * <p>Not to be confused with what Mikolov's toolkit does, to which Goodfellow et al. ascribe this scheme: that
 * clamps the back-propagated signal ({@link ClipSignalByValue}). The result may point elsewhere, yet always
 * downhill: ⟨g, clip(g)⟩ > 0. Its norm is bounded by c√n only.
 *
 * @param threshold c, alone or as a multiple of max |gᵢ| at initialization
 */
public record ClipByValue(Threshold threshold) implements ClippingScheme {

    private static final String NAME = "value";
    private static final Set<Law> LAWS =
            Set.of(Law.OFF_AT_INFINITY, Law.IDENTITY_BELOW_THRESHOLD, Law.SCALE_EQUIVARIANT);

    /** This scheme in the catalogue. */
    public static final Entry<ClippingScheme> ENTRY = new Entry<>(
            NAME,
            "Each element of the gradient clamped to [−c, c].",
            "gᵢ ← max(−c, min(c, gᵢ))",
            "Goodfellow, Bengio and Courville 2016, Deep Learning, section 10.11.1",
            Threshold.SETTINGS,
            List.of("none"),
            settings -> new ClipByValue(Threshold.from(settings)));

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
        return new Clipping(NAME, GradientSeams.NONE, new Clamped((float) threshold.at(units)), LAWS);
    }

    private record Clamped(float threshold) implements GradientTransform {

        @Override
        public void apply(Parameters update, Parameters theta, Memory memory, Step step) {
            step.kernels().elementwise().clamp(threshold, update.data(), 0, update.size());
        }
    }
}
