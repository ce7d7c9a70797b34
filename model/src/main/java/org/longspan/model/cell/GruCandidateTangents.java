package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.Parameters;

/**
 * The tangents of the backward pass through {@link GruCandidate}, as {@link PreActivationTangents} has them for the
 * other gates.
 */
final class GruCandidateTangents {

    private final GruCandidate candidate;
    private final PreActivationTangents gates;
    private final Kernels kernels;
    private final Matrix daDot; // (T·B, H)
    private final Matrix dqDot; // (T·B, H)
    private final Matrix[] dqDotAt; // T of (B, H)
    private final Matrix dqAfter; // ((T-1)·B, H), dq(2..T)
    private final Panels inputBackwardDot; // tangent of Vᵀ (H, I)
    private final Panels recurrentBackwardDot; // tangent of Qᵀ (H, H)

    /**
     * Creates the tangents of {@code candidate}.
     *
     * @param dzDot (T·B, 2H), where the cell stores the tangents of the cotangents of a and q
     */
    GruCandidateTangents(
            GruCandidate candidate, PreActivationTangents gates, Matrix dzDot, int sequences, Kernels kernels) {
        int hidden = dzDot.columns() / 2;
        this.candidate = candidate;
        this.gates = gates;
        this.kernels = kernels;
        this.daDot = dzDot.columns(0, hidden);
        this.dqDot = dzDot.columns(hidden, hidden);
        this.dqDotAt = dqDot.groups(sequences);
        int later = dzDot.rows() - sequences;
        this.dqAfter = candidate.whole.dq().rows(later == 0 ? 0 : sequences, later);
        this.inputBackwardDot =
                kernels.products().newPanels(hidden, candidate.whole.x().columns());
        this.recurrentBackwardDot = kernels.products().newPanels(hidden, hidden);
    }

    /** Returns how many floats an instance holds beside its matrix of cotangents. */
    static long size(RecurrentCell cell) {
        return (long) cell.outputs() * (cell.inputs() + cell.outputs());
    }

    /** Packs the tangents of V and Q for the backward pass. */
    void prepare(Parameters thetaDot) {
        inputBackwardDot.packTransposed(thetaDot.block(candidate.input));
        recurrentBackwardDot.packTransposed(thetaDot.block(candidate.recurrent));
    }

    /** Tangent of {@link GruCandidate#recurBackwardFrom}, not flushed. */
    void recurBackwardFrom(int t, Matrix dhDotBefore) {
        kernels.products().addProduct(dqDotAt[t], candidate.recurrentBackward, dhDotBefore);
        kernels.products().addProduct(candidate.dqAt[t], recurrentBackwardDot, dhDotBefore);
    }

    /** Tangent of {@link GruCandidate#projectBackwardOnto}, not flushed. */
    void projectBackwardOnto(Matrix dxDot) {
        kernels.products().addProduct(daDot, candidate.inputBackward, dxDot);
        kernels.products().addProduct(candidate.whole.da(), inputBackwardDot, dxDot);
    }

    /** Tangent of {@link GruCandidate#accumulate} without weights, added to {@code product}. */
    void accumulate(Parameters product) {
        Matrix sumOfV = product.block(candidate.input);
        kernels.products().addTransposedProduct(candidate.whole.x(), daDot, sumOfV);
        kernels.products().addColumnSums(daDot, product.block(candidate.bias));
        kernels.products()
                .addTransposedProduct(
                        candidate.whole.hAndOne(), dqDot, product.blocks(candidate.recurrent, candidate.resetBias));
        kernels.products().addTransposedProduct(gates.hDotBefore, dqAfter, product.block(candidate.recurrent));
        if (gates.initial() != null) {
            kernels.products()
                    .addTransposedProduct(
                            gates.initial().tangent(), candidate.dqAt[0], product.block(candidate.recurrent));
        }
        if (gates.xDot != null) {
            kernels.products().addTransposedProduct(gates.xDot, candidate.whole.da(), sumOfV);
        }
    }
}
