package org.longspan.model.readout;

import java.util.Arrays;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.task.Batch;
import org.longspan.task.Targets;

/**
 * The cross-entropy of a softmax, in nats:
 *
 * <pre>
 * p = exp(y - max y) / Σ exp(y - max y)
 * ℓ(y) = -log p[target],   ∂ℓ/∂y = p - e[target],   ℓ″ ẏ = p ∘ (ẏ - ⟨p, ẏ⟩)
 * </pre>
 *
 * An infinite greatest output makes p, and with it the loss, NaN.
 */
public record SoftmaxCrossEntropy() implements Loss {

    @Override
    public void score(Batch batch, int t, Matrix y, Matrix dy, double[] sums, Kernels kernels) {
        int[] classes = ((Targets.Classes) batch.targets()).classes();
        float[] p = dy.data();
        exponentials(y, dy, kernels);
        for (int b = 0; b < y.rows(); b++) {
            int from = dy.row(b);
            int to = from + y.columns();
            if (!batch.isReadOut(t, b)) {
                Arrays.fill(p, from, to, 0f);
                continue;
            }
            int target = classes[t * batch.capacity() + b];
            double z = sum(p, from, to);
            sums[b] += loss(y, b, target, z);
            double factor = 1.0 / batch.readOutsOf(b);
            float ofTarget = (float) (factor * (p[from + target] / z - 1));
            for (int i = from; i < to; i++) {
                p[i] = (float) (factor * (p[i] / z)); // ∂ℓ/∂y
            }
            p[from + target] = ofTarget;
        }
        kernels.elementwise().flush(dy);
    }

    @Override
    public void measure(Batch batch, int t, Matrix y, Matrix scratch, double[] sums, Kernels kernels) {
        int[] classes = ((Targets.Classes) batch.targets()).classes();
        exponentials(y, scratch, kernels);
        for (int b = 0; b < y.rows(); b++) {
            if (batch.isReadOut(t, b)) {
                int from = scratch.row(b);
                int target = classes[t * batch.capacity() + b];
                sums[b] += loss(y, b, target, sum(scratch.data(), from, from + y.columns()));
            }
        }
    }

    /** ℓ where Σ exp(y - max y) is z. */
    private static double loss(Matrix y, int b, int target, double z) {
        return StrictMath.log(z) - ((double) y.get(b, target) - greatest(y, b));
    }

    @Override
    public void curvature(Batch batch, int t, Matrix y, Matrix yDot, Matrix dy, Kernels kernels) {
        float[] p = dy.data();
        exponentials(y, dy, kernels);
        for (int b = 0; b < y.rows(); b++) {
            int from = dy.row(b);
            int to = from + y.columns();
            if (!batch.isReadOut(t, b)) {
                Arrays.fill(p, from, to, 0f);
                continue;
            }
            double z = sum(p, from, to);
            double mean = 0; // ⟨p, ẏ⟩
            for (int i = from; i < to; i++) {
                mean += p[i] / z * yDot.get(b, i - from);
            }
            double factor = 1.0 / batch.readOutsOf(b);
            for (int i = from; i < to; i++) {
                p[i] = (float) (factor * (p[i] / z) * (yDot.get(b, i - from) - mean)); // ℓ″ ẏ
            }
        }
        kernels.elementwise().flush(dy);
    }

    /** e = exp(y - max y), row by row. */
    private static void exponentials(Matrix y, Matrix e, Kernels kernels) {
        for (int b = 0; b < y.rows(); b++) {
            float greatest = greatest(y, b);
            for (int o = 0; o < y.columns(); o++) {
                e.set(b, o, y.get(b, o) - greatest);
            }
        }
        kernels.elementwise().exp(e, e);
    }

    /** The greatest output of a sequence, NaN where any is. Two chains, because a maximum takes ten cycles. */
    private static float greatest(Matrix y, int b) {
        float[] data = y.data();
        int from = y.row(b);
        int to = from + y.columns();
        float even = Float.NEGATIVE_INFINITY;
        float odd = Float.NEGATIVE_INFINITY;
        int o = from;
        for (; o + 1 < to; o += 2) {
            even = Math.max(even, data[o]);
            odd = Math.max(odd, data[o + 1]);
        }
        return o < to ? Math.max(Math.max(even, data[o]), odd) : Math.max(even, odd);
    }

    private static double sum(float[] p, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += p[i];
        }
        return sum;
    }
}
