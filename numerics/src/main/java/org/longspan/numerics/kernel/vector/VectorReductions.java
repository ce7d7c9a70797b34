package org.longspan.numerics.kernel.vector;

import org.longspan.numerics.Reductions;

/** Sums and maxima, with their order independent of the vector width. */
final class VectorReductions implements Reductions {

    @Override
    public double dot(float[] a, int aFrom, float[] b, int bFrom, int n) {
        return Sums.dot(a, aFrom, b, bFrom, n);
    }

    @Override
    public double sumOfSquares(float[] a, int from, int n) {
        return Sums.squares(a, from, n);
    }

    @Override
    public float maxAbs(float[] a, int from, int n) {
        return Sums.maxAbs(a, from, n);
    }
}
