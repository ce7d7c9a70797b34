package org.longspan.suite.exact;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;

/** Kernels that show what they are about to read, and then do as others do. */
abstract class WatchedKernels implements Kernels {

    private final Kernels kernels;

    WatchedKernels(Kernels kernels) {
        this.kernels = kernels;
    }

    /** Sees every argument that a call reads, what it adds to among them, before the call. */
    abstract void reads(String call, Matrix... arguments);

    /** The same for slices of vectors. */
    abstract void reads(String call, float[] a, int from, int n);

    @Override
    public String name() {
        return kernels.name();
    }

    @Override
    public Panels newPanels(int rows, int columns) {
        return kernels.newPanels(rows, columns);
    }

    @Override
    public void addProduct(Matrix a, Panels b, Matrix c) {
        reads("addProduct", a, c);
        reads("addProduct", b.data(), 0, b.data().length);
        kernels.addProduct(a, b, c);
    }

    @Override
    public void setProduct(Matrix row, Matrix a, Panels b, Matrix c) {
        reads("setProduct", row, a);
        reads("setProduct", b.data(), 0, b.data().length);
        kernels.setProduct(row, a, b, c);
    }

    @Override
    public void addTransposedProduct(Matrix a, Matrix b, Matrix c) {
        reads("addTransposedProduct", a, b, c);
        kernels.addTransposedProduct(a, b, c);
    }

    @Override
    public void addColumnSums(Matrix a, Matrix sum) {
        reads("addColumnSums", a, sum);
        kernels.addColumnSums(a, sum);
    }

    @Override
    public void tanh(Matrix a, Matrix out) {
        reads("tanh", a);
        kernels.tanh(a, out);
    }

    @Override
    public void sigmoid(Matrix a, Matrix out) {
        reads("sigmoid", a);
        kernels.sigmoid(a, out);
    }

    @Override
    public void exp(Matrix a, Matrix out) {
        reads("exp", a);
        kernels.exp(a, out);
    }

    @Override
    public void relu(Matrix a, Matrix out) {
        reads("relu", a);
        kernels.relu(a, out);
    }

    @Override
    public void addScaled(float factor, Matrix a, Matrix c) {
        reads("addScaled", a, c);
        kernels.addScaled(factor, a, c);
    }

    @Override
    public void flush(Matrix a) {
        kernels.flush(a); // what it reads is what it is there to mend
    }

    @Override
    public void tanhBackward(Matrix h, Matrix dh, Matrix dz) {
        reads("tanhBackward", h, dh);
        kernels.tanhBackward(h, dh, dz);
    }

    @Override
    public void sigmoidBackward(Matrix h, Matrix dh, Matrix dz) {
        reads("sigmoidBackward", h, dh);
        kernels.sigmoidBackward(h, dh, dz);
    }

    @Override
    public void reluBackward(Matrix h, Matrix dh, Matrix dz) {
        reads("reluBackward", h, dh);
        kernels.reluBackward(h, dh, dz);
    }

    @Override
    public void tanhBackwardTangent(Matrix h, Matrix hDot, Matrix dh, Matrix dhDot, Matrix dzDot) {
        reads("tanhBackwardTangent", h, hDot, dh, dhDot);
        kernels.tanhBackwardTangent(h, hDot, dh, dhDot, dzDot);
    }

    @Override
    public void sigmoidBackwardTangent(Matrix h, Matrix hDot, Matrix dh, Matrix dhDot, Matrix dzDot) {
        reads("sigmoidBackwardTangent", h, hDot, dh, dhDot);
        kernels.sigmoidBackwardTangent(h, hDot, dh, dhDot, dzDot);
    }

