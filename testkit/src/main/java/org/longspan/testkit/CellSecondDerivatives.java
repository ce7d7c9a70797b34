package org.longspan.testkit;

import org.longspan.model.cell.RunTangents;
import org.longspan.model.cell.SecondOrderRun;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;

/** The second derivatives of ⟨w, h⟩ along a {@link CellRun}, for a cell that gives the tangents of its backward pass. */
final class CellSecondDerivatives {

    final CellRun run;
    final Parameters product;
    final Matrix dhDot = Matrix.zeros(CellRun.ROWS, CellRun.HIDDEN); // (T·B, H)
    final Matrix dxDot = Matrix.zeros(CellRun.ROWS, CellRun.INPUTS); // (T·B, I)

    private final RunTangents tangents;

    CellSecondDerivatives(CellRun run) {
        this.run = run;
        this.product = new Parameters(run.theta.layout());
        if (!(run.unrolled instanceof SecondOrderRun second)) {
            throw new IllegalArgumentException(
                    "second derivatives of a cell that gives no tangents of its backward pass");
        }
        this.tangents = second.openTangents();
    }

    /** Computes the tangents, in that direction, of all that {@link CellRun#all} did before. */
    CellSecondDerivatives along(Parameters thetaDot, Matrix xDot) {
        return along(thetaDot, xDot, 0f);
    }

    /** As {@link #along(Parameters, Matrix)}, where the cotangents w move too, by {@code factor} w. */
    CellSecondDerivatives along(Parameters thetaDot, Matrix xDot, float factor) {
        for (int i = 0; i < dhDot.data().length; i++) {
            dhDot.data()[i] = factor * run.w.data()[i];
        }
        tangents.tangent(run.theta, thetaDot, xDot, run.hDot);
        tangents.backward(run.theta, run.dh, dhDot, dxDot);
        product.zero();
        accumulate();
        return this;
    }

    void accumulate() {
        tangents.accumulate(product);
    }

    /** Returns ⟨u, H v⟩ of weights and inputs, for the direction v of the last {@link #along}. */
    double times(Parameters u, Matrix ux) {
        return CellRun.dot(product.data(), u.data()) + CellRun.dot(dxDot.data(), ux.data());
    }

    /** Returns a copy of the results of {@link #along}: ḣ, the tangents of ∂L/∂h, ∂L/∂x and of the gradient. */
    float[][] bits() {
        return new float[][] {
            run.hDot.data().clone(),
            dhDot.data().clone(),
            dxDot.data().clone(),
            product.data().clone()
        };
    }
}
