package org.longspan.numerics.kernel.plain;

import org.longspan.numerics.Gates;
import org.longspan.numerics.Matrix;

/** Gates, one unit after another. */
final class PlainGates implements Gates {

    @Override
    public void forward(Matrix s, Matrix a, Matrix out) {
        GatedShapeChecks.gateForward(s, a, out);
        for (int row = 0; row < out.rows(); row++) {
            for (int unit = 0; unit < out.columns(); unit++) {
                GateUnits.forward(row, unit, s, a, out);
            }
        }
    }

    @Override
    public void backward(Matrix s, Matrix a, Matrix dOut, Matrix dz, Matrix da) {
        GatedShapeChecks.gateBackward(s, a, dOut, dz, da);
        for (int row = 0; row < dz.rows(); row++) {
            for (int unit = 0; unit < dz.columns(); unit++) {
                GateUnits.backward(row, unit, s, a, dOut, dz, da);
            }
        }
    }

    @Override
    public void tangent(Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix outDot) {
        GatedShapeChecks.gateTangent(s, a, zDot, aDot, outDot);
        for (int row = 0; row < outDot.rows(); row++) {
            for (int unit = 0; unit < outDot.columns(); unit++) {
                GateUnits.tangent(row, unit, s, a, zDot, aDot, outDot);
            }
        }
    }

    @Override
    public void backwardTangent(
            Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix dOut, Matrix dOutDot, Matrix dzDot, Matrix daDot) {
        GatedShapeChecks.gateBackwardTangent(s, a, zDot, aDot, dOut, dOutDot, dzDot, daDot);
        for (int row = 0; row < dzDot.rows(); row++) {
            for (int unit = 0; unit < dzDot.columns(); unit++) {
                GateUnits.backwardTangent(row, unit, s, a, zDot, aDot, dOut, dOutDot, dzDot, daDot);
            }
        }
    }

    @Override
    public void mixForward(Matrix s, Matrix a, Matrix b, Matrix out) {
        GatedShapeChecks.mixForward(s, a, b, out);
        for (int row = 0; row < out.rows(); row++) {
            for (int unit = 0; unit < out.columns(); unit++) {
                GateUnits.mixForward(row, unit, s, a, b, out);
            }
        }
    }

    @Override
    public void mixBackward(Matrix s, Matrix a, Matrix b, Matrix dOut, Matrix dz, Matrix da, Matrix db) {
        GatedShapeChecks.mixBackward(s, a, b, dOut, dz, da, db);
        for (int row = 0; row < dz.rows(); row++) {
            for (int unit = 0; unit < dz.columns(); unit++) {
                GateUnits.mixBackward(row, unit, s, a, b, dOut, dz, da, db);
            }
        }
    }

    @Override
    public void mixTangent(Matrix s, Matrix a, Matrix b, Matrix zDot, Matrix aDot, Matrix bDot, Matrix outDot) {
        GatedShapeChecks.mixTangent(s, a, b, zDot, aDot, bDot, outDot);
        for (int row = 0; row < outDot.rows(); row++) {
            for (int unit = 0; unit < outDot.columns(); unit++) {
                GateUnits.mixTangent(row, unit, s, a, b, zDot, aDot, bDot, outDot);
            }
        }
    }
}
