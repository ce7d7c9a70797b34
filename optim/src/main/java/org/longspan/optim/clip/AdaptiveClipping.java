package org.longspan.optim.clip;

import java.util.List;
import java.util.Set;
import org.longspan.numerics.Block;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
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
 * Adaptive gradient clipping: where ‖gᵢ‖ > λ max(‖θᵢ‖, ε), gᵢ ← gᵢ λ max(‖θᵢ‖, ε)/‖gᵢ‖, for every unit i; before any
 * momentum. A unit is the set of weights into one output: a <b>column</b> of a weight matrix, since weights map rows to
 * columns here, and each gate has its own outputs. A bias or an initial state is one unit.
 *
 * <p>Source: Brock, De, Smith and Simonyan 2021, with ε = 1e-3. They leave the final linear layer out, and so does
 * {@code read-out: excluded}, its bias included. Their networks are convolutional and without recurrence.
 *
 * <p>Released code divides by max(‖gᵢ‖, 1e-6), which matters only for λ max(‖θᵢ‖, ε) &lt; ‖gᵢ‖ &lt; 1e-6. No such guard
 * is needed here: the divisor exceeds the threshold, and so 0.
 *
 * <p>Not to be confused with {@link AutoClip}, which adapts to the gradients before and not to the weights.
 *
 * @param threshold λ, the greatest ratio of a unit's gradient to its weights
 * @param readOut whether the read-out is clipped too
 */
public record AdaptiveClipping(double threshold, boolean readOut) implements ClippingScheme {

    private static final String NAME = "agc";
    private static final String THRESHOLD = "threshold";
    private static final String READ_OUT = "read-out";
    private static final String EXCLUDED = "excluded";
    private static final double EPSILON = 1e-3;
    private static final Set<Law> LAWS =
            Set.of(Law.OFF_AT_INFINITY, Law.IDENTITY_BELOW_THRESHOLD, Law.SCALE_EQUIVARIANT);

    /** This scheme in the catalogue. Its range is four decades, since the default is one for image networks. */
    public static final Entry<ClippingScheme> ENTRY = new Entry<>(
            NAME,
            "Each unit's gradient shortened to a share of the norm of its own weights.",
            "gᵢ ← gᵢ · min(1, λ max(‖θᵢ‖, ε)/‖gᵢ‖), a unit i at a time, ε = 1e-3",
            "Brock, De, Smith and Simonyan 2021, High-Performance Large-Scale Image Recognition Without Normalization,"
                    + " ICML, arXiv:2102.06171",
            List.of(
                    new Setting.Number(
                            THRESHOLD,
                            "λ, the greatest ratio of a unit's gradient to its weights; infinity switches the scheme off",
                            0.01,
                            0,
                            false,
                            Double.POSITIVE_INFINITY,
                            false,
                            SearchRange.log(1e-3, 10)),
                    new Setting.Word(
                            READ_OUT,
                            "whether the read-out, the final linear layer, is clipped too",
                            EXCLUDED,
                            List.of(EXCLUDED, "included"))),
            List.of("none"),
            settings -> new AdaptiveClipping(
                    settings.number(THRESHOLD), !settings.word(READ_OUT).equals(EXCLUDED)));

    @Override
    public ThresholdUnit unit() {
        return ThresholdUnit.NONE;
    }

    @Override
    public Set<Law> laws() {
        return LAWS;
    }

    @Override
    public Clipping at(double... units) {
        return new Clipping(NAME, GradientSeams.NONE, new RescaledUnits(threshold, readOut), LAWS);
    }

    private record RescaledUnits(double threshold, boolean readOut) implements GradientTransform {

        @Override
        public void apply(Parameters update, Parameters theta, Memory memory, Step step) {
            List<Block> blocks = update.layout().blocks();
            for (int b = 0; b < blocks.size(); b++) {
                Block block = blocks.get(b);
                if (!readOut && (block.role() == Role.READ_OUT || block.role() == Role.READ_OUT_BIAS)) {
                    continue;
                }
                if (block.role().isMap()) { // a column is a unit; a vector is one unit
                    rescaleColumns(block, update, theta, memory);
                } else {
                    rescaleWhole(block, update, theta, step.kernels());
                }
            }
        }

        private void rescaleWhole(Block block, Parameters update, Parameters theta, Kernels kernels) {
            double g = Math.sqrt(kernels.reductions().sumOfSquares(update.data(), block.offset(), block.size()));
            double w = Math.sqrt(kernels.reductions().sumOfSquares(theta.data(), block.offset(), block.size()));
            Rescale.toNorm(threshold * Math.max(w, EPSILON), g, update.data(), block.offset(), block.size(), kernels);
        }

        private void rescaleColumns(Block block, Parameters update, Parameters theta, Memory memory) {
            double[] g = Columns.squares(update.data(), block, memory.scratchNumbers("agc.gradient", theta.size()));
            double[] w = Columns.squares(theta.data(), block, memory.scratchNumbers("agc.weights", theta.size()));
            boolean any = false;
            for (int j = 0; j < block.columns(); j++) {
                double most = threshold * Math.max(Math.sqrt(w[j]), EPSILON);
                double norm = Math.sqrt(g[j]);
                boolean over = Rescale.isOver(most, norm);
                g[j] = over ? most / norm : 1;
                any |= over;
            }
            if (any) {
                Columns.scale(g, update.data(), block);
            }
        }
    }
}