    @Override
    public void lstmForward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix tanhC, Matrix h) {
        reads("lstmForward", z, cPrevious);
        kernels.lstmForward(z, cPrevious, gates, c, tanhC, h);
    }

    @Override
    public void lstmCellBackward(Matrix gates, Matrix tanhC, Matrix dh, Matrix dcAfter, Matrix dc) {
        reads("lstmCellBackward", gates, tanhC, dh, dcAfter);
        kernels.lstmCellBackward(gates, tanhC, dh, dcAfter, dc);
    }

    @Override
    public void lstmGatesBackward(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix dh, Matrix dc, Matrix dz, Matrix dcPrevious) {
        reads("lstmGatesBackward", gates, cPrevious, tanhC, dh, dc);
        kernels.lstmGatesBackward(gates, cPrevious, tanhC, dh, dc, dz, dcPrevious);
    }

    @Override
    public void lstmTangent(
            Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot) {
        reads("lstmTangent", gates, cPrevious, tanhC, zDot, cDotPrevious);
        kernels.lstmTangent(gates, cPrevious, tanhC, zDot, cDotPrevious, cDot, hDot);
    }

    @Override
    public void addAndFlush(Matrix a, Matrix sum) {
        reads("addAndFlush", a, sum);
        kernels.addAndFlush(a, sum);
    }

    @Override
    public void gateForward(Matrix s, Matrix a, Matrix out) {
        reads("gateForward", s, a);
        kernels.gateForward(s, a, out);
    }

    @Override
    public void gateBackward(Matrix s, Matrix a, Matrix dOut, Matrix dz, Matrix da) {
        reads("gateBackward", s, a, dOut);
        kernels.gateBackward(s, a, dOut, dz, da);
    }

    @Override
    public void gateTangent(Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix outDot) {
        reads("gateTangent", s, a, zDot, aDot);
        kernels.gateTangent(s, a, zDot, aDot, outDot);
    }

    @Override
    public void gateBackwardTangent(
            Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix dOut, Matrix dOutDot, Matrix dzDot, Matrix daDot) {
        reads("gateBackwardTangent", s, a, zDot, aDot, dOut, dOutDot);
        kernels.gateBackwardTangent(s, a, zDot, aDot, dOut, dOutDot, dzDot, daDot);
    }

    @Override
    public void mixForward(Matrix s, Matrix a, Matrix b, Matrix out) {
        reads("mixForward", s, a, b);
        kernels.mixForward(s, a, b, out);
    }

    @Override
    public void mixBackward(Matrix s, Matrix a, Matrix b, Matrix dOut, Matrix dz, Matrix da, Matrix db) {
        reads("mixBackward", s, a, b, dOut);
        kernels.mixBackward(s, a, b, dOut, dz, da, db);
    }

    @Override
    public void mixTangent(Matrix s, Matrix a, Matrix b, Matrix zDot, Matrix aDot, Matrix bDot, Matrix outDot) {
        reads("mixTangent", s, a, b, zDot, aDot, bDot);
        kernels.mixTangent(s, a, b, zDot, aDot, bDot, outDot);
    }

    @Override
    public void gruForward(Matrix z, Matrix hPrevious, Matrix gates, Matrix h) {
        reads("gruForward", z, hPrevious);
        kernels.gruForward(z, hPrevious, gates, h);
    }

    @Override
    public void gruBackward(Matrix gates, Matrix hPrevious, Matrix dh, Matrix dz, Matrix dhPrevious) {
        reads("gruBackward", gates, hPrevious, dh);
        kernels.gruBackward(gates, hPrevious, dh, dz, dhPrevious);
    }

    @Override
    public void gruTangent(Matrix gates, Matrix hPrevious, Matrix zDot, Matrix hDotPrevious, Matrix hDot) {
        reads("gruTangent", gates, hPrevious, zDot, hDotPrevious);
        kernels.gruTangent(gates, hPrevious, zDot, hDotPrevious, hDot);
    }

    @Override
    public void carouselForward(Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix squashed, Matrix h) {
        reads("carouselForward", z, cPrevious);
        kernels.carouselForward(z, cPrevious, gates, c, squashed, h);
    }

    @Override
    public void carouselCellBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dcAfter, Matrix dc) {
        reads("carouselCellBackward", gates, squashed, dh, dcAfter);
        kernels.carouselCellBackward(gates, squashed, dh, dcAfter, dc);
    }

    @Override
    public void carouselGatesBackward(Matrix gates, Matrix squashed, Matrix dh, Matrix dc, Matrix dz) {
        reads("carouselGatesBackward", gates, squashed, dh, dc);
        kernels.carouselGatesBackward(gates, squashed, dh, dc, dz);
    }

    @Override
    public void carouselTangent(
            Matrix gates, Matrix squashed, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot) {
        reads("carouselTangent", gates, squashed, zDot, cDotPrevious);
        kernels.carouselTangent(gates, squashed, zDot, cDotPrevious, cDot, hDot);
    }

    @Override
    public void modRelu(Matrix z, Matrix bias, Matrix h) {
        reads("modRelu", z, bias);
        kernels.modRelu(z, bias, h);
    }

    @Override
    public void modReluTangent(Matrix h, Matrix zDot, Matrix biasDot, Matrix hDot) {
        reads("modReluTangent", h, zDot, biasDot);
        kernels.modReluTangent(h, zDot, biasDot, hDot);
    }

    @Override
    public void complexMultiplyAdd(Matrix lambda, Matrix a, Matrix plus, Matrix out) {
        reads("complexMultiplyAdd", lambda, a, plus);
        kernels.complexMultiplyAdd(lambda, a, plus, out);
    }

    @Override
    public double dot(float[] a, int aFrom, float[] b, int bFrom, int n) {
        reads("dot", a, aFrom, n);
        reads("dot", b, bFrom, n);
        return kernels.dot(a, aFrom, b, bFrom, n);
    }

    @Override
    public float maxAbs(float[] a, int from, int n) {
        reads("maxAbs", a, from, n);
        return kernels.maxAbs(a, from, n);
    }

    @Override
    public void flush(float floor, float[] a, int from, int n) {
        kernels.flush(floor, a, from, n);
    }

    @Override
    public void scale(double factor, float[] a, int from, int n) {
        reads("scale", a, from, n);
        kernels.scale(factor, a, from, n);
    }

    @Override
    public void clamp(float bound, float[] a, int from, int n) {
        reads("clamp", a, from, n);
        kernels.clamp(bound, a, from, n);
    }
}
