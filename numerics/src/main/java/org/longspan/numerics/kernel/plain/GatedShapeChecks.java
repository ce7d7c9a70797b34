package org.longspan.numerics.kernel.plain;

import static org.longspan.numerics.kernel.plain.ShapeChecks.require;
import static org.longspan.numerics.kernel.plain.ShapeChecks.requireLike;

import org.longspan.numerics.CarouselStep;
import org.longspan.numerics.Gates;
import org.longspan.numerics.GruStep;
import org.longspan.numerics.LstmStep;
import org.longspan.numerics.Matrix;

/** The shapes that the fused steps of gated cells require of their arguments. */
public final class GatedShapeChecks {

    private GatedShapeChecks() {}

    /** Requires the shapes of {@link Gates#forward}. */
    public static void gateForward(Matrix s, Matrix a, Matrix out) {
        requireLike(out, s);
        requireLike(out, a);
    }

    /** Requires the shapes of {@link Gates#backward}. */
    public static void gateBackward(Matrix s, Matrix a, Matrix dOut, Matrix dz, Matrix da) {
        requireLike(dz, s);
        requireLike(dz, a);
        requireLike(dz, dOut);
        requireLike(dz, da);
    }

    /** Requires the shapes of {@link Gates#tangent}. */
    public static void gateTangent(Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix outDot) {
        requireLike(outDot, s);
        requireLike(outDot, a);
        requireLike(outDot, zDot);
        requireLike(outDot, aDot);
    }

    /** Requires the shapes of {@link Gates#backwardTangent}. */
    public static void gateBackwardTangent(
            Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix dOut, Matrix dOutDot, Matrix dzDot, Matrix daDot) {
        gateBackward(s, a, dOut, dzDot, daDot);
        requireLike(dzDot, zDot);
        requireLike(dzDot, aDot);
        requireLike(dzDot, dOutDot);
    }

    /** Requires the shapes of {@link Gates#mixForward}. */
    public static void mixForward(Matrix s, Matrix a, Matrix b, Matrix out) {
        requireLike(out, s);
        requireLike(out, a);
        requireLike(out, b);
    }

    /** Requires the shapes of {@link Gates#mixBackward}. */
    public static void mixBackward(Matrix s, Matrix a, Matrix b, Matrix dOut, Matrix dz, Matrix da, Matrix db) {
        requireLike(dz, s);
        requireLike(dz, a);
        requireLike(dz, b);
        requireLike(dz, dOut);
        requireLike(dz, da);
        requireLike(dz, db);
    }

    /** Requires the shapes of {@link Gates#mixTangent}. */
    public static void mixTangent(Matrix s, Matrix a, Matrix b, Matrix zDot, Matrix aDot, Matrix bDot, Matrix outDot) {
        requireLike(outDot, s);
        requireLike(outDot, a);
        requireLike(outDot, b);
        requireLike(outDot, zDot);
        requireLike(outDot, aDot);
        requireLike(outDot, bDot);
    }

    /** Requires the shapes of {@link LstmStep#forward}. */
    public static void lstmForward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix tanhC, Matrix h) {
        requireGates(4, c, z);
        requireGates(4, c, gates);
        requireLike(c, cPrevious);
        requireLike(c, tanhC);
        requireLike(c, h);
    }

    /** Requires the shapes of {@link LstmStep#cellBackward}. */
    public static void lstmCellBackward(Matrix gates, Matrix tanhC, Matrix dh, Matrix dcAfter, Matrix dc) {
        requireGates(4, dc, gates);
        requireLike(dc, tanhC);
        requireLike(dc, dh);
        requireLike(dc, dcAfter);
    }

    /** Requires the shapes of {@link LstmStep#gatesBackward}. */
    public static void lstmGatesBackward(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix dh, Matrix dc, Matrix dz, Matrix dcPrevious) {
        requireGates(4, dc, gates);
        requireGates(4, dc, dz);
        requireLike(dc, cPrevious);
        requireLike(dc, tanhC);
        requireLike(dc, dh);
        requireLike(dc, dcPrevious);
    }

    /** Requires the shapes of {@link LstmStep#tangent}. */
    public static void lstmTangent(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot) {
        requireGates(4, cDot, gates);
        requireGates(4, cDot, zDot);
        requireLike(cDot, cPrevious);
        requireLike(cDot, tanhC);
        requireLike(cDot, cDotPrevious);
        requireLike(cDot, hDot);
    }

    /** Requires the shapes of {@link GruStep#forward}. */
    public static void gruForward(Matrix z, Matrix hPrevious, Matrix gates, Matrix h) {
        requireGates(4, h, z);
        requireGates(4, h, gates);
        requireLike(h, hPrevious);
    }

    /** Requires the shapes of {@link GruStep#backward}. */
    public static void gruBackward(Matrix gates, Matrix hPrevious, Matrix dh, Matrix dz, Matrix dhPrevious) {
        requireGates(4, dh, gates);
        requireGates(4, dh, dz);
        requireLike(dh, hPrevious);
        requireLike(dh, dhPrevious);
    }

    /** Requires the shapes of {@link GruStep#tangent}. */
    public static void gruTangent(Matrix gates, Matrix hPrevious, Matrix zDot, Matrix hDotPrevious, Matrix hDot) {
        requireGates(4, hDot, gates);
        requireGates(4, hDot, zDot);
        requireLike(hDot, hPrevious);
        requireLike(hDot, hDotPrevious);
    }

    /** Requires the shapes of {@link CarouselStep#forward}. */
    public static void carouselForward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix squashed, Matrix h) {
        requireGates(3, c, z);
        requireGates(3, c, gates);
        requireLike(c, cPrevious);
        requireLike(c, squashed);
        requireLike(c, h);
    }

    /** Requires the shapes of {@link CarouselStep#cellBackward}. */
    public static void carouselCellBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dcAfter, Matrix dc) {
        requireGates(3, dc, gates);
        requireLike(dc, squashed);
        requireLike(dc, dh);
        requireLike(dc, dcAfter);
    }

    /** Requires the shapes of {@link CarouselStep#gatesBackward}. */
    public static void carouselGatesBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dc, Matrix dz) {
        requireGates(3, dc, gates);
        requireGates(3, dc, dz);
        requireLike(dc, squashed);
        requireLike(dc, dh);
    }

    /** Requires the shapes of {@link CarouselStep#tangent}. */
    public static void carouselTangent(
            Matrix gates, Matrix squashed, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot) {
        requireGates(3, cDot, gates);
        requireGates(3, cDot, zDot);
        requireLike(cDot, squashed);
        requireLike(cDot, cDotPrevious);
        requireLike(cDot, hDot);
    }

    /** Requires that {@code gates} is (B, count · H) for units (B, H). */
    private static void requireGates(int count, Matrix units, Matrix gates) {
        require(gates, units.rows(), count * units.columns());
    }
}
