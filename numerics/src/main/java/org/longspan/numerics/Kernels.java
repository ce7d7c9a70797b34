package org.longspan.numerics;

/**
 * One implementation of the dense kernels: operations on matrix views and on slices of arrays.
 *
 * <p><b>Every implementation gives the same bits</b>, on every machine, vector width and JDK:
 *
 * <ul>
 *   <li>an element of a product is summed over k in ascending order with fused multiply-adds, starting from the
 *       element of C;
 *   <li>a horizontal sum runs in {@code double} over 16 lanes (element i goes to lane i mod 16), which one fixed tree
 *       adds up: 16 to 8 to 4 to 2 to 1, lane l with lane l + half; the last n mod 16 elements are then added one by
 *       one;
 *   <li>exp, tanh and sigmoid are the polynomials of {@link FloatMath}.
 * </ul>
 *
 * <p>The arguments of a call must not overlap unless the method allows it: outputs are written in any order, and some
 * elements twice. Kernels hold no state, allocate nothing, and may be shared by threads. A wrong shape is an {@link
 * IllegalArgumentException}.
 *
 * <p>"Flushed" means: rounded to zero under {@link #FLOOR}. In the formulas, ∘ multiplies element by element, σ is the
 * sigmoid, and a name that ends in Dot is a tangent.
 *
 * @param name the implementation, such as {@code plain} or {@code vector-512}
 * @param products matrix products
 * @param activations activation functions with their derivatives
 * @param elementwise the other element-by-element operations
 * @param reductions sums and maxima of slices
 * @param gated the fused steps of gated cells
 */
public record Kernels(
        String name,
        Products products,
        Activations activations,
        Elementwise elementwise,
        Reductions reductions,
        GatedSteps gated) {

    /**
     * Signals, states, tangents and gradients smaller than this in magnitude become zero where they are written. The
     * square, 1e-36, is still a normal number, so the product of two kept values is never denormal.
     */
    public static final float FLOOR = 1e-18f;
}
