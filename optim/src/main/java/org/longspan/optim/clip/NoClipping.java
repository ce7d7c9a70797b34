package org.longspan.optim.clip;

import java.util.List;
import java.util.Set;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.optim.Clipping;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.Law;
import org.longspan.optim.ThresholdUnit;

/**
 * No clipping: g ← g. It is every scheme at threshold ∞, so it keeps every law but the norm bound.
 *
 * <p>Source: the arm MSGD of Pascanu, Mikolov and Bengio 2013, figure 7.
 */
public record NoClipping() implements ClippingScheme {

    /** The clipping that changes nothing. */
    public static final Clipping NONE = new Clipping(
            Entry.NONE,
            GradientSeams.NONE,
            Clipping.IDENTITY,
            Set.of(Law.OFF_AT_INFINITY, Law.IDENTITY_BELOW_THRESHOLD, Law.KEEPS_DIRECTION, Law.SCALE_EQUIVARIANT));

    /** This scheme in the catalogue. */
    public static final Entry<ClippingScheme> ENTRY = new Entry<>(
            Entry.NONE,
            "The gradient as it is.",
            "g ← g",
            "The unclipped arm of Pascanu, Mikolov and Bengio 2013, On the Difficulty of Training Recurrent Neural"
                    + " Networks, ICML, arXiv:1211.5063",
            List.of(),
            List.of(),
            settings -> new NoClipping());

    @Override
    public ThresholdUnit unit() {
        return ThresholdUnit.NONE;
    }

    @Override
    public Set<Law> laws() {
        return NONE.laws();
    }

    @Override
    public Clipping at(double... units) {
        return NONE;
    }
}
