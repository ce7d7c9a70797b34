package org.longspan.numerics.kernel.vector;

import org.longspan.numerics.LstmStep;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.plain.GatedShapeChecks;

/** The LSTM step, a vector of units at a time. */
final class VectorLstmStep implements LstmStep {

    /** Floats of z in a group of rows, which stay in the nearest cache from the gates to h. */
    private static final int GROUP = 2048;

    /** Returns how many rows form a group. */
    static int group(Matrix gates) {
        return Math.max(1, GROUP / Math.max(1, gates.columns()));
    }

    @Override
    public void forward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix tanhC, Matrix h) {
        GatedShapeChecks.lstmForward(z, cPrevious, gates, c, tanhC, h);
        int group = group(gates);
        for (int row = 0; row < gates.rows(); row += group) {
            LstmRows.forward(row, Math.min(group, gates.rows() - row), z, cPrevious, gates, c, tanhC, h);
        }
    }

    @Override
    public void cellBackward(Matrix gates, Matrix tanhC, Matrix dh, Matrix dcAfter, Matrix dc) {
        GatedShapeChecks.lstmCellBackward(gates, tanhC, dh, dcAfter, dc);
        for (int row = 0; row < gates.rows(); row++) {
            LstmRows.cellBackward(row, gates, tanhC, dh, dcAfter, dc);
        }
    }

    @Override
    public void gatesBackward(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix dh, Matrix dc, Matrix dz, Matrix dcPrevious) {
        GatedShapeChecks.lstmGatesBackward(gates, cPrevious, tanhC, dh, dc, dz, dcPrevious);
        for (int row = 0; row < gates.rows(); row++) {
            LstmRows.gatesBackward(row, gates, cPrevious, tanhC, dh, dc, dz, dcPrevious);
        }
    }

    @Override
    public void tangent(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot) {
        GatedShapeChecks.lstmTangent(gates, cPrevious, tanhC, zDot, cDotPrevious, cDot, hDot);
        for (int row = 0; row < gates.rows(); row++) {
            LstmRows.tangent(row, gates, cPrevious, tanhC, zDot, cDotPrevious, cDot, hDot);
        }
    }
}
