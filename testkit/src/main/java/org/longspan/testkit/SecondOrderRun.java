package org.longspan.testkit;

import org.longspan.model.cell.SecondOrderCell;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;

/** A run of a cell that gives the tangents of its backward pass, and the second derivatives of ⟨w, h⟩ that they make. */
final class SecondOrderRun {

    final CellRun run;
    final SecondOrderCell cell;
    final Parameters product;
    final Matrix dhDot = Matrix.zeros(CellRun.ROWS, CellRun.HIDDEN); // (T·B, H)
    final Matrix dxDot = Matrix.zeros(CellRun.ROWS, CellRun.INPUTS); // (T·B, I)

    private final SecondOrderCell.TangentTape tangents;

    SecondOrderRun(CellRun run) {
        this.run = run;
        this.cell = (SecondOrderCell) run.cell;
        this.product = new Parameters(run.theta.layout());
        this.tangents = cell.newTangentTape(run.tape, run.kernels);
    }

    /** The tangents in that direction of all that {@link CellRun#all} does, after it. */
    SecondOrderRun along(Parameters thetaDot, Matrix xDot) {
        return along(thetaDot, xDot, 0f);
    }

    /** The same where the cotangents w move too, by {@code factor} w. */
    SecondOrderRun along(Parameters thetaDot, Matrix xDot, float factor) {
        for (int i = 0; i < dhDot.data().length; i++) {
            dhDot.data()[i] = factor * run.w.data()[i];
        }
        cell.tangent(run.theta, thetaDot, xDot, run.hDot, tangents, run.kernels);
        cell.backwardTangent(run.theta, run.dh, dhDot, dxDot, tangents, run.kernels);
        product.zero();
        accumulate();
        return this;
    }

    void accumulate() {
        cell.accumulateTangent(tangents, product, run.kernels);
    }

    /** Returns ⟨u, H v⟩ of weights and inputs, for the direction v of the last {@link #along}. */
    double times(Parameters u, Matrix ux) {
        return CellRun.dot(product.data(), u.data()) + CellRun.dot(dxDot.data(), ux.data());
    }

    /** Returns a copy of what {@link #along} left: ḣ, the tangents of ∂L/∂h, ∂L/∂x and of the gradient. */
    float[][] bits() {
        return new float[][] {
            run.hDot.data().clone(),
            dhDot.data().clone(),
            dxDot.data().clone(),
            product.data().clone()
        };
    }
}
