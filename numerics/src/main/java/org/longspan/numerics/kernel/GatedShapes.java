package org.longspan.numerics.kernel;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;

/** What the shapes of the arguments must be to each other, for the kernels of gates and of gated units. */
public final class GatedShapes {

    private GatedShapes() {}

    /** Requires the shapes of {@link Kernels#gateForward}. */
    public static void gateForward(Matrix s, Matrix a, Matrix out) {
        Shapes.require(s, out.rows(), out.columns());
        Shapes.require(a, out.rows(), out.columns());
    }

    /** Requires the shapes of {@link Kernels#gateBackward}. */
    public static void gateBackward(Matrix s, Matrix a, Matrix dOut, Matrix dz, Matrix da) {
        Shapes.require(s, dz.rows(), dz.columns());
        Shapes.require(a, dz.rows(), dz.columns());
        Shapes.require(dOut, dz.rows(), dz.columns());
        Shapes.require(da, dz.rows(), dz.columns());
    }

    /** Requires the shapes of {@link Kernels#gateTangent}. */
    public static void gateTangent(Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix outDot) {
        Shapes.require(s, outDot.rows(), outDot.columns());
        Shapes.require(a, outDot.rows(), outDot.columns());
        Shapes.require(zDot, outDot.rows(), outDot.columns());
        Shapes.require(aDot, outDot.rows(), outDot.columns());
    }

    /** Requires the shapes of {@link Kernels#gateBackwardTangent}. */
    public static void gateBackwardTangent(
            Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix dOut, Matrix dOutDot, Matrix dzDot, Matrix daDot) {
        gateBackward(s, a, dOut, dzDot, daDot);
        Shapes.require(zDot, dzDot.rows(), dzDot.columns());
        Shapes.require(aDot, dzDot.rows(), dzDot.columns());
        Shapes.require(dOutDot, dzDot.rows(), dzDot.columns());
    }

    /** Requires the shapes of {@link Kernels#mixForward}. */
    public static void mixForward(Matrix s, Matrix a, Matrix b, Matrix out) {
        Shapes.require(s, out.rows(), out.columns());
        Shapes.require(a, out.rows(), out.columns());
        Shapes.require(b, out.rows(), out.columns());
    }

    /** Requires the shapes of {@link Kernels#mixBackward}. */
    public static void mixBackward(Matrix s, Matrix a, Matrix b, Matrix dOut, Matrix dz, Matrix da, Matrix db) {
        Shapes.require(s, dz.rows(), dz.columns());
        Shapes.require(a, dz.rows(), dz.columns());
        Shapes.require(b, dz.rows(), dz.columns());
        Shapes.require(dOut, dz.rows(), dz.columns());
        Shapes.require(da, dz.rows(), dz.columns());
        Shapes.require(db, dz.rows(), dz.columns());
    }

    /** Requires the shapes of {@link Kernels#mixTangent}. */
    public static void mixTangent(Matrix s, Matrix a, Matrix b, Matrix zDot, Matrix aDot, Matrix bDot, Matrix outDot) {
        Shapes.require(s, outDot.rows(), outDot.columns());
        Shapes.require(a, outDot.rows(), outDot.columns());
        Shapes.require(b, outDot.rows(), outDot.columns());
        Shapes.require(zDot, outDot.rows(), outDot.columns());
        Shapes.require(aDot, outDot.rows(), outDot.columns());
        Shapes.require(bDot, outDot.rows(), outDot.columns());
    }

    /** Requires the shapes of {@link Kernels#gruForward}. */
    public static void gruForward(Matrix z, Matrix hPrevious, Matrix gates, Matrix h) {
        Shapes.require(z, h.rows(), 4 * h.columns());
        Shapes.require(gates, h.rows(), 4 * h.columns());
        Shapes.require(hPrevious, h.rows(), h.columns());
    }

    /** Requires the shapes of {@link Kernels#gruBackward}. */
    public static void gruBackward(Matrix gates, Matrix hPrevious, Matrix dh, Matrix dz, Matrix dhPrevious) {
        Shapes.require(gates, dh.rows(), 4 * dh.columns());
        Shapes.require(dz, dh.rows(), 4 * dh.columns());
        Shapes.require(hPrevious, dh.rows(), dh.columns());
        Shapes.require(dhPrevious, dh.rows(), dh.columns());
    }

    /** Requires the shapes of {@link Kernels#gruTangent}. */
    public static void gruTangent(Matrix gates, Matrix hPrevious, Matrix zDot, Matrix hDotPrevious, Matrix hDot) {
        Shapes.require(gates, hDot.rows(), 4 * hDot.columns());
        Shapes.require(zDot, hDot.rows(), 4 * hDot.columns());
        Shapes.require(hPrevious, hDot.rows(), hDot.columns());
        Shapes.require(hDotPrevious, hDot.rows(), hDot.columns());
    }

    /** Requires the shapes of {@link Kernels#carouselForward}. */
    public static void carouselForward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix squashed, Matrix h) {
        Shapes.require(z, c.rows(), 3 * c.columns());
        Shapes.require(gates, c.rows(), 3 * c.columns());
        Shapes.require(cPrevious, c.rows(), c.columns());
        Shapes.require(squashed, c.rows(), c.columns());
        Shapes.require(h, c.rows(), c.columns());
    }

    /** Requires the shapes of {@link Kernels#carouselCellBackward}. */
    public static void carouselCellBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dcAfter, Matrix dc) {
        Shapes.require(gates, dc.rows(), 3 * dc.columns());
        Shapes.require(squashed, dc.rows(), dc.columns());
        Shapes.require(dh, dc.rows(), dc.columns());
        Shapes.require(dcAfter, dc.rows(), dc.columns());
    }

    /** Requires the shapes of {@link Kernels#carouselGatesBackward}. */
    public static void carouselGatesBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dc, Matrix dz) {
        Shapes.require(gates, dc.rows(), 3 * dc.columns());
        Shapes.require(dz, dc.rows(), 3 * dc.columns());
        Shapes.require(squashed, dc.rows(), dc.columns());
        Shapes.require(dh, dc.rows(), dc.columns());
    }

    /** Requires the shapes of {@link Kernels#carouselTangent}. */
    public static void carouselTangent(
            Matrix gates, Matrix squashed, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot) {
        Shapes.require(gates, cDot.rows(), 3 * cDot.columns());
        Shapes.require(zDot, cDot.rows(), 3 * cDot.columns());
        Shapes.require(squashed, cDot.rows(), cDot.columns());
        Shapes.require(cDotPrevious, cDot.rows(), cDot.columns());
        Shapes.require(hDot, cDot.rows(), cDot.columns());
    }
}
