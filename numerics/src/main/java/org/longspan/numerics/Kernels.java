package org.longspan.numerics;

/**
 * Dense operations on matrix views. <b>Every implementation gives the same bits</b>, on every machine,
 * vector width and JDK:
 *
 * <ul>
 *   <li>an element of a product is summed over k in ascending order with fused multiply-adds, starting
 *       from what stands in C;
 *   <li>a horizontal sum runs in {@code double} over 16 lanes (element i goes to lane i mod 16) that are
 *       added by one fixed tree: 16 to 8 to 4 to 2 to 1, lane l with lane l + half; the last n mod 16
 *       elements are added to that, one by one;
 *   <li>exp, tanh and sigmoid are the polynomials of {@link FloatMath}.
 * </ul>
 *
 * <p>Arguments of one call may not overlap, unless a method says so: what is written is written from what is read, in no
 * order and perhaps twice. Kernels hold no state, allocate nothing, and may be shared by threads. A wrong shape is an {@link IllegalArgumentException}.
 */
public interface Kernels {

    /**
     * Signals, states, tangents and gradients smaller than this in magnitude become zero where they are
     * written. Its square, 1e-36, is still a normal number, so no product of two kept values is denormal.
     */
    float FLOOR = 1e-18f;

    /** Returns the name of this implementation, such as {@code plain} or {@code vector-512}. */
    String name();

    /** Returns panels of zeros for a matrix B (k, n), cut as this implementation's products like them. */
    Panels newPanels(int rows, int columns);

    /** C += A · B for A (m, k), B (k, n), C (m, n). */
    void addProduct(Matrix a, Panels b, Matrix c);

    /** Every row of C (m, n) becomes the one row of {@code row} (1, n), then C += A · B for A (m, k), B (k, n). */
    void setProduct(Matrix row, Matrix a, Panels b, Matrix c);

    /** C += Aᵀ · B for A (k, m), B (k, n), C (m, n). */
    void addTransposedProduct(Matrix a, Matrix b, Matrix c);

    /** sum (1, n) += the rows of A (m, n), in ascending order. */
    void addColumnSums(Matrix a, Matrix sum);

    /** out = tanh(A), element by element. */
    void tanh(Matrix a, Matrix out);

    /** out = 1 / (1 + exp(-A)), element by element. */
    void sigmoid(Matrix a, Matrix out);

    /** out = exp(A), element by element; out may be A. */
    void exp(Matrix a, Matrix out);

    /** out = A where it is positive or NaN, 0 elsewhere, for -0 too. */
    void relu(Matrix a, Matrix out);

    /** Elements under {@link #FLOOR} in magnitude, -0 among them, become 0; NaN and infinities stay. */
    void flush(Matrix a);

    /** C = flush(factor A + C), with one rounding an element. */
    void addScaled(float factor, Matrix a, Matrix c);

    /** dz = flush(dh ∘ (1 - h²)): tanh backward, for h = tanh(z), and the tangent of tanh from that of z. */
    void tanhBackward(Matrix h, Matrix dh, Matrix dz);

    /** dz = flush(dh ∘ h ∘ (1 - h)): the same of the sigmoid, for h = sigmoid(z). */
    void sigmoidBackward(Matrix h, Matrix dh, Matrix dz);

    /** dz = flush(dh) where h is positive or NaN, 0 elsewhere: the same of the rectifier, for h = relu(z). */
    void reluBackward(Matrix h, Matrix dh, Matrix dz);

    /**
     * The tangent of {@link #tanhBackward}, from those of h and of its cotangent:
     * dzDot = flush(dhDot ∘ (1 - h²) - 2 h ∘ hDot ∘ dh).
     */
    void tanhBackwardTangent(Matrix h, Matrix hDot, Matrix dh, Matrix dhDot, Matrix dzDot);

