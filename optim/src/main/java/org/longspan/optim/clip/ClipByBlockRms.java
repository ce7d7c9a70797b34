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
 * Clipping by root mean square for each block: g_b ← g_b / max(1, rms(g_b)/c), rms(g_b) = ‖g_b‖/√n_b for the n_b
 * elements of block b, before any momentum.
 *
 * <p>Source: Shazeer and Stern 2018, who clip the update; the form on the gradient is optax's
 * {@code clip_by_block_rms}.
 *
 * <p>Not to be confused with {@link ClipByBlockNorm}: here one threshold serves blocks of all sizes. With a separate
 * threshold for each block the two would be one scheme, which is why the unit is the largest rms of any block at
 * initialization.
 *
 * @param threshold c, alone or as a multiple of the largest rms of a block at initialization
 */
public record ClipByBlockRms(Threshold threshold) implements ClippingScheme {

    private static final String NAME = "block-rms";
    private static final Set<Law> LAWS =
            Set.of(Law.OFF_AT_INFINITY, Law.IDENTITY_BELOW_THRESHOLD, Law.SCALE_EQUIVARIANT);

    /** This scheme in the catalogue. */
    public static final Entry<ClippingScheme> ENTRY = new Entry<>(
            NAME,
            "Each block of the gradient shortened where its root mean square is over the threshold.",
            "g_b ← g_b / max(1, rms(g_b)/c), rms(g_b) = ‖g_b‖/√n_b",
            "Shazeer and Stern 2018, Adafactor: Adaptive Learning Rates with Sublinear Memory Cost, ICML,"
                    + " arXiv:1804.04235, on the update; on the gradient, clip_by_block_rms of optax",
            Threshold.SETTINGS,
            List.of("none"),
            settings -> new ClipByBlockRms(Threshold.from(settings)));

    @Override
    public ThresholdUnit unit() {
        return threshold.unit(ThresholdUnit.BLOCK_RMS);
    }

    @Override
    public Set<Law> laws() {
        return LAWS;
    }

    @Override
    public Clipping at(double... units) {
        return new Clipping(NAME, GradientSeams.NONE, new RescaledBlocks(threshold.at(units)), LAWS);
    }

    private record RescaledBlocks(double threshold) implements GradientTransform {

        @Override
        public void apply(Parameters update, Parameters theta, Memory memory, Step step) {
            Kernels kernels = step.kernels();
            List<Block> blocks = update.layout().blocks();
            for (int b = 0; b < blocks.size(); b++) {
                Block block = blocks.get(b);
                double squares = kernels.reductions().sumOfSquares(update.data(), block.offset(), block.size());
                double rms = Math.sqrt(squares) / Math.sqrt(block.size());
                Rescale.toNorm(threshold, rms, update.data(), block.offset(), block.size(), kernels);
            }
        }
    }
}
