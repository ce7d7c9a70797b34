package org.longspan.suite.exact;

import org.longspan.numerics.CarouselStep;
import org.longspan.numerics.GatedSteps;
import org.longspan.numerics.Gates;
import org.longspan.numerics.GruStep;
import org.longspan.numerics.LstmStep;
import org.longspan.numerics.Matrix;

/** The fused steps of {@link WatchedKernels}. */
final class WatchedSteps {

    private WatchedSteps() {}

    static GatedSteps watch(GatedSteps gated, KernelReads reads) {
        return new GatedSteps(
                new WatchedGates(gated.gates(), reads),
                new WatchedLstmStep(gated.lstm(), reads),
                new WatchedGruStep(gated.gru(), reads),
                new WatchedCarouselStep(gated.carousel(), reads));
    }

    private record WatchedGates(Gates watched, KernelReads reads) implements Gates {

        @Override
        public void forward(Matrix s, Matrix a, Matrix out) {
            reads.matrices("gateForward", s, a);
            watched.forward(s, a, out);
        }

        @Override
        public void backward(Matrix s, Matrix a, Matrix dOut, Matrix dz, Matrix da) {
            reads.matrices("gateBackward", s, a, dOut);
            watched.backward(s, a, dOut, dz, da);
        }

        @Override
        public void tangent(Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix outDot) {
            reads.matrices("gateTangent", s, a, zDot, aDot);
            watched.tangent(s, a, zDot, aDot, outDot);
        }

        @Override
        public void backwardTangent(
                Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix dOut, Matrix dOutDot, Matrix dzDot, Matrix daDot) {
            reads.matrices("gateBackwardTangent", s, a, zDot, aDot, dOut, dOutDot);
            watched.backwardTangent(s, a, zDot, aDot, dOut, dOutDot, dzDot, daDot);
        }

        @Override
        public void mixForward(Matrix s, Matrix a, Matrix b, Matrix out) {
            reads.matrices("mixForward", s, a, b);
            watched.mixForward(s, a, b, out);
        }

        @Override
        public void mixBackward(Matrix s, Matrix a, Matrix b, Matrix dOut, Matrix dz, Matrix da, Matrix db) {
            reads.matrices("mixBackward", s, a, b, dOut);
            watched.mixBackward(s, a, b, dOut, dz, da, db);
        }

        @Override
        public void mixTangent(Matrix s, Matrix a, Matrix b, Matrix zDot, Matrix aDot, Matrix bDot, Matrix outDot) {
            reads.matrices("mixTangent", s, a, b, zDot, aDot, bDot);
            watched.mixTangent(s, a, b, zDot, aDot, bDot, outDot);
        }
    }

    private record WatchedLstmStep(LstmStep watched, KernelReads reads) implements LstmStep {

        @Override
        public void forward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix tanhC, Matrix h) {
            reads.matrices("lstmForward", z, cPrevious);
            watched.forward(z, cPrevious, gates, c, tanhC, h);
        }

        @Override
        public void cellBackward(Matrix gates, Matrix tanhC, Matrix dh, Matrix dcAfter, Matrix dc) {
            reads.matrices("lstmCellBackward", gates, tanhC, dcAfter);
            watched.cellBackward(gates, tanhC, dh, dcAfter, dc);
            reads.matrices("lstmCellBackward", dh); // afterwards: flushing dh comes first
        }

        @Override
        public void gatesBackward(
                Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix dh, Matrix dc, Matrix dz, Matrix dcPrevious) {
            reads.matrices("lstmGatesBackward", gates, cPrevious, tanhC, dh, dc);
            watched.gatesBackward(gates, cPrevious, tanhC, dh, dc, dz, dcPrevious);
        }

        @Override
        public void tangent(
                Matrix gates,
                Matrix cPrevious,
                Matrix tanhC,
                Matrix zDot,
                Matrix cDotPrevious,
                Matrix cDot,
                Matrix hDot) {
            reads.matrices("lstmTangent", gates, cPrevious, tanhC, zDot, cDotPrevious);
            watched.tangent(gates, cPrevious, tanhC, zDot, cDotPrevious, cDot, hDot);
        }
    }

    private record WatchedGruStep(GruStep watched, KernelReads reads) implements GruStep {

        @Override
        public void forward(Matrix z, Matrix hPrevious, Matrix gates, Matrix h) {
            reads.matrices("gruForward", z, hPrevious);
            watched.forward(z, hPrevious, gates, h);
        }

        @Override
        public void backward(Matrix gates, Matrix hPrevious, Matrix dh, Matrix dz, Matrix dhPrevious) {
            reads.matrices("gruBackward", gates, hPrevious, dh);
            watched.backward(gates, hPrevious, dh, dz, dhPrevious);
        }

        @Override
        public void tangent(Matrix gates, Matrix hPrevious, Matrix zDot, Matrix hDotPrevious, Matrix hDot) {
            reads.matrices("gruTangent", gates, hPrevious, zDot, hDotPrevious);
            watched.tangent(gates, hPrevious, zDot, hDotPrevious, hDot);
        }
    }

    private record WatchedCarouselStep(CarouselStep watched, KernelReads reads) implements CarouselStep {

        @Override
        public void forward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix squashed, Matrix h) {
            reads.matrices("carouselForward", z, cPrevious);
            watched.forward(z, cPrevious, gates, c, squashed, h);
        }

        @Override
        public void cellBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dcAfter, Matrix dc) {
            reads.matrices("carouselCellBackward", gates, squashed, dh, dcAfter);
            watched.cellBackward(gates, squashed, dh, dcAfter, dc);
        }

        @Override
        public void gatesBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dc, Matrix dz) {
            reads.matrices("carouselGatesBackward", gates, squashed, dh, dc);
            watched.gatesBackward(gates, squashed, dh, dc, dz);
        }

        @Override
        public void tangent(Matrix gates, Matrix squashed, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot) {
            reads.matrices("carouselTangent", gates, squashed, zDot, cDotPrevious);
            watched.tangent(gates, squashed, zDot, cDotPrevious, cDot, hDot);
        }
    }
}
