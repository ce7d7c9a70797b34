package org.longspan.model;

import org.longspan.model.cell.BoundaryState;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.model.cell.RecurrentRun;
import org.longspan.model.cell.RunTangents;
import org.longspan.model.cell.SecondOrderRun;
import org.longspan.model.cell.Unrolling;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;

/**
 * One step of one layer, a run of a single step, between the state s(t-1) that it is given and the state s(t) that it
 * hands on. Both are columns of the state of the whole network.
 */
final class LayerStep {

    final RecurrentRun run;
    final Matrix hDot; // (B, H), tangent of h(t)

    private final Kernels kernels;
    private final int from; // column of the network's state
    private final int visible; // columns of s(t) that are h(t): H or 0
    private final BoundaryState before; // s(t-1), (B, S)
    private final BoundaryState inner; // what s(t) holds beside h(t), or null
    private final Matrix dh; // (B, H), ∂ℓ/∂h(t)
    private final Matrix dhDot; // (B, H), its tangent
    private RunTangents tangents;

    LayerStep(String prefix, RecurrentCell cell, int from, int sequences, Kernels kernels) {
        this.kernels = kernels;
        this.from = from;
        this.visible = cell.stateWidth() - cell.innerStateWidth();
        this.before = BoundaryState.zeros(sequences, cell.stateWidth());
        this.inner = cell.innerStateWidth() == 0 ? null : BoundaryState.zeros(sequences, cell.innerStateWidth());
        this.run = cell.open(
                Unrolling.fromZero(prefix, 1, sequences, kernels).from(before).upTo(inner));
        this.hDot = Matrix.zeros(sequences, cell.outputs());
        this.dh = Matrix.zeros(sequences, cell.outputs());
        this.dhDot = Matrix.zeros(sequences, cell.outputs());
    }

    int width() {
        return before.state().columns();
    }

    private Matrix mine(Matrix state) {
        return state.columns(from, width());
    }

    private Matrix visibleOf(Matrix state) {
        return state.columns(from, visible);
    }

    private Matrix innerOf(Matrix state) {
        return state.columns(from + visible, width() - visible);
    }

    /** s(t) from x(t) and s(t-1). */
    void forward(Parameters theta, Matrix x, Matrix stateBefore, Matrix stateAfter) {
        before.state().copyFrom(mine(stateBefore));
        run.forward(theta, x);
        writeAfter(run.outputs(), inner == null ? null : inner.state(), stateAfter);
    }

    private void writeAfter(Matrix h, Matrix beside, Matrix stateAfter) {
        if (visible > 0) {
            visibleOf(stateAfter).copyFrom(h);
        }
        if (beside != null) {
            innerOf(stateAfter).copyFrom(beside);
        }
    }

    /**
     * ∂ℓ/∂s(t-1) from ∂ℓ/∂s(t), along the last {@link #forward}.
     *
     * @param above what comes to h(t) from the layer above or the read-out (B, H), or null for nothing
     * @param dx overwritten with ∂ℓ/∂x(t), or null where it is not needed
     */
    void backward(Parameters theta, Matrix after, Matrix above, Matrix dx, Matrix signalBefore) {
        collect(after, above, dh);
        if (inner != null) {
            inner.cotangent().copyFrom(innerOf(after));
        }
        run.backward(theta, dh, dx, null);
        kernels.elementwise().flush(before.cotangent());
        mine(signalBefore).copyFrom(before.cotangent());
    }

    private void collect(Matrix after, Matrix above, Matrix sum) {
        sum.fill(0f);
        if (visible > 0) {
            sum.copyFrom(visibleOf(after));
        }
        if (above != null) {
            kernels.elementwise().addAndFlush(above, sum);
        }
    }

    /** ṡ(t) from ẋ(t), or null for zero, and ṡ(t-1), along the last {@link #forward}. */
    void tangent(Parameters theta, Parameters zero, Matrix xDot, Matrix beforeDot, Matrix afterDot) {
        before.tangent().copyFrom(mine(beforeDot));
        if (tangents == null) {
            run.tangent(theta, zero, xDot, hDot);
        } else {
            tangents.tangent(theta, zero, xDot, hDot);
        }
        writeAfter(hDot, inner == null ? null : inner.tangent(), afterDot);
    }

    /** Lets {@link #tangent} keep what {@link #backwardTangent} needs; allocates its buffers when first called. */
    void keepTangents() {
        if (tangents == null) {
            tangents = ((SecondOrderRun) run).openTangents();
        }
    }

    /** Tangent of {@link #backward}, after it and after {@link #tangent}. */
    void backwardTangent(Parameters theta, Matrix afterDot, Matrix aboveDot, Matrix dxDot, Matrix signalBeforeDot) {
        collect(afterDot, aboveDot, dhDot);
        if (inner != null) {
            inner.cotangentDot().copyFrom(innerOf(afterDot));
        }
        tangents.backward(theta, dh, dhDot, dxDot);
        kernels.elementwise().flush(before.cotangentDot());
        mine(signalBeforeDot).copyFrom(before.cotangentDot());
    }
}
