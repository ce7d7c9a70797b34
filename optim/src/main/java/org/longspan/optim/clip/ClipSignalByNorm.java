package org.longspan.optim.clip;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;
import org.longspan.optim.Clipping;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.Law;
import org.longspan.optim.ThresholdUnit;

/**
 * Clipping of the back-propagated signal by norm: δ(t) ← δ(t) · min(1, c/‖δ(t)‖) at every step t, for each
 * sequence alone, before earlier steps and the weights see it.
 *
 * <p>Source: the rule of Pascanu, Mikolov and Bengio 2013, algorithm 1, applied where Mikolov's toolkit clamps:
 * the form of {@link ClipSignalByValue} that keeps a row's direction.
 *
 * <p>Not to be confused with {@link ClipByGlobalNorm}: it bounds each step's signal, so the gradient may still grow in
 * proportion to T, and its direction changes.
 *
 * @param threshold c, alone or as a multiple of the largest row norm at initialization
 * @param where the site of δ
 */
public record ClipSignalByNorm(Threshold threshold, Site where) implements ClippingScheme {

    private static final String NAME = "signal-norm";
    private static final Set<Law> LAWS = Set.of(Law.values());

    /** This scheme in the catalogue. */
    public static final Entry<ClippingScheme> ENTRY = new Entry<>(
            NAME,
            "Each row of the back-propagated signal shortened to the threshold where it is longer, at every time step.",
            "δ(t) ← δ(t) · min(1, c/‖δ(t)‖), t = T..1",
            "The rule of Pascanu, Mikolov and Bengio 2013, arXiv:1211.5063, algorithm 1, on the signal that Mikolov's"
                    + " toolkit clamps",
            SiteSetting.with(Threshold.SETTINGS),
            List.of("none"),
            settings -> new ClipSignalByNorm(Threshold.from(settings), SiteSetting.from(settings)));

    @Override
    public ThresholdUnit unit() {
        return threshold.unit(ThresholdUnit.SIGNAL_ROW_NORM);
    }

    @Override
    public Optional<Site> site() {
        return Optional.of(where);
    }

    @Override
    public Set<Law> laws() {
        return LAWS;
    }

    @Override
    public Clipping at(double... units) {
        SignalTransform perStep = new Rescaled(threshold.at(units), where);
        return new Clipping(NAME, new GradientSeams(perStep, null), Clipping.IDENTITY, LAWS);
    }

    private record Rescaled(double threshold, Site site) implements SignalTransform {

        @Override
        public boolean apply(float[] signal, int from, int width) {
            return Rescale.toNorm(threshold, RowNorm.of(signal, from, width), signal, from, width);
        }

        @Override
        public boolean apply(Matrix signal, Kernels kernels) {
            boolean changed = false;
            for (int b = 0; b < signal.rows(); b++) {
                int from = signal.row(b);
                double norm = RowNorm.of(signal.data(), from, signal.columns());
                changed |= Rescale.toNorm(threshold, norm, signal.data(), from, signal.columns(), kernels);
            }
            return changed;
        }
    }
}
