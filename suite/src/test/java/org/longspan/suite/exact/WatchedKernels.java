package org.longspan.suite.exact;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;

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
    public void addProduct(Matrix a, Matrix b, Matrix c) {
        reads("addProduct", a, b, c);
        kernels.addProduct(a, b, c);
    }

    @Override
    public void addTransposedProduct(Matrix a, Matrix b, Matrix c) {
        reads("addTransposedProduct", a, b, c);
        kernels.addTransposedProduct(a, b, c);
    }

    @Override
    public void transpose(Matrix a, Matrix out) {
        reads("transpose", a);
        kernels.transpose(a, out);
    }

    @Override
    public void setRows(Matrix row, Matrix out) {
        reads("setRows", row);
        kernels.setRows(row, out);
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
    public void flush(Matrix a) {
        kernels.flush(a); // what it reads is what it is there to mend
    }

    @Override
    public void tanhBackward(Matrix h, Matrix dh, Matrix dz) {
        reads("tanhBackward", h, dh);
        kernels.tanhBackward(h, dh, dz);
    }

    @Override
    public void lstmForward(Matrix gates, Matrix cPrevious, Matrix c, Matrix tanhC, Matrix h) {
        reads("lstmForward", gates, cPrevious);
        kernels.lstmForward(gates, cPrevious, c, tanhC, h);
    }

    @Override
    public void lstmCellBackward(Matrix gates, Matrix tanhC, Matrix dh, Matrix dc) {
        reads("lstmCellBackward", gates, tanhC, dh, dc);
        kernels.lstmCellBackward(gates, tanhC, dh, dc);
    }

    @Override
    public void lstmGatesBackward(Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix dh, Matrix dc, Matrix dz) {
        reads("lstmGatesBackward", gates, cPrevious, tanhC, dh, dc);
        kernels.lstmGatesBackward(gates, cPrevious, tanhC, dh, dc, dz);
    }

    @Override
    public void lstmTangent(Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix zDot, Matrix cDot, Matrix hDot) {
        reads("lstmTangent", gates, cPrevious, tanhC, zDot, cDot);
        kernels.lstmTangent(gates, cPrevious, tanhC, zDot, cDot, hDot);
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
