package org.longspan.numerics.kernel.plain;

import org.longspan.numerics.Reductions;

/** Sums over {@value #LANES} lanes, added up by the recursion that defines the tree. */
final class PlainReductions implements Reductions {

    private static final int LANES = 16;

    @Override
    public double dot(float[] a, int aFrom, float[] b, int bFrom, int n) {
        int whole = n - n % LANES;
        double sum = tree(0, 1, a, aFrom, b, bFrom, whole);
        for (int i = whole; i < n; i++) {
            sum += (double) a[aFrom + i] * b[bFrom + i];
        }
        return sum;
    }

    /** Returns the sum of lanes {@code lane}, {@code lane + step}, {@code lane + 2 step} and so on. */
    private static double tree(int lane, int step, float[] a, int aFrom, float[] b, int bFrom, int n) {
        if (step < LANES) {
            return tree(lane, 2 * step, a, aFrom, b, bFrom, n) + tree(lane + step, 2 * step, a, aFrom, b, bFrom, n);
        }
        double sum = 0;
        for (int i = lane; i < n; i += LANES) {
            sum += (double) a[aFrom + i] * b[bFrom + i];
        }
        return sum;
    }

    @Override
    public float maxAbs(float[] a, int from, int n) {
        float greatest = 0f;
        for (int i = from; i < from + n; i++) {
            greatest = Math.max(greatest, Math.abs(a[i])); // NaN if either is NaN
        }
        return greatest;
    }
}
