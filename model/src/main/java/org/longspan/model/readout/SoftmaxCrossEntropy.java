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
            double greatest = greatest(y, b);
            sums[b] += StrictMath.log(z) - (y.get(b, target) - greatest); // ℓ
            double factor = 1.0 / batch.readOutsOf(b);
            for (int i = from; i < to; i++) {
                p[i] = (float) (factor * (p[i] / z - (i - from == target ? 1 : 0))); // ∂ℓ/∂y
            }
        }
        kernels.elementwise().flush(dy);
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

    private static float greatest(Matrix y, int b) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (int o = 0; o < y.columns(); o++) {
            greatest = Math.max(greatest, y.get(b, o)); // NaN where any is
        }
        return greatest;
    }

    private static double sum(float[] p, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += p[i];
        }
        return sum;
    }
}
