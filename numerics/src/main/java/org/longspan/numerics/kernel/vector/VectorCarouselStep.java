package org.longspan.numerics.kernel.vector;

import org.longspan.numerics.CarouselStep;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.plain.GatedShapeChecks;

/** The step of the LSTM of 1997, a vector of units at a time. */
final class VectorCarouselStep implements CarouselStep {

    @Override
    public void forward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix squashed, Matrix h) {
        GatedShapeChecks.carouselForward(z, cPrevious, gates, c, squashed, h);
        for (int row = 0; row < c.rows(); row++) {
            CarouselRows.forward(row, z, cPrevious, gates, c, squashed, h);
        }
    }

    @Override
    public void cellBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dcAfter, Matrix dc) {
        GatedShapeChecks.carouselCellBackward(gates, squashed, dh, dcAfter, dc);
        for (int row = 0; row < dc.rows(); row++) {
            CarouselRows.cellBackward(row, gates, squashed, dh, dcAfter, dc);
        }
    }

    @Override
    public void gatesBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dc, Matrix dz) {
        GatedShapeChecks.carouselGatesBackward(gates, squashed, dh, dc, dz);
        for (int row = 0; row < dc.rows(); row++) {
            CarouselRows.gatesBackward(row, gates, squashed, dh, dc, dz);
        }
    }

    @Override
    public void tangent(Matrix gates, Matrix squashed, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot) {
        GatedShapeChecks.carouselTangent(gates, squashed, zDot, cDotPrevious, cDot, hDot);
        for (int row = 0; row < cDot.rows(); row++) {
            CarouselRows.tangent(row, gates, squashed, zDot, cDotPrevious, cDot, hDot);
        }
    }
}
