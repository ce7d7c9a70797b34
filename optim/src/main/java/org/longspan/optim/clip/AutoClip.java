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
 * AutoClip: g ← g · min(1, c/‖g‖) with c the p-th percentile of the norms of all gradients so far, this one included;
 * before any momentum. With p = 0 c is the least norm so far, with p = 100 nothing is ever clipped.
 *
 * <p>Source: Seetharaman, Wichern, Pardo and Le Roux 2020, who recommend p = 10. The percentile is exact, interpolated
 * as numpy does by default ({@link RunningPercentile}). A gradient that is not finite is neither clipped nor
 * remembered.
 *
 * <p>Not to be confused with a percentile over a window, or with {@link ZClip}, which clips outliers only: here 100 − p
 * in a hundred gradients are clipped as long as norms do not drift.
 *
 * @param p in [0, 100]
 */
public record AutoClip(double p) implements ClippingScheme {

    private static final String NAME = "auto-clip";
    private static final String PERCENTILE = "percentile";
    private static final Set<Law> LAWS = Set.of(Law.KEEPS_DIRECTION, Law.SCALE_EQUIVARIANT);

    /** This scheme in the catalogue. */
    public static final Entry<ClippingScheme> ENTRY = new Entry<>(
            NAME,
            "The whole gradient shortened to a percentile of the norms of all gradients so far.",
            "g ← g · min(1, c/‖g‖), c the p-th percentile of ‖g‖ at the updates 0..k",
            "Seetharaman, Wichern, Pardo and Le Roux 2020, AutoClip: Adaptive Gradient Clipping for Source Separation"
                    + " Networks, MLSP, arXiv:2007.14469",
            List.of(Setting.Number.within(PERCENTILE, "p, the percentile of past norms; 100 clips nothing", 10, 0, 100)
                    .tuned(new SearchRange(SearchRange.Scale.LINEAR, 0, 100))),
            List.of("none"),
            settings -> new AutoClip(settings.number(PERCENTILE)));

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
        return new Clipping(NAME, GradientSeams.NONE, new Rescaled(new RunningPercentile(p)), LAWS);
    }

    private record Rescaled(RunningPercentile percentile) implements GradientTransform {

        @Override
        public void apply(Parameters update, Parameters theta, Memory memory, Step step) {
            Kernels kernels = step.kernels();
            double norm = kernels.reductions().norm(update);
            if (Double.isFinite(norm)) {
                double[] norms = memory.numbers("auto-clip.norms", Math.toIntExact(step.total()));
                double[] sizes = memory.numbers("auto-clip.sizes", RunningPercentile.SIZES);
                double threshold = percentile.add(norm, norms, sizes);
                Rescale.toNorm(threshold, norm, update.data(), 0, update.size(), kernels);
            }
        }
    }
}
