package org.longspan.numerics.kernel.vector;

import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.kernel.plain.Pointwise;

/**
 * The rectifier and its derivative on n neighboring elements. A comparison and a blend, not a maximum, so that NaN
 * stays and -0 becomes 0 as in {@link Pointwise}. The last vector is moved back to end at the last element.
 */
final class RectifierRows {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final int L = S.length();

    private RectifierRows() {}

    static void forward(float[] a, int aFrom, float[] out, int outFrom, int n) {
        for (int begin = 0; begin < n && n >= L; begin += L) {
            int j = Math.min(begin, n - L);
            FloatVector x = FloatVector.fromArray(S, a, aFrom + j);
            x.blend(Lanes.zero(), x.compare(LE, Lanes.zero())).intoArray(out, outFrom + j);
        }
        for (int j = 0; j < n && n < L; j++) {
            out[outFrom + j] = Pointwise.relu(a[aFrom + j]);
        }
    }

    /** dz = flush(dh) where h is positive or NaN, 0 elsewhere. */
    static void backward(float[] h, int hFrom, float[] dh, int dhFrom, float[] dz, int dzFrom, int n) {
        for (int begin = 0; begin < n && n >= L; begin += L) {
            int j = Math.min(begin, n - L);
            FloatVector value = FloatVector.fromArray(S, h, hFrom + j);
            FloatVector signal = Lanes.flush(FloatVector.fromArray(S, dh, dhFrom + j));
            signal.blend(Lanes.zero(), value.compare(LE, Lanes.zero())).intoArray(dz, dzFrom + j);
        }
        for (int j = 0; j < n && n < L; j++) {
            dz[dzFrom + j] = Pointwise.reluBackward(h[hFrom + j], dh[dhFrom + j]);
        }
    }
}
