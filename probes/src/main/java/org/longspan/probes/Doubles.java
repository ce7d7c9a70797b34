package org.longspan.probes;

import java.util.Arrays;
import org.longspan.numerics.Parameters;

/** Vectors in double, summed from the first element on. */
final class Doubles {

    private Doubles() {}

    static double[] of(Parameters v) {
        double[] copy = new double[v.size()];
        Arrays.setAll(copy, i -> v.data()[i]);
        return copy;
    }

    /** Returns a number as it is recorded: NaN where it is not finite. */
    static double recorded(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double norm(double[] v) {
        return Math.sqrt(dot(v, v));
    }

    /** to += factor · v. */
    static void addScaled(double factor, double[] v, double[] to) {
        for (int i = 0; i < v.length; i++) {
            to[i] += factor * v[i];
        }
    }
}
