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
 * Clipping by norm for each block: g_b ← g_b · min(1, c_b/‖g_b‖) for every weight matrix and bias b alone.
 *
 * <p>Source: the form that Goodfellow, Bengio and Courville 2016, section 10.11.1, set against the joint norm;
 * {@code clip_grad_norm_} of torch called on one tensor at a time.
 *
 * <p>Not to be confused with {@link ClipByGlobalNorm}: blocks shrink by different factors, so the gradient turns,
 * and with B blocks at one threshold c its norm is bounded by c√B only. Nor with adaptive clipping, which compares
 * a block with its weights.
 *
 * @param threshold c for every block, or the multiple of each block's own norm at initialization
 */
public record ClipByBlockNorm(Threshold threshold) implements ClippingScheme {

    private static final String NAME = "block-norm";
    private static final Set<Law> LAWS =
            Set.of(Law.OFF_AT_INFINITY, Law.IDENTITY_BELOW_THRESHOLD, Law.SCALE_EQUIVARIANT);

    /** This scheme in the catalogue. */
    public static final Entry<ClippingScheme> ENTRY = new Entry<>(
            NAME,
            "Each block of the gradient shortened to its threshold where it is longer.",
            "g_b ← g_b · min(1, c_b/‖g_b‖)",
            "Goodfellow, Bengio and Courville 2016, Deep Learning, section 10.11.1, who warn that it turns the gradient",
            Threshold.SETTINGS,
            List.of("none"),
            settings -> new ClipByBlockNorm(Threshold.from(settings)));

    @Override
    public ThresholdUnit unit() {
        return threshold.unit(ThresholdUnit.BLOCK_NORM);
    }

    @Override
    public Set<Law> laws() {
        return LAWS;
    }

    @Override
    public Clipping at(double... units) {
        return new Clipping(NAME, GradientSeams.NONE, new RescaledBlocks(threshold.atEach(units)), LAWS);
    }

    private record RescaledBlocks(double[] thresholds) implements GradientTransform {

        @Override
        public void apply(Parameters update, Parameters theta, Memory memory, Step step) {
            Kernels kernels = step.kernels();
            List<Block> blocks = update.layout().blocks();
            if (thresholds.length != 1 && thresholds.length != blocks.size()) {
                throw new IllegalArgumentException(
                        thresholds.length + " thresholds for a gradient of " + blocks.size() + " blocks");
            }
            for (int b = 0; b < blocks.size(); b++) {
                Block block = blocks.get(b);
                double threshold = thresholds[thresholds.length == 1 ? 0 : b];
                double norm = Math.sqrt(kernels.reductions().sumOfSquares(update.data(), block.offset(), block.size()));
                Rescale.toNorm(threshold, norm, update.data(), block.offset(), block.size(), kernels);
            }
        }
    }
}
