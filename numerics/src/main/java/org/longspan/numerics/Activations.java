package org.longspan.numerics;

/**
 * Activation functions h = φ(z) with their backward steps, element by element. Derivatives are computed from h, so z
 * need not be kept. A backward step is also the tangent of its function: give it ż for dh.
 */
public interface Activations {

    /** out = tanh(A). */
    void tanh(Matrix a, Matrix out);

    /** out = flush(tanh(A)). */
    void flushedTanh(Matrix a, Matrix out);

    /** out = 1 / (1 + exp(-A)). */
    void sigmoid(Matrix a, Matrix out);

    /** out = A where A is positive or NaN, and 0 elsewhere, also for -0. */
    void relu(Matrix a, Matrix out);

    /** dz = flush(dh ∘ (1 - h²)), for h = tanh(z). */
    void tanhBackward(Matrix h, Matrix dh, Matrix dz);

    /** dh = flush(dh), dz = flush(dh ∘ (1 - h²)), for h = tanh(z). */
    void flushingTanhBackward(Matrix h, Matrix dh, Matrix dz);

    /** dz = flush(dh ∘ h ∘ (1 - h)), for h = sigmoid(z). */
    void sigmoidBackward(Matrix h, Matrix dh, Matrix dz);

    /** dz = flush(dh) where h = relu(z) is positive or NaN, and 0 elsewhere. */
    void reluBackward(Matrix h, Matrix dh, Matrix dz);

    /** The tangent of {@link #tanhBackward}: dzDot = flush(dhDot ∘ (1 - h²) - 2 h ∘ hDot ∘ dh). */
    void tanhBackwardTangent(Matrix h, Matrix hDot, Matrix dh, Matrix dhDot, Matrix dzDot);

    /** The tangent of {@link #sigmoidBackward}: dzDot = flush(dhDot ∘ h ∘ (1 - h) + (1 - 2 h) ∘ hDot ∘ dh). */
    void sigmoidBackwardTangent(Matrix h, Matrix hDot, Matrix dh, Matrix dhDot, Matrix dzDot);

    /**
     * modReLU, h = flush(sign(z) ∘ max(|z| + b, 0)) for z (B, H) and b (1, H), with sign(0) = 0: b shifts the modulus,
     * and the sign stays.
     */
    void modRelu(Matrix z, Matrix bias, Matrix h);

    /**
     * The tangent of {@link #modRelu}: hDot = flush(zDot + sign(h) ∘ biasDot) where h is not 0, and 0 elsewhere, for
     * zDot (B, H) and biasDot (1, H). With zeros for biasDot it is the backward step from dh to dz.
     */
    void modReluTangent(Matrix h, Matrix zDot, Matrix biasDot, Matrix hDot);
}
