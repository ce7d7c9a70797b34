package org.longspan.numerics.kernel.plain;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;

/** What the shapes of the arguments must be to each other, for the kernels of gates and of gated units. */
public final class GatedShapeChecks {

    private GatedShapeChecks() {}

    /** Requires the shapes of {@link Kernels#gateForward}. */
    public static void gateForward(Matrix s, Matrix a, Matrix out) {
        ShapeChecks.require(s, out.rows(), out.columns());
        ShapeChecks.require(a, out.rows(), out.columns());
    }

    /** Requires the shapes of {@link Kernels#gateBackward}. */
    public static void gateBackward(Matrix s, Matrix a, Matrix dOut, Matrix dz, Matrix da) {
        ShapeChecks.require(s, dz.rows(), dz.columns());
        ShapeChecks.require(a, dz.rows(), dz.columns());
        ShapeChecks.require(dOut, dz.rows(), dz.columns());
        ShapeChecks.require(da, dz.rows(), dz.columns());
    }

    /** Requires the shapes of {@link Kernels#gateTangent}. */
    public static void gateTangent(Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix outDot) {
        ShapeChecks.require(s, outDot.rows(), outDot.columns());
        ShapeChecks.require(a, outDot.rows(), outDot.columns());
        ShapeChecks.require(zDot, outDot.rows(), outDot.columns());
        ShapeChecks.require(aDot, outDot.rows(), outDot.columns());
    }

    /** Requires the shapes of {@link Kernels#gateBackwardTangent}. */
    public static void gateBackwardTangent(
            Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix dOut, Matrix dOutDot, Matrix dzDot, Matrix daDot) {
        gateBackward(s, a, dOut, dzDot, daDot);
        ShapeChecks.require(zDot, dzDot.rows(), dzDot.columns());
        ShapeChecks.require(aDot, dzDot.rows(), dzDot.columns());
        ShapeChecks.require(dOutDot, dzDot.rows(), dzDot.columns());
    }

    /** Requires the shapes of {@link Kernels#mixForward}. */
    public static void mixForward(Matrix s, Matrix a, Matrix b, Matrix out) {
        ShapeChecks.require(s, out.rows(), out.columns());
        ShapeChecks.require(a, out.rows(), out.columns());
        ShapeChecks.require(b, out.rows(), out.columns());
    }

    /** Requires the shapes of {@link Kernels#mixBackward}. */
    public static void mixBackward(Matrix s, Matrix a, Matrix b, Matrix dOut, Matrix dz, Matrix da, Matrix db) {
        ShapeChecks.require(s, dz.rows(), dz.columns());
        ShapeChecks.require(a, dz.rows(), dz.columns());
        ShapeChecks.require(b, dz.rows(), dz.columns());
        ShapeChecks.require(dOut, dz.rows(), dz.columns());
        ShapeChecks.require(da, dz.rows(), dz.columns());
        ShapeChecks.require(db, dz.rows(), dz.columns());
    }

    /** Requires the shapes of {@link Kernels#mixTangent}. */
    public static void mixTangent(Matrix s, Matrix a, Matrix b, Matrix zDot, Matrix aDot, Matrix bDot, Matrix outDot) {
        ShapeChecks.require(s, outDot.rows(), outDot.columns());
        ShapeChecks.require(a, outDot.rows(), outDot.columns());
        ShapeChecks.require(b, outDot.rows(), outDot.columns());
        ShapeChecks.require(zDot, outDot.rows(), outDot.columns());
        ShapeChecks.require(aDot, outDot.rows(), outDot.columns());
        ShapeChecks.require(bDot, outDot.rows(), outDot.columns());
    }

    /** Requires the shapes of {@link Kernels#gruForward}. */
    public static void gruForward(Matrix z, Matrix hPrevious, Matrix gates, Matrix h) {
        ShapeChecks.require(z, h.rows(), 4 * h.columns());
        ShapeChecks.require(gates, h.rows(), 4 * h.columns());
        ShapeChecks.require(hPrevious, h.rows(), h.columns());
    }

    /** Requires the shapes of {@link Kernels#gruBackward}. */
    public static void gruBackward(Matrix gates, Matrix hPrevious, Matrix dh, Matrix dz, Matrix dhPrevious) {
        ShapeChecks.require(gates, dh.rows(), 4 * dh.columns());
        ShapeChecks.require(dz, dh.rows(), 4 * dh.columns());
        ShapeChecks.require(hPrevious, dh.rows(), dh.columns());
        ShapeChecks.require(dhPrevious, dh.rows(), dh.columns());
    }

    /** Requires the shapes of {@link Kernels#gruTangent}. */
    public static void gruTangent(Matrix gates, Matrix hPrevious, Matrix zDot, Matrix hDotPrevious, Matrix hDot) {
        ShapeChecks.require(gates, hDot.rows(), 4 * hDot.columns());
        ShapeChecks.require(zDot, hDot.rows(), 4 * hDot.columns());
        ShapeChecks.require(hPrevious, hDot.rows(), hDot.columns());
        ShapeChecks.require(hDotPrevious, hDot.rows(), hDot.columns());
    }

    /** Requires the shapes of {@link Kernels#carouselForward}. */
    public static void carouselForward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix squashed, Matrix h) {
        ShapeChecks.require(z, c.rows(), 3 * c.columns());
        ShapeChecks.require(gates, c.rows(), 3 * c.columns());
        ShapeChecks.require(cPrevious, c.rows(), c.columns());
        ShapeChecks.require(squashed, c.rows(), c.columns());
        ShapeChecks.require(h, c.rows(), c.columns());
    }

    /** Requires the shapes of {@link Kernels#carouselCellBackward}. */
    public static void carouselCellBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dcAfter, Matrix dc) {
        ShapeChecks.require(gates, dc.rows(), 3 * dc.columns());
        ShapeChecks.require(squashed, dc.rows(), dc.columns());
        ShapeChecks.require(dh, dc.rows(), dc.columns());
        ShapeChecks.require(dcAfter, dc.rows(), dc.columns());
    }

    /** Requires the shapes of {@link Kernels#carouselGatesBackward}. */
    public static void carouselGatesBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dc, Matrix dz) {
        ShapeChecks.require(gates, dc.rows(), 3 * dc.columns());
        ShapeChecks.require(dz, dc.rows(), 3 * dc.columns());
        ShapeChecks.require(squashed, dc.rows(), dc.columns());
        ShapeChecks.require(dh, dc.rows(), dc.columns());
    }

    /** Requires the shapes of {@link Kernels#carouselTangent}. */
    public static void carouselTangent(
            Matrix gates, Matrix squashed, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot) {
        ShapeChecks.require(gates, cDot.rows(), 3 * cDot.columns());
        ShapeChecks.require(zDot, cDot.rows(), 3 * cDot.columns());
        ShapeChecks.require(squashed, cDot.rows(), cDot.columns());
        ShapeChecks.require(cDotPrevious, cDot.rows(), cDot.columns());
        ShapeChecks.require(hDot, cDot.rows(), cDot.columns());
    }
}
