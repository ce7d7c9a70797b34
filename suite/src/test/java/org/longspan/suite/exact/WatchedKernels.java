package org.longspan.suite.exact;

import org.longspan.numerics.Activations;
import org.longspan.numerics.Elementwise;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.Products;
import org.longspan.numerics.Reductions;

/** Kernels that report their inputs and then delegate. */
final class WatchedKernels {

    private WatchedKernels() {}

    /** Returns {@code kernels} with every read reported to {@code reads}. */
    static Kernels watch(Kernels kernels, KernelReads reads) {
        return new Kernels(
                kernels.name(),
                new WatchedProducts(kernels.products(), reads),
                new WatchedActivations(kernels.activations(), reads),
                new WatchedElementwise(kernels.elementwise(), reads),
                new WatchedReductions(kernels.reductions(), reads),
                WatchedSteps.watch(kernels.gated(), reads));
    }

    private record WatchedProducts(Products watched, KernelReads reads) implements Products {

        @Override
        public Panels newPanels(int rows, int columns) {
            return watched.newPanels(rows, columns);
        }

        @Override
        public void addProduct(Matrix a, Panels b, Matrix c) {
            reads.matrices("addProduct", a, c);
            reads.slice("addProduct", b.data(), 0, b.data().length);
            watched.addProduct(a, b, c);
        }

        @Override
        public void setProduct(Matrix row, Matrix a, Panels b, Matrix c) {
            reads.matrices("setProduct", row, a);
            reads.slice("setProduct", b.data(), 0, b.data().length);
            watched.setProduct(row, a, b, c);
        }

        @Override
        public void addTransposedProduct(Matrix a, Matrix b, Matrix c) {
            reads.matrices("addTransposedProduct", a, b, c);
            watched.addTransposedProduct(a, b, c);
        }

        @Override
        public void addColumnSums(Matrix a, Matrix sum) {
            reads.matrices("addColumnSums", a, sum);
            watched.addColumnSums(a, sum);
        }
    }

    private record WatchedActivations(Activations watched, KernelReads reads) implements Activations {

        @Override
        public void tanh(Matrix a, Matrix out) {
            reads.matrices("tanh", a);
            watched.tanh(a, out);
        }

        @Override
        public void flushedTanh(Matrix a, Matrix out) {
            reads.matrices("flushedTanh", a);
            watched.flushedTanh(a, out);
        }

        @Override
        public void sigmoid(Matrix a, Matrix out) {
            reads.matrices("sigmoid", a);
            watched.sigmoid(a, out);
        }

        @Override
        public void relu(Matrix a, Matrix out) {
            reads.matrices("relu", a);
            watched.relu(a, out);
        }

        @Override
        public void tanhBackward(Matrix h, Matrix dh, Matrix dz) {
            reads.matrices("tanhBackward", h, dh);
            watched.tanhBackward(h, dh, dz);
        }

        @Override
        public void flushingTanhBackward(Matrix h, Matrix dh, Matrix dz) {
            watched.flushingTanhBackward(h, dh, dz);
            reads.matrices("flushingTanhBackward", h, dh); // afterwards: flushing dh comes first
        }

        @Override
        public void sigmoidBackward(Matrix h, Matrix dh, Matrix dz) {
            reads.matrices("sigmoidBackward", h, dh);
            watched.sigmoidBackward(h, dh, dz);
        }

        @Override
        public void reluBackward(Matrix h, Matrix dh, Matrix dz) {
            reads.matrices("reluBackward", h, dh);
            watched.reluBackward(h, dh, dz);
        }

        @Override
        public void tanhBackwardTangent(Matrix h, Matrix hDot, Matrix dh, Matrix dhDot, Matrix dzDot) {
            reads.matrices("tanhBackwardTangent", h, hDot, dh, dhDot);
            watched.tanhBackwardTangent(h, hDot, dh, dhDot, dzDot);
        }

        @Override
        public void sigmoidBackwardTangent(Matrix h, Matrix hDot, Matrix dh, Matrix dhDot, Matrix dzDot) {
            reads.matrices("sigmoidBackwardTangent", h, hDot, dh, dhDot);
            watched.sigmoidBackwardTangent(h, hDot, dh, dhDot, dzDot);
        }

        @Override
        public void modRelu(Matrix z, Matrix bias, Matrix h) {
            reads.matrices("modRelu", z, bias);
            watched.modRelu(z, bias, h);
        }

        @Override
        public void modReluTangent(Matrix h, Matrix zDot, Matrix biasDot, Matrix hDot) {
            reads.matrices("modReluTangent", h, zDot, biasDot);
            watched.modReluTangent(h, zDot, biasDot, hDot);
        }
    }

    private record WatchedElementwise(Elementwise watched, KernelReads reads) implements Elementwise {

        @Override
        public void exp(Matrix a, Matrix out) {
            reads.matrices("exp", a);
            watched.exp(a, out);
        }

        @Override
        public void flush(Matrix a) {
            watched.flush(a); // not reported: flushing denormals is its purpose
        }

        @Override
        public void flush(float floor, float[] a, int from, int n) {
            watched.flush(floor, a, from, n);
        }

        @Override
        public void addScaled(float factor, Matrix a, Matrix c) {
            reads.matrices("addScaled", a, c);
            watched.addScaled(factor, a, c);
        }

        @Override
        public void addAndFlush(Matrix a, Matrix sum) {
            reads.matrices("addAndFlush", a, sum);
            watched.addAndFlush(a, sum);
        }

        @Override
        public void complexMultiplyAdd(Matrix lambda, Matrix a, Matrix plus, Matrix out) {
            reads.matrices("complexMultiplyAdd", lambda, a, plus);
            watched.complexMultiplyAdd(lambda, a, plus, out);
        }

        @Override
        public void scale(double factor, float[] a, int from, int n) {
            reads.slice("scale", a, from, n);
            watched.scale(factor, a, from, n);
        }

        @Override
        public void multiply(float factor, float[] a, int from, int n) {
            reads.slice("multiply", a, from, n);
            watched.multiply(factor, a, from, n);
        }

        @Override
        public void divide(float divisor, float[] a, int from, int n) {
            reads.slice("divide", a, from, n);
            watched.divide(divisor, a, from, n);
        }

        @Override
        public void average(float share, float weight, float[] a, float[] mean, int from, int n) {
            reads.slice("average", a, from, n);
            reads.slice("average", mean, from, n);
            watched.average(share, weight, a, mean, from, n);
        }

        @Override
        public void averageSquares(float share, float weight, float[] a, float[] mean, int from, int n) {
            reads.slice("averageSquares", a, from, n);
            reads.slice("averageSquares", mean, from, n);
            watched.averageSquares(share, weight, a, mean, from, n);
        }

        @Override
        public void clamp(float bound, float[] a, int from, int n) {
            reads.slice("clamp", a, from, n);
            watched.clamp(bound, a, from, n);
        }
    }

    private record WatchedReductions(Reductions watched, KernelReads reads) implements Reductions {

        @Override
        public double dot(float[] a, int aFrom, float[] b, int bFrom, int n) {
            reads.slice("dot", a, aFrom, n);
            reads.slice("dot", b, bFrom, n);
            return watched.dot(a, aFrom, b, bFrom, n);
        }

        @Override
        public float maxAbs(float[] a, int from, int n) {
            reads.slice("maxAbs", a, from, n);
            return watched.maxAbs(a, from, n);
        }
    }
}
