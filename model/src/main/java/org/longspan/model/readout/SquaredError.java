package org.longspan.model.readout;

import java.util.Arrays;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.task.Batch;
import org.longspan.task.Targets;

/**
 * The mean squared error without a factor ½:
 *
 * <pre>ℓ(y) = 1/O Σ (y - target)²,   ∂ℓ/∂y = 2/O (y - target),   ℓ″ = 2/O I</pre>
 */
public record SquaredError() implements Loss {

    @Override
    public void score(Batch batch, int t, Matrix y, Matrix dy, double[] sums, Kernels kernels) {
        float[] targets = ((Targets.Real) batch.targets()).values();
        int width = y.columns();
        for (int b = 0; b < y.rows(); b++) {
            int from = dy.row(b);
            if (!batch.isReadOut(t, b)) {
                Arrays.fill(dy.data(), from, from + width, 0f);
                continue;
            }
            int target = (t * batch.capacity() + b) * width;
            double factor = 2.0 / width / batch.readOutsOf(b);
            double sum = 0;
            for (int o = 0; o < width; o++) {
                double error = (double) y.get(b, o) - targets[target + o];
                sum += error * error; // ℓ
                dy.data()[from + o] = (float) (factor * error); // ∂ℓ/∂y
            }
            sums[b] += sum / width;
        }
        kernels.elementwise().flush(dy);
    }

    @Override
    public void measure(Batch batch, int t, Matrix y, Matrix scratch, double[] sums, Kernels kernels) {
        float[] targets = ((Targets.Real) batch.targets()).values();
        int width = y.columns();
        for (int b = 0; b < y.rows(); b++) {
            if (batch.isReadOut(t, b)) {
                int target = (t * batch.capacity() + b) * width;
                double sum = 0;
                for (int o = 0; o < width; o++) {
                    double error = (double) y.get(b, o) - targets[target + o];
                    sum += error * error; // ℓ
                }
                sums[b] += sum / width;
            }
        }
    }

    @Override
    public void curvature(Batch batch, int t, Matrix y, Matrix yDot, Matrix dy, Kernels kernels) {
        int width = y.columns();
        for (int b = 0; b < y.rows(); b++) {
            double factor = batch.isReadOut(t, b) ? 2.0 / width / batch.readOutsOf(b) : 0;
            for (int o = 0; o < width; o++) {
                dy.set(b, o, factor == 0 ? 0f : (float) (factor * yDot.get(b, o)));
            }
        }
        kernels.elementwise().flush(dy);
    }
}
