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
 * Clipping of the back-propagated signal by value: δᵢ(t) ← max(−c, min(c, δᵢ(t))) at every step t, before earlier steps
 * and the weights see it. δ(t) is the cotangent of one sequence's own loss at the site.
 *
 * <p>Source: Mikolov's toolkit for recurrent language models, which clamps the error of each layer at ±15: here
 * {@code threshold: 15, relative-to: absolute, site: hidden}, for a loss of one step; described as clipping the
 * temporal components element-wise in version 1 (2012) of Pascanu et al.'s report. Goodfellow et al. 2016, section
 * 10.11.1, credit Graves 2013 with this on the hidden units of LSTMs: {@code site: hidden} or {@code site:
 * preactivation} and an absolute threshold.
 *
 * <p>Not to be confused with {@link ClipByValue}, which sees only the sum over all steps and sequences. The clipped
 * signal is no gradient of any loss in general.
 *
 * @param threshold c, alone or as a multiple of the largest row norm at initialization
 * @param where the site of δ
 */
public record ClipSignalByValue(Threshold threshold, Site where) implements ClippingScheme {

    private static final String NAME = "signal-value";
    private static final Set<Law> LAWS =
            Set.of(Law.OFF_AT_INFINITY, Law.IDENTITY_BELOW_THRESHOLD, Law.SCALE_EQUIVARIANT);

    /** This scheme in the catalogue. */
    public static final Entry<ClippingScheme> ENTRY = new Entry<>(
            NAME,
            "Each element of the back-propagated signal clamped to [−c, c] at every time step.",
            "δᵢ(t) ← max(−c, min(c, δᵢ(t))), t = T..1",
            "The recurrent language model toolkit of Mikolov, which clamps at 15; Pascanu, Mikolov and Bengio, version 1 of"
                    + " arXiv:1211.5063, 2012",
            SiteSetting.with(Threshold.SETTINGS),
            List.of("none"),
            settings -> new ClipSignalByValue(Threshold.from(settings), SiteSetting.from(settings)));

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
        SignalTransform perStep = new Clamped((float) threshold.at(units), where);
        return new Clipping(NAME, new GradientSeams(perStep, null), Clipping.IDENTITY, LAWS);
    }

    private record Clamped(float threshold, Site site) implements SignalTransform {

        @Override
        public boolean apply(float[] signal, int from, int width) {
            return Clamp.toValue(threshold, signal, from, width);
        }

        @Override
        public boolean apply(Matrix signal, Kernels kernels) {
            return signal.isContiguous()
                    ? Clamp.toValue(
                            threshold, signal.data(), signal.offset(), signal.rows() * signal.columns(), kernels)
                    : SignalTransform.super.apply(signal, kernels);
        }
    }
}
