package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.Parameters;

/**
 * The tangents of the backward pass through {@link PreActivations}. Where that pass multiplies a signal by a weight or
 * by an argument, both change:
 *
 * <pre>
 * dz(t) Uᵀ              ->  dż(t) Uᵀ + dz(t) U̇ᵀ
 * [x(t) h(t-1) 1]ᵀ dz(t) ->  [x(t) h(t-1) 1]ᵀ dż(t) + [ẋ(t) ḣ(t-1) 0]ᵀ dz(t)
 * </pre>
 *
 * for dz = ∂L/∂z and its tangent dż, which the cell supplies.
 */
final class PreActivationTangents {

    final Matrix[] dzDotAt; // T of (B, G)
    Matrix xDot; // (T·B, I), of the last tangent, or null
    Matrix[] hDotAt; // T of (B, H), of the last tangent
    Matrix hDotBefore; // ((T-1)·B, H), ḣ(1..T-1)

    private final PreActivations affine;
    private final Kernels kernels;
    private final int steps;
    private final int sequences;
    private final Matrix dzDot; // (T·B, G)
    private final Matrix dzAfter; // ((T-1)·B, G), dz(2..T)
    private final StepViews hDotViews;
    private final Panels recurrentBackwardDot; // tangent of Uᵀ (G, H)
    private final Panels inputBackwardDot; // tangent of Wᵀ (G, I)
    private Matrix hDot; // (T·B, H), of the last tangent

    /**
     * Creates the tangents of {@code affine}.
     *
     * @param dzDot (T·B, G), where the cell stores the tangents of the cotangents of z
     */
    PreActivationTangents(PreActivations affine, Matrix dzDot) {
        this.affine = affine;
        this.kernels = affine.kernels;
        this.dzDot = dzDot;
        this.steps = affine.steps;
        this.sequences = affine.sequences;
        this.dzDotAt = dzDot.groups(sequences);
        this.dzAfter = affine.dz.rows(sequences, (steps - 1) * sequences);
        this.hDotViews = new StepViews(steps, sequences);
        this.recurrentBackwardDot = kernels.products().newPanels(affine.z.columns(), affine.h.columns());
        this.inputBackwardDot = kernels.products().newPanels(affine.z.columns(), affine.xDotNow.columns());
    }

    /** Returns how many floats an instance for all gates holds, dż among them; panels may repeat a few columns more. */
    static long size(RecurrentCell cell, int steps, int sequences) {
        int width = cell.gates() * cell.outputs();
        return (long) steps * sequences * Matrix.spacing(width) + size(cell, cell.gates());
    }

    /** Returns how many floats an instance for {@code gates} gates holds beside dż. */
    static long size(RecurrentCell cell, int gates) {
        return (long) gates * cell.outputs() * (cell.inputs() + cell.outputs());
    }

    /** Returns h(0) with its derivatives, or null where it is 0. */
    BoundaryState initial() {
        return affine.initial;
    }

    /** Packs the tangents of U and W for the backward pass, and takes the tangents of x and h. */
    void prepare(Parameters thetaDot, Matrix inputsDot, Matrix outputsDot) {
        recurrentBackwardDot.packTransposed(thetaDot.block(affine.recurrent));
        inputBackwardDot.packTransposed(thetaDot.block(affine.input));
        xDot = inputsDot;
        if (outputsDot != hDot) {
            hDot = outputsDot;
            hDotAt = hDotViews.byStep(outputsDot);
            hDotBefore = outputsDot.rows(0, (steps - 1) * sequences);
        }
    }

    /** Tangent of {@link PreActivations#recurBackward}. */
    void recurBackward(int t, Matrix dhDot) {
        if (t + 1 < steps) {
            recurBackwardFrom(t + 1, dhDot);
        }
        kernels.elementwise().flush(dhDot);
    }

    /** Tangent of {@link PreActivations#recurBackwardFrom}, not flushed. */
    void recurBackwardFrom(int t, Matrix dhDotBefore) {
        kernels.products().addProduct(dzDotAt[t], affine.recurrentBackward, dhDotBefore);
        kernels.products().addProduct(affine.dzAt[t], recurrentBackwardDot, dhDotBefore);
    }

    /** Tangent of {@link PreActivations#startBackward}. */
    void startBackward() {
        if (affine.initial != null) {
            affine.initial.cotangentDot().fill(0f);
            recurBackwardFrom(0, affine.initial.cotangentDot());
        }
    }

    /** Tangent of {@link PreActivations#projectBackward}. */
    void projectBackward(Matrix dxDot) {
        if (dxDot != null) {
            dxDot.fill(0f);
            projectBackwardOnto(dxDot);
            kernels.elementwise().flush(dxDot);
        }
    }

    /** Tangent of {@link PreActivations#projectBackwardOnto}, not flushed. */
    void projectBackwardOnto(Matrix dxDot) {
        kernels.products().addProduct(dzDot, affine.inputBackward, dxDot);
        kernels.products().addProduct(affine.dz, inputBackwardDot, dxDot);
    }

    /** Tangent of {@link PreActivations#accumulate} without weights, added to {@code product}. */
    void accumulate(Parameters product) {
        kernels.products().addTransposedProduct(affine.arguments, dzDot, product.blocks(affine.input, affine.bias));
        kernels.products().addTransposedProduct(hDotBefore, dzAfter, product.block(affine.recurrent));
        if (affine.initial != null) {
            kernels.products()
                    .addTransposedProduct(affine.initial.tangent(), affine.dzAt[0], product.block(affine.recurrent));
        }
        if (xDot != null) {
            kernels.products().addTransposedProduct(xDot, affine.dz, product.block(affine.input));
        }
    }

    /** {@link #accumulate(Parameters)} where another vector stands in the place of h(t-1), with {@code beforeDot} (T·B, H). */
    void accumulate(Matrix beforeDot, Parameters product) {
        kernels.products().addTransposedProduct(affine.arguments, dzDot, product.blocks(affine.input, affine.bias));
        kernels.products().addTransposedProduct(beforeDot, affine.dz, product.block(affine.recurrent));
        if (xDot != null) {
            kernels.products().addTransposedProduct(xDot, affine.dz, product.block(affine.input));
        }
    }
}
