package org.longspan.suite.exact;

import java.util.Map;
import java.util.TreeMap;
import org.longspan.numerics.Matrix;

/** Counts the denormal numbers in the kernels' inputs. */
final class DenormalCount implements KernelReads {

    private final Map<String, Long> denormals = new TreeMap<>();
    private long elements;

    @Override
    public void matrices(String call, Matrix... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            Matrix m = arguments[i];
            for (int r = 0; r < m.rows(); r++) {
                count(call + ", argument " + i, m.data(), m.row(r), m.columns());
            }
        }
    }

    @Override
    public void slice(String call, float[] a, int from, int n) {
        count(call, a, from, n);
    }

    private void count(String where, float[] a, int from, int n) {
        long found = 0;
        for (int i = from; i < from + n; i++) {
            found += a[i] != 0 && Math.abs(a[i]) < Float.MIN_NORMAL ? 1 : 0;
        }
        elements += n;
        if (found > 0) {
            denormals.merge(where, found, Long::sum);
        }
    }

    /** Returns the count of denormal numbers by argument; arguments without any are left out. */
    Map<String, Long> denormals() {
        return denormals;
    }

    /** Returns the count of all numbers read. */
    long elements() {
        return elements;
    }
}
