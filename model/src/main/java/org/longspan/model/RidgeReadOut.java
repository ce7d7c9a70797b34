package org.longspan.model;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.longspan.numerics.Block;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.task.Batch;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Targets;

/**
 * The read-out in closed form, the solution of a linear regression, for a network that trains nothing else:
 *
 * <pre>
 * min over V, b:  Σ_n w_n Σ_t ‖h(t) V + b - target‖² + λ ‖V‖²,   w_n = 1 / (N · read-outs of n)
 * (Hᵀ w H + λ I) [V; b] = Hᵀ w Y,   rows [h(t) 1],   I is 0 at b
 * </pre>
 *
 * For λ = 0 it has the least squared error over N sequences. Targets that are classes become one-hot vectors, and the
 * greatest output wins; it does not minimize the cross-entropy. H. Jaeger (2001), The "echo state" approach to
 * analysing and training recurrent neural networks, GMD report 148; with the ridge of A. E. Hoerl and R. W. Kennard
 * (1970), Technometrics 12. All sums are in double, sequence by sequence and step by step, however many a chunk holds.
 */
public final class RidgeReadOut {

    private final Network network;
    private final SequenceTask task;
    private final Workspace workspace;
    private final Passes passes;
    private final int width; // H + 1
    private final int outputs;
    private final double[] row; // (H+1), [h(t) 1]
    private final double[] target; // (O)
    private final double[][] normal; // (H+1, H+1), the lower half
    private final double[][] right; // (H+1, O)
    private long sequences;

    /**
     * Creates the regression of a network, before any sequences.
     *
     * @throws IllegalArgumentException if the network has other weights to train
     */
    public RidgeReadOut(Network network, SequenceTask task, Workspace workspace) {
        refuses(network).ifPresent(reason -> {
            throw new IllegalArgumentException("a read-out in closed form: " + reason);
        });
        this.network = network;
        this.task = task;
        this.workspace = workspace;
        this.passes = new Passes(network, workspace);
        this.width = network.architecture().hidden() + 1;
        this.outputs = network.task().outputs();
        this.row = new double[width];
        this.target = new double[outputs];
        this.normal = new double[width][width];
        this.right = new double[width][outputs];
        row[width - 1] = 1;
    }

    /** Returns why the read-out of {@code network} has no closed form, as half a sentence, or empty. */
    public static Optional<String> refuses(Network network) {
        for (Block block : network.layout().blocks()) {
            if (block.role() != Role.READ_OUT && block.role() != Role.READ_OUT_BIAS) {
                return Optional.of("block " + block.name() + " is trained too, expected nothing but the read-out");
            }
        }
        return Optional.empty();
    }

    /** Adds {@code count} sequences from number {@code from} on to the regression. */
    public void take(Parameters theta, Split split, long seed, long from, int count) {
        passes.prepare(theta);
        for (int done = 0; done < count; done += workspace.capacity()) {
            Batch batch = workspace.fill(task, split, seed, from + done, Math.min(workspace.capacity(), count - done));
            workspace.owner().ownActivations(null);
            passes.forward(theta, batch);
            for (int b = 0; b < batch.sequences(); b++) {
                take(batch, b);
            }
        }
        sequences += count;
    }

    private void take(Batch batch, int b) {
        Matrix[] hAt = workspace.buffers().hAt;
        for (int t = 0; t < hAt.length; t++) {
            if (batch.isReadOut(t, b)) {
                readTarget(batch, t, b);
                add(hAt[t], b, 1.0 / batch.readOutsOf(b));
            }
        }
    }

    private void readTarget(Batch batch, int t, int b) {
        int at = t * batch.capacity() + b;
        if (batch.targets() instanceof Targets.Classes classes) {
            Arrays.fill(target, 0);
            target[classes.classes()[at]] = 1;
            return;
        }
        float[] values = ((Targets.Real) batch.targets()).values();
        for (int o = 0; o < outputs; o++) {
            target[o] = values[at * outputs + o];
        }
    }

    private void add(Matrix h, int b, double weight) {
        for (int i = 0; i < width - 1; i++) {
            row[i] = h.get(b, i);
        }
        for (int i = 0; i < width; i++) {
            double weighted = weight * row[i];
            for (int j = 0; j <= i; j++) {
                normal[i][j] += weighted * row[j];
            }
            for (int o = 0; o < outputs; o++) {
                right[i][o] += weighted * target[o];
            }
        }
    }

    /**
     * Writes the solution of the regression over all sequences added so far to {@code theta}.
     *
     * @param lambda λ, greater than 0
     */
    public void solve(double lambda, Parameters theta) {
        if (!(lambda > 0) || Double.isInfinite(lambda) || sequences == 0) {
            throw new IllegalArgumentException("a ridge of " + lambda + " over " + sequences
                    + " sequences, expected one greater than 0 over at least 1");
        }
        RealMatrix a = new Array2DRowRealMatrix(width, width);
        RealMatrix y = new Array2DRowRealMatrix(width, outputs);
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                double v = normal[i][j] / sequences + (i == j && i < width - 1 ? lambda : 0);
                a.setEntry(i, j, v);
                a.setEntry(j, i, v);
            }
            for (int o = 0; o < outputs; o++) {
                y.setEntry(i, o, right[i][o] / sequences);
            }
        }
        write(new CholeskyDecomposition(a, 0, 0).getSolver().solve(y), theta);
    }

    private void write(RealMatrix solution, Parameters theta) {
        for (Block block : network.layout().blocks()) {
            int first = block.role() == Role.READ_OUT_BIAS ? width - 1 : 0;
            Matrix to = theta.block(block.name());
            for (int i = 0; i < to.rows(); i++) {
                for (int o = 0; o < outputs; o++) {
                    to.set(i, o, (float) solution.getEntry(first + i, o));
                }
            }
        }
    }
}
