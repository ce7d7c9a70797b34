package org.longspan.numerics.kernel.plain;

import org.longspan.numerics.CarouselStep;
import org.longspan.numerics.Matrix;

/** The step of the LSTM of 1997, one unit after another. */
final class PlainCarouselStep implements CarouselStep {

    @Override
    public void forward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix squashed, Matrix h) {
        GatedShapeChecks.carouselForward(z, cPrevious, gates, c, squashed, h);
        for (int row = 0; row < c.rows(); row++) {
            for (int unit = 0; unit < c.columns(); unit++) {
                CarouselUnits.forward(row, unit, z, cPrevious, gates, c, squashed, h);
            }
        }
    }

    @Override
    public void cellBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dcAfter, Matrix dc) {
        GatedShapeChecks.carouselCellBackward(gates, squashed, dh, dcAfter, dc);
        for (int row = 0; row < dc.rows(); row++) {
            for (int unit = 0; unit < dc.columns(); unit++) {
                CarouselUnits.cellBackward(row, unit, gates, squashed, dh, dcAfter, dc);
            }
        }
    }

    @Override
    public void gatesBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dc, Matrix dz) {
        GatedShapeChecks.carouselGatesBackward(gates, squashed, dh, dc, dz);
        for (int row = 0; row < dc.rows(); row++) {
            for (int unit = 0; unit < dc.columns(); unit++) {
                CarouselUnits.gatesBackward(row, unit, gates, squashed, dh, dc, dz);
            }
        }
    }

    @Override
    public void tangent(Matrix gates, Matrix squashed, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot) {
        GatedShapeChecks.carouselTangent(gates, squashed, zDot, cDotPrevious, cDot, hDot);
        for (int row = 0; row < cDot.rows(); row++) {
            for (int unit = 0; unit < cDot.columns(); unit++) {
                CarouselUnits.tangent(row, unit, gates, squashed, zDot, cDotPrevious, cDot, hDot);
            }
        }
    }
}
