package org.longspan.optim.clip;

import java.util.List;
import java.util.Set;
import org.longspan.numerics.Block;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
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
 * Hidden gradients divided by the number of time steps: every δ(t) counts as δ(t)/T where it reaches the weights, so
 * for every block b but the read-out's g_b ← g_b/T, the sum over time steps made a mean; before any momentum.
 *
 * <p>Source: Henaff, Szlam and LeCun 2016, who normalize the gradients with respect to hidden activations by 1/T.
 * Back-propagation is linear, so dividing the signal once where it enters the hidden layers, or once at every step on
 * its way to the weights, is the same: this.
 *
 * <p>Not to be confused with dividing the signal at every step as it <b>flows on</b>: at lag k that would leave T⁻ᵏ of
 * it, and so nothing of the long spans. It has no threshold and clips nothing; an optimizer that divides by the size of
 * gradients undoes it but for its ε.
 */
public record DivideByLength() implements ClippingScheme {

    private static final String NAME = "divide-by-length";
    private static final Threshold LENGTH = new Threshold(1, true);
    private static final Set<Law> LAWS = Set.of();

    /** This scheme in the catalogue. */
    public static final Entry<ClippingScheme> ENTRY = new Entry<>(
            NAME,
            "The gradients of all weights but the read-out's divided by the number of time steps.",
            "g_b ← g_b/T for every block b but the read-out's",
            "Henaff, Szlam and LeCun 2016, Recurrent Orthogonal Networks and Long-Memory Tasks, ICML, arXiv:1602.06662",
            List.of(),
            List.of(),
            settings -> new DivideByLength());

    @Override
    public ThresholdUnit unit() {
        return ThresholdUnit.TIME_STEPS;
    }

    @Override
    public Set<Law> laws() {
        return LAWS;
    }

    @Override
    public Clipping at(double... units) {
        return new Clipping(NAME, GradientSeams.NONE, new Divided(LENGTH.at(units)), LAWS);
    }

    private record Divided(double length) implements GradientTransform {

        @Override
        public void apply(Parameters update, Parameters theta, Memory memory, Step step) {
            List<Block> blocks = update.layout().blocks();
            for (int b = 0; b < blocks.size(); b++) {
                Block block = blocks.get(b);
                if (block.role() != Role.READ_OUT && block.role() != Role.READ_OUT_BIAS) {
                    step.kernels().elementwise().scale(1 / length, update.data(), block.offset(), block.size());
                }
            }
        }
    }
}
