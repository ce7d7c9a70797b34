package org.longspan.numerics;

/**
 * A gate s = σ(z) that scales a, or that mixes a and b. Every matrix is (B, H). Backward steps return the cotangent of
 * the pre-activation z, and tangents take that of z, so the slope s ∘ (1 - s) of the gate is included.
 */
public interface Gates {

    /** out = flush(s ∘ a). */
    void forward(Matrix s, Matrix a, Matrix out);

    /** The backward step of {@link #forward}: dz = flush(dOut ∘ a ∘ s ∘ (1 - s)), da = flush(dOut ∘ s). */
    void backward(Matrix s, Matrix a, Matrix dOut, Matrix dz, Matrix da);

    /** The tangent of {@link #forward}: outDot = flush(zDot ∘ s ∘ (1 - s) ∘ a + s ∘ aDot). */
    void tangent(Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix outDot);

    /**
     * The tangent of {@link #backward}, with sDot = zDot ∘ s ∘ (1 - s):
     * dzDot = flush((dOutDot ∘ a + dOut ∘ aDot) ∘ s ∘ (1 - s) + dOut ∘ a ∘ (1 - 2 s) ∘ sDot),
     * daDot = flush(dOutDot ∘ s + dOut ∘ sDot).
     */
    void backwardTangent(
            Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix dOut, Matrix dOutDot, Matrix dzDot, Matrix daDot);

    /** out = flush(s ∘ a + (1 - s) ∘ b). */
    void mixForward(Matrix s, Matrix a, Matrix b, Matrix out);

    /**
     * The backward step of {@link #mixForward}: dz = flush(dOut ∘ (a - b) ∘ s ∘ (1 - s)), da = flush(dOut ∘ s),
     * db = flush(dOut ∘ (1 - s)).
     */
    void mixBackward(Matrix s, Matrix a, Matrix b, Matrix dOut, Matrix dz, Matrix da, Matrix db);

    /**
     * The tangent of {@link #mixForward}: outDot = flush(zDot ∘ s ∘ (1 - s) ∘ (a - b) + s ∘ aDot + (1 - s) ∘ bDot).
     */
    void mixTangent(Matrix s, Matrix a, Matrix b, Matrix zDot, Matrix aDot, Matrix bDot, Matrix outDot);
}
