package org.longspan.optim.clip;

import java.util.List;
import java.util.Set;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.oracle.ExampleWeight;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.optim.Clipping;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.Law;
import org.longspan.optim.ThresholdUnit;

/**
 * Clipping by norm for each example: g ← 1/B Σ_b g_b · min(1, c/‖g_b‖), g_b the gradient of sequence b's own loss;
 * before the mean over the batch, and so before any momentum.
 *
 * <p>Source: Abadi et al. 2016, algorithm 1, <b>without its noise</b>, so nothing here is private. A sequence whose
 * gradient is not finite keeps the weight 1, so that the policy sees it.
 *
 * <p>Not to be confused with {@link ClipByGlobalNorm}, under which one long gradient shortens those that share its
 * batch; nor with {@link ClipSignalByNorm}, which acts at every time step. It costs one product for each sequence.
 *
 * @param threshold c, alone or as a multiple of the median norm of one sequence's gradient at initialization
 */
public record ClipByExampleNorm(Threshold threshold) implements ClippingScheme {

    private static final String NAME = "example-norm";
    private static final Set<Law> LAWS = Set.of(Law.values());

    /** This scheme in the catalogue. */
    public static final Entry<ClippingScheme> ENTRY = new Entry<>(
            NAME,
            "Each sequence's own gradient shortened to the threshold where it is longer, before their mean is taken.",
            "g ← 1/B Σ_b g_b · min(1, c/‖g_b‖), g_b = ∂L_b/∂θ",
            "Abadi, Chu, Goodfellow, McMahan, Mironov, Talwar and Zhang 2016, Deep Learning with Differential Privacy, CCS,"
                    + " arXiv:1607.00133, algorithm 1 without its noise",
            Threshold.SETTINGS,
            List.of("none"),
            settings -> new ClipByExampleNorm(Threshold.from(settings)));

    @Override
    public ThresholdUnit unit() {
        return threshold.unit(ThresholdUnit.EXAMPLE_NORM);
    }

    @Override
    public Set<Law> laws() {
        return LAWS;
    }

    /** At an infinite threshold no sequence is weighed, so no norm is computed and none is charged. */
    @Override
    public Clipping at(double... units) {
        double c = threshold.at(units);
        ExampleWeight perExample = Double.isInfinite(c) ? null : new Weighed(c);
        return new Clipping(NAME, new GradientSeams(null, perExample), Clipping.IDENTITY, LAWS);
    }

    private record Weighed(double threshold) implements ExampleWeight {

        @Override
        public double weight(double norm) {
            return Rescale.isOver(threshold, norm) ? threshold / norm : 1;
        }
    }
}
