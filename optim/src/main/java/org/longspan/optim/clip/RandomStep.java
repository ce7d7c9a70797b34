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
import org.longspan.optim.RandomDirection;
import org.longspan.optim.Step;
import org.longspan.optim.ThresholdUnit;

/**
 * A random step: where ‖g‖ > v, g ← v d with d uniform on the unit sphere; before any momentum, so that under plain
 * descent the step has the length ηv. Chance depends on the trial and the index of the update alone.
 *
 * <p>Source: Goodfellow, Bengio and Courville 2016, section 10.11.1, who report that it tends to work almost as well as
 * clipping by norm.
 *
 * <p>Not to be confused with the policy of the same name, which takes such a step where a gradient is not finite; nor
 * with noise added to gradients, which keeps their information.
 *
 * @param threshold v, alone or as a multiple of ‖g‖ at initialization
 */
public record RandomStep(Threshold threshold) implements ClippingScheme {

    private static final String NAME = "random-step";
    private static final Set<Law> LAWS =
            Set.of(Law.OFF_AT_INFINITY, Law.IDENTITY_BELOW_THRESHOLD, Law.NORM_BOUND, Law.SCALE_EQUIVARIANT);

    /** This scheme in the catalogue. */
    public static final Entry<ClippingScheme> ENTRY = new Entry<>(
            NAME,
            "A gradient longer than the threshold replaced by a random one as long as the threshold.",
            "‖g‖ > v: g ← v d, d ~ U{‖d‖ = 1}",
            "Goodfellow, Bengio and Courville 2016, Deep Learning, section 10.11.1",
            Threshold.SETTINGS,
            List.of("none"),
            settings -> new RandomStep(Threshold.from(settings)));

    @Override
    public ThresholdUnit unit() {
        return threshold.unit(ThresholdUnit.GLOBAL_NORM);
    }

    @Override
    public Set<Law> laws() {
        return LAWS;
    }

    @Override
    public Clipping at(double... units) {
        return new Clipping(NAME, GradientSeams.NONE, new Replaced(threshold.at(units)), LAWS);
    }

    private record Replaced(double threshold) implements GradientTransform {

        private static final int STREAM = "clipping random-step".hashCode();

        @Override
        public void apply(Parameters update, Parameters theta, Memory memory, Step step) {
            if (Rescale.isOver(threshold, step.kernels().reductions().norm(update))) {
                RandomDirection.draw(threshold, step.stream(STREAM), update, step.kernels());
            }
        }
    }
}