    /** The same of {@link #sigmoidBackward}: dzDot = flush(dhDot ∘ h ∘ (1 - h) + (1 - 2 h) ∘ hDot ∘ dh). */
    void sigmoidBackwardTangent(Matrix h, Matrix hDot, Matrix dh, Matrix dhDot, Matrix dzDot);

    /**
     * The pointwise part of an LSTM step: from z (B, 4H), the pre-activations of i, f, g, o, the gates (B, 4H);
     * c = flush(f ∘ cPrevious + i ∘ g), tanhC = tanh(c), h = flush(o ∘ tanhC).
     */
    void lstmForward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix tanhC, Matrix h);

    /**
     * dc = flush(dcAfter + dh ∘ o ∘ (1 - tanhC²)): the whole cotangent of c, from the next step and through
     * h = o ∘ tanh(c).
     */
    void lstmCellBackward(Matrix gates, Matrix tanhC, Matrix dh, Matrix dcAfter, Matrix dc);

    /**
     * From dh and the whole cotangent dc of c: dz (B, 4H) of the pre-activations, and the cotangent
     * dcPrevious = dc ∘ f of cPrevious. All of it is flushed.
     */
    void lstmGatesBackward(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix dh, Matrix dc, Matrix dz, Matrix dcPrevious);

    /**
     * The tangent of {@link #lstmForward}: from the tangents zDot (B, 4H) of the pre-activations and cDotPrevious
     * of the previous cell, cDot of c and hDot of h. All of it is flushed.
     */
    void lstmTangent(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot);

    /** sum = flush(sum + a), element by element. */
    void addAndFlush(Matrix a, Matrix sum);

    /** out = flush(s ∘ a), for a gate s = σ(z). */
    void gateForward(Matrix s, Matrix a, Matrix out);

    /** From the cotangent dOut of {@link #gateForward}: dz = flush(dOut ∘ a ∘ s ∘ (1 - s)), da = flush(dOut ∘ s). */
    void gateBackward(Matrix s, Matrix a, Matrix dOut, Matrix dz, Matrix da);

    /**
     * The tangent of {@link #gateForward} from those of z and a: outDot = flush(zDot ∘ s ∘ (1 - s) ∘ a + s ∘ aDot).
     */
    void gateTangent(Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix outDot);

    /**
     * The tangent of {@link #gateBackward} from those of z, a and dOut, with sDot = zDot ∘ s ∘ (1 - s):
     * dzDot = flush((dOutDot ∘ a + dOut ∘ aDot) ∘ s ∘ (1 - s) + dOut ∘ a ∘ (1 - 2 s) ∘ sDot),
     * daDot = flush(dOutDot ∘ s + dOut ∘ sDot).
     */
    void gateBackwardTangent(
            Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix dOut, Matrix dOutDot, Matrix dzDot, Matrix daDot);

    /** out = flush(s ∘ a + (1 - s) ∘ b), for a gate s = σ(z). */
    void mixForward(Matrix s, Matrix a, Matrix b, Matrix out);

    /**
     * From the cotangent dOut of {@link #mixForward}: dz = flush(dOut ∘ (a - b) ∘ s ∘ (1 - s)), da = flush(dOut ∘ s),
     * db = flush(dOut ∘ (1 - s)).
     */
    void mixBackward(Matrix s, Matrix a, Matrix b, Matrix dOut, Matrix dz, Matrix da, Matrix db);

    /**
     * The tangent of {@link #mixForward} from those of z, a and b:
     * outDot = flush(zDot ∘ s ∘ (1 - s) ∘ (a - b) + s ∘ aDot + (1 - s) ∘ bDot).
     */
    void mixTangent(Matrix s, Matrix a, Matrix b, Matrix zDot, Matrix aDot, Matrix bDot, Matrix outDot);

    /**
     * The pointwise part of a step of a gated recurrent unit: from z (B, 4H), the pre-activations of r and z, then a and q,
     * the gates (B, 4H) r, z, n = tanh(flush(a + r ∘ q)) and q itself; h = flush(z ∘ hPrevious + (1 - z) ∘ n).
     */
    void gruForward(Matrix z, Matrix hPrevious, Matrix gates, Matrix h);

    /**
     * From the cotangent dh of h: dz (B, 4H) of the pre-activations of r and z, of a and of q, and dhPrevious = dh ∘ z, what
     * comes to hPrevious beside the products. All of it is flushed.
     */
    void gruBackward(Matrix gates, Matrix hPrevious, Matrix dh, Matrix dz, Matrix dhPrevious);

    /** The tangent hDot of {@link #gruForward} from the tangents zDot (B, 4H) of its z and hDotPrevious, flushed. */
    void gruTangent(Matrix gates, Matrix hPrevious, Matrix zDot, Matrix hDotPrevious, Matrix hDot);

    /**
     * The pointwise part of a step of the LSTM of 1997: from z (B, 3H), the pre-activations of i, g, o, the gates (B, 3H)
     * i = σ, g / 2 = tanh(z / 2), o = σ; c = flush(cPrevious + i ∘ g), squashed = tanh(c / 2), h = flush(o ∘ squashed).
     */
    void carouselForward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix squashed, Matrix h);

    /**
     * dc = flush(dcAfter + dh ∘ o ∘ (1 - squashed²) / 2): the whole cotangent of c, which is that of cPrevious too.
     */
    void carouselCellBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dcAfter, Matrix dc);

    /** From dh and the whole cotangent dc of c: dz (B, 3H) of the pre-activations, flushed. */
    void carouselGatesBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dc, Matrix dz);

    /**
     * The tangent of {@link #carouselForward}: from the tangents zDot (B, 3H) of the pre-activations and cDotPrevious of
     * the previous cell, cDot of c and hDot of h. All of it is flushed.
     */
    void carouselTangent(Matrix gates, Matrix squashed, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot);

    /**
     * h = flush(sign(z) ∘ max(|z| + b, 0)) for z (B, H) and b (1, H), sign(0) = 0: what has a modulus over -b keeps its
     * sign.
     */
    void modRelu(Matrix z, Matrix bias, Matrix h);

    /**
     * The tangent of {@link #modRelu}, from those of z (B, H) and b (1, H): hDot = flush(zDot + sign(h) ∘ biasDot)
     * where h is not 0, and 0 elsewhere. With zeros for biasDot its backward: z's cotangent from that of h.
     */
    void modReluTangent(Matrix h, Matrix zDot, Matrix biasDot, Matrix hDot);

    /**
     * out = flush(plus + λ ∘ A), row by row, for complex λ (1, 2S) and A, plus, out (B, 2S): in every row S real parts
     * stand before S imaginary ones.
     */
    void complexMultiplyAdd(Matrix lambda, Matrix a, Matrix plus, Matrix out);

    /** Returns Σ aᵢ bᵢ over n elements, summed in double. */
    double dot(float[] a, int aFrom, float[] b, int bFrom, int n);

    /** Returns Σ aᵢ² over n elements, summed in double. */
    default double sumOfSquares(float[] a, int from, int n) {
        return dot(a, from, a, from, n);
    }

    /** Returns max |aᵢ| over n elements, 0 for none; NaN if any is NaN. */
    float maxAbs(float[] a, int from, int n);

    /** Returns the Euclidean norm of a vector. */
    default double norm(Parameters v) {
        return Math.sqrt(sumOfSquares(v.data(), 0, v.size()));
    }

    /** Elements under {@code floor > 0} in magnitude, -0 among them, become 0; NaN and infinities stay. */
    void flush(float floor, float[] a, int from, int n);

    /** aᵢ = flush(factor aᵢ) with the product in double, and {@link #FLOOR}. */
    void scale(double factor, float[] a, int from, int n);

    /** Finite elements over {@code bound ≥ 0} in magnitude get that magnitude; NaN and infinities stay. */
    void clamp(float bound, float[] a, int from, int n);
}
