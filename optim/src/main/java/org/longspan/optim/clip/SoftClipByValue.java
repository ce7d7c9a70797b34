package org.longspan.optim.clip;

import java.util.List;
import java.util.Set;
import org.longspan.numerics.Block;
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
 * Smooth clipping by value: gᵢ ← c tanh(gᵢ/c) for each element, before any momentum.
 *
 * <p>Source: the element-wise form of Goodfellow, Bengio and Courville 2016, section 10.11.1, its corners rounded off
 * as {@link SoftClipByNorm} does for the norm.
 *
 * <p>Not to be confused with {@link ClipByValue}, whose results have the same bounds: here small elements too lose
 * gᵢ³/3c² of their size.
 *
 * @param threshold c, alone or as a multiple of max |gᵢ| at initialization
 */
public record SoftClipByValue(Threshold threshold) implements ClippingScheme {

    private static final String NAME = "soft-value";
    private static final Set<Law> LAWS = Set.of(Law.OFF_AT_INFINITY, Law.SCALE_EQUIVARIANT);

    /** This scheme in the catalogue. */
    public static final Entry<ClippingScheme> ENTRY = new Entry<>(
            NAME,
            "Each element of the gradient bent smoothly into (−c, c).",
            "gᵢ ← c tanh(gᵢ/c)",
            "The element-wise form of Goodfellow, Bengio and Courville 2016, Deep Learning, section 10.11.1, with tanh for"
                    + " the clamp",
            Threshold.SETTINGS,
            List.of("none"),
            settings -> new SoftClipByValue(Threshold.from(settings)));

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
        return new Clipping(NAME, GradientSeams.NONE, new Bent(threshold.at(units)), LAWS);
    }

    private record Bent(double threshold) implements GradientTransform {

        @Override
        public void apply(Parameters update, Parameters theta, Memory memory, Step step) {
            Kernels kernels = step.kernels();
            float largest = kernels.reductions().maxAbs(update.data(), 0, update.size());
            if (Double.isInfinite(threshold) || !Float.isFinite(largest)) {
                return; // 0 · ∞ is not a number, and tanh would hide infinities
            }
            Parameters ratio = memory.scratch("soft-value.ratio");
            ratio.copyFrom(update);
            kernels.elementwise().scale(1 / threshold, ratio.data(), 0, ratio.size());
            List<Block> blocks = update.layout().blocks();
            for (int b = 0; b < blocks.size(); b++) {
                String block = blocks.get(b).name();
                kernels.activations().tanh(ratio.block(block), update.block(block));
            }
            kernels.elementwise().scale(threshold, update.data(), 0, update.size());
        }
    }
}
