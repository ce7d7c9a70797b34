package org.longspan.numerics;

/**
 * The pointwise part of a step of the LSTM of 1997, whose constant error carousel has no forget gate. Gates and
 * pre-activations are (B, 3H) in the order i, g, o, with g / 2 kept for g; everything else is (B, H). Every output is
 * flushed except the gates and {@code squashed}.
 */
public interface CarouselStep {

    /**
     * From the pre-activations z: the gates i = σ, g / 2 = tanh(z / 2), o = σ; c = cPrevious + i ∘ g,
     * squashed = tanh(c / 2), h = o ∘ squashed.
     */
    void forward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix squashed, Matrix h);

    /** dc = dcAfter + dh ∘ o ∘ (1 - squashed²) / 2: the total cotangent of c, and therefore of cPrevious. */
    void cellBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dcAfter, Matrix dc);

    /** From dh and the total cotangent dc: dz (B, 3H) of the pre-activations. */
    void gatesBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dc, Matrix dz);

    /** The tangent of {@link #forward}: cDot and hDot from zDot (B, 3H) and cDotPrevious. */
    void tangent(Matrix gates, Matrix squashed, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot);
}
