package org.longspan.numerics;

/**
 * The pointwise part of a step of a gated recurrent unit, with the reset gate applied after the product.
 * Pre-activations are (B, 4H): those of r and of z, then a and q. The gates are (B, 4H) too: r, z, n = tanh(flush(a + r
 * ∘ q)), and q itself. Everything else is (B, H). Every output is flushed except r, z and n.
 */
public interface GruStep {

    /** From the pre-activations z: the gates, and h = z ∘ hPrevious + (1 - z) ∘ n. */
    void forward(Matrix z, Matrix hPrevious, Matrix gates, Matrix h);

    /**
     * From dh: dz (B, 4H) of the pre-activations, and dhPrevious = dh ∘ z, the part of hPrevious's cotangent that does
     * not come through the products.
     */
    void backward(Matrix gates, Matrix hPrevious, Matrix dh, Matrix dz, Matrix dhPrevious);

    /** The tangent of {@link #forward}: hDot from zDot (B, 4H) and hDotPrevious. */
    void tangent(Matrix gates, Matrix hPrevious, Matrix zDot, Matrix hDotPrevious, Matrix hDot);
}
