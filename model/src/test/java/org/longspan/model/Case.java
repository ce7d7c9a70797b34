package org.longspan.model;

import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.task.Batch;
import org.longspan.task.BatchBuffer;
import org.longspan.task.LossKind;
import org.longspan.task.Split;
import org.longspan.task.Targets;

/** A small network on a toy task, and the oracle of both. */
public final class Case {

    public static final int HIDDEN = 5;
    public static final long SEED = 17;
    public static final long FROM = 4;

    public final ToyTask task;
    public final Network network;
    public final Workspace workspace;
    public final TaskObjective objective;
    public final Parameters theta;
    public final SlowNetwork slow;
    public final Batch batch; // all sequences, however they are chunked

    public Case(Architecture architecture, ToyTask task, int count, int capacity) {
        this.task = task;
        this.network = new Network(architecture, task.description(), PlainKernels.create());
        this.workspace = network.newWorkspace(capacity);
        this.objective = new TaskObjective(network, task, Split.TRAIN, SEED, workspace).bind(FROM, count);
        this.theta = random(0.8, 1);
        this.slow = new SlowNetwork(architecture, network.layout(), network.fixed(), task.outputs());
        BatchBuffer all = new BatchBuffer(task.description(), count);
        all.fill(task, Split.TRAIN, SEED, FROM, count);
        this.batch = all;
    }

    public static Case of(String cell, int layers, LossKind loss) {
        ToyTask task = ToyTask.masked(7, 3, 2, loss);
        return new Case(Architecture.of(cell, HIDDEN).withLayers(layers), task, 5, 5);
    }

    /** Returns a vector uniform on ±range. */
    Parameters random(double range, long seed) {
        Parameters v = new Parameters(network.layout());
        RandomStream stream = Seed.root(seed).stream();
        for (int i = 0; i < v.size(); i++) {
            v.data()[i] = (float) stream.uniform(-range, range);
        }
        return v;
    }

    /** Returns ∂L/∂h of the last gradient in one layer, (T·B, H). */
    public Matrix dh(int layer) {
        return workspace.buffers().dh[layer];
    }

    /** Returns the inputs [t][i] of sequence b. */
    public double[][] inputs(int b) {
        double[][] x = new double[batch.steps()][batch.inputWidth()];
        for (int t = 0; t < x.length; t++) {
            for (int i = 0; i < x[t].length; i++) {
                x[t][i] = batch.inputs()[(t * batch.capacity() + b) * batch.inputWidth() + i];
            }
        }
        return x;
    }

    /** Returns the loss of sequence b by the oracle. */
    public double slowLoss(double[] theta, int b, double[][][] nudge) {
        double[][] y = slow.outputs(theta, inputs(b), nudge);
        double sum = 0;
        for (int t = 0; t < y.length; t++) {
            sum += batch.isReadOut(t, b) ? stepLoss(y[t], t, b) : 0;
        }
        return sum == 0 ? 0 : sum / batch.readOutsOf(b);
    }

    /** Returns the loss of sequence b at step t alone, counted from 0. */
    double stepLoss(double[] y, int t, int b) {
        int at = t * batch.capacity() + b;
        double sum = 0;
        if (batch.targets() instanceof Targets.Classes classes) {
            for (double v : y) {
                sum += StrictMath.exp(v);
            }
            return StrictMath.log(sum) - y[classes.classes()[at]];
        }
        for (int o = 0; o < y.length; o++) {
            double error = y[o] - ((Targets.Real) batch.targets()).values()[at * y.length + o];
            sum += error * error / y.length;
        }
        return sum;
    }

    /** Returns the mean loss by the oracle. */
    public double slowLoss(double[] theta) {
        double sum = 0;
        for (int b = 0; b < batch.sequences(); b++) {
            sum += slowLoss(theta, b, null);
        }
        return sum / batch.sequences();
    }

    /** Returns max |a - b| / max |b|. */
    public static double relative(float[] a, double[] b) {
        double difference = 0;
        double scale = 0;
        for (int i = 0; i < b.length; i++) {
            difference = Math.max(difference, Math.abs(a[i] - b[i]));
            scale = Math.max(scale, Math.abs(b[i]));
        }
        return difference / scale;
    }
}
