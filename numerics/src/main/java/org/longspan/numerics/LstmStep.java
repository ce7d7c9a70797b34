package org.longspan.numerics;

/**
 * The pointwise part of an LSTM step. Gates and pre-activations are (B, 4H) in the order i, f, g, o; everything else is
 * (B, H). Every output is flushed except the gates and tanhC.
 */
public interface LstmStep {

    /**
     * From the pre-activations z: the gates i = σ, f = σ, g = tanh, o = σ; c = f ∘ cPrevious + i ∘ g, tanhC = tanh(c),
     * h = o ∘ tanhC.
     */
    void forward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix tanhC, Matrix h);

    /**
     * dh = flush(dh), and dc = dcAfter + dh ∘ o ∘ (1 - tanhC²): the total cotangent of c, the sum of the next step's
     * and of what comes through h = o ∘ tanh(c).
     */
    void cellBackward(Matrix gates, Matrix tanhC, Matrix dh, Matrix dcAfter, Matrix dc);

    /** From dh and the total cotangent dc: dz of the pre-activations, and dcPrevious = dc ∘ f. */
    void gatesBackward(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix dh, Matrix dc, Matrix dz, Matrix dcPrevious);

    /** The tangent of {@link #forward}: cDot and hDot from zDot (B, 4H) and cDotPrevious. */
    void tangent(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot);
}
