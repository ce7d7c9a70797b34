package org.longspan.model;

import org.longspan.model.regularizer.Chunks;
import org.longspan.model.regularizer.SignalTerm;
import org.longspan.numerics.Elementwise;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.oracle.Objective;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.task.Batch;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;

/**
 * The mean loss of a network over sequences of a task, and its derivatives. It is bound to one range of sequences after
 * another; neither binding nor a gradient allocates. A range longer than the workspace's capacity is processed in
 * chunks, in ascending order, which are summed in {@code double}.
 *
 * <p>The loss has no regularizer. The gradient has one, added after all seams that act on single sequences. Elements of
 * a gradient smaller than {@link Kernels#FLOOR} are zero.
 */
public final class TaskObjective implements Objective {

    private final Network network;
    private final SequenceTask task;
    private final Split split;
    private final long seed;
    private final Workspace workspace;
    private final Passes passes;
    private final SecondPasses secondPasses;
    private final Parameters point; // θ of the last gradient
    private final SignalTerm signalTerm; // of the regularizer, or null
    private boolean hasPoint;
    private long from;
    private int count;
    private Chunks chunks;
    private double signalPenalty = Double.NaN;

    /**
     * Creates an objective that is not yet bound to sequences.
     *
     * @param seed of the stream of sequences
     * @param workspace of this network; its capacity is the size of a chunk
     */
    public TaskObjective(Network network, SequenceTask task, Split split, long seed, Workspace workspace) {
        this.network = network;
        this.task = task;
        this.split = split;
        this.seed = seed;
        this.workspace = workspace;
        this.passes = new Passes(network, workspace);
        this.secondPasses = new SecondPasses(workspace);
        this.point = new Parameters(network.layout());
        this.signalTerm = network.regularizer().signalTerm(workspace.signals()).orElse(null);
    }

    /** Binds this to {@code count} sequences of the split, from number {@code from} on. */
    public TaskObjective bind(long from, int count) {
        if (from < 0 || count < 1) {
            throw new IllegalArgumentException(
                    count + " sequences from number " + from + ", expected at least 1 from 0 on");
        }
        if (from != this.from || count != this.count) {
            this.from = from;
            this.count = count;
            this.hasPoint = false;
        }
        return this;
    }

    @Override
    public int sequences() {
        return count;
    }

    @Override
    public double loss(Parameters theta) {
        double sum = 0;
        passes.prepare(theta);
        for (int done = 0; done < count; done += workspace.capacity()) {
            Batch batch = fill(done);
            workspace.owner().ownActivations(null);
            passes.forward(theta, batch);
            sum += passes.measure(batch);
        }
        return sum / count;
    }

    @Override
    public double penalty(Parameters theta) {
        return network.regularizer().penalty(theta);
    }

    @Override
    public double gradient(Parameters theta, GradientSeams seams, Parameters gradient) {
        double loss = 0;
        point.copyFrom(theta);
        hasPoint = true;
        passes.prepare(theta);
        Chunks sums = begin(gradient);
        if (signalTerm != null) {
            signalTerm.begin(count);
        }
        for (int done = 0; done < count; done += workspace.capacity()) {
            Batch batch = fill(done);
            loss += forward(theta, batch, this);
            backward(theta, batch, seams.perStep());
            float[] weights = seams.perExample() == null ? null : passes.exampleWeights(batch, seams.perExample());
            passes.accumulate(batch, weights, gradient);
            workspace.owner().ownSignals(seams.perStep() == null && weights == null ? this : null);
            collect(sums, gradient);
        }
        finish(sums, gradient);
        network.regularizer().addGradient(theta, gradient);
        if (signalTerm != null) {
            signalPenalty = signalTerm.addGradient(gradient);
        }
        return loss / count;
    }

    /** Gives a regularizer of signals the unmodified signals, with an extra backward pass if a seam rewrites them. */
    private void backward(Parameters theta, Batch batch, SignalTransform perStep) {
        if (signalTerm != null) {
            passes.backward(theta, batch, null, null);
            signalTerm.take(batch.sequences());
        }
        if (signalTerm == null || perStep != null) {
            passes.backward(theta, batch, perStep, null);
        }
    }

    /** Returns the value of the regularizer's {@link SignalTerm} at the last gradient, or NaN if it has none. */
    public double signalPenalty() {
        return signalPenalty;
    }

    /**
     * Returns the cost of the {@link SignalTerm} of one gradient per sequence, in sequence-forwards: two for its
     * products, one more if it needs an extra backward pass.
     */
    public int signalCost(GradientSeams seams) {
        if (signalTerm == null) {
            return 0;
        }
        return seams.perStep() == null ? 2 : 3;
    }

    @Override
    public void curvature(Parameters direction, Curvature curvature, Parameters product) {
        if (!network.regularizer().hasPotential()) {
            throw new UnsupportedOperationException("no products with " + curvature + ": regularizer "
                    + network.architecture().regularizer().name() + " adds what is no function's gradient");
        }
        if (!network.supports(curvature)) {
            throw new UnsupportedOperationException("no products with " + curvature + " through cell "
                    + network.architecture().cell().name() + ", only with Gauss-Newton");
        }
        if (!hasPoint) {
            throw new IllegalStateException("a curvature product before any gradient");
        }
        boolean kept = keepsTape();
        Chunks sums = begin(product);
        if (!kept) {
            passes.prepare(point);
        }
        for (int done = 0; done < count; done += workspace.capacity()) {
            Batch batch = fill(done);
            if (!kept) {
                forward(point, batch, this);
            }
            if (curvature instanceof Curvature.GaussNewton gaussNewton) {
                addGaussNewton(direction, batch, gaussNewton, product);
            } else {
                addHessian(direction, batch, product);
            }
            collect(sums, product);
        }
        finish(sums, product);
        network.regularizer().addCurvature(direction, product);
    }

    /** Jᵀ L″ J v of the taped batch: the tangent forward, then back as if L″ ẏ were the cotangents. */
    private void addGaussNewton(
            Parameters direction, Batch batch, Curvature.GaussNewton curvature, Parameters product) {
        workspace.owner().ownSignals(null);
        passes.tangent(point, direction);
        passes.curvature(direction, batch, workspace.buffers().dyAt);
        passes.backward(point, batch, null, curvature);
        passes.accumulate(batch, null, product);
    }

    /** The tangent of the gradient of the taped batch. It keeps the signals for the next product. */
    private void addHessian(Parameters direction, Batch batch, Parameters product) {
        if (!workspace.owner().hasSignalsOf(this)) {
            passes.score(batch);
            passes.backward(point, batch, null, null);
            workspace.owner().ownSignals(this);
        }
        secondPasses.tangent(point, direction);
        passes.curvature(direction, batch, workspace.secondTangents().dyDotAt);
        secondPasses.backward(point, batch);
        secondPasses.accumulate(batch, product);
    }

    @Override
    public boolean supports(Curvature curvature) {
        return network.regularizer().hasPotential() && network.supports(curvature);
    }

    @Override
    public void exampleNorms(Parameters theta, GradientSeams seams, double[] norms) {
        passes.prepare(theta);
        for (int done = 0; done < count; done += workspace.capacity()) {
            Batch batch = fill(done);
            forward(theta, batch, null);
            passes.backward(theta, batch, seams.perStep(), null);
            System.arraycopy(passes.exampleNorms(batch), 0, norms, done, batch.sequences());
        }
    }

    @Override
    public double hiddenDivergence(Parameters theta, Parameters delta) {
        Parameters moved = workspace.single();
        moved.copyFrom(theta);
        moved.add(delta);
        double sum = 0;
        for (int done = 0; done < count; done += workspace.capacity()) {
            Batch batch = fill(done);
            passes.prepare(theta);
            forward(theta, batch, null);
            passes.keepHidden();
            passes.prepare(moved);
            passes.forward(moved, batch);
            sum += passes.hiddenDivergence(batch);
        }
        return sum / count;
    }

    @Override
    public boolean keepsTape() {
        return hasPoint && count <= workspace.capacity() && workspace.owner().hasActivationsOf(this);
    }

    /** Returns the chunk that follows the first {@code done} sequences. */
    private Batch fill(int done) {
        return workspace.fill(task, split, seed, from + done, Math.min(workspace.capacity(), count - done));
    }

    /**
     * Runs a batch forward, tapes its activations for {@code owner}, and returns its loss; a null owner forbids reuse.
     */
    private double forward(Parameters theta, Batch batch, Object owner) {
        workspace.owner().ownActivations(owner);
        passes.forward(theta, batch);
        return passes.score(batch);
    }

    /** Clears {@code sum} and returns the sums in double, or null where there is only one chunk. */
    private Chunks begin(Parameters sum) {
        sum.zero();
        if (count <= workspace.capacity()) {
            return null;
        }
        if (chunks == null) {
            chunks = new Chunks(network.layout().size());
        }
        chunks.clear();
        return chunks;
    }

    private static void collect(Chunks sums, Parameters chunk) {
        if (sums != null) {
            sums.take(chunk);
        }
    }

    private void finish(Chunks sums, Parameters mean) {
        Elementwise elementwise = network.kernels().elementwise();
        float[] g = mean.data();
        if (sums == null) {
            elementwise.divide(count, g, 0, g.length);
            return;
        }
        for (int i = 0; i < g.length; i++) {
            g[i] = (float) (sums.get(i) / count);
        }
        elementwise.flush(Kernels.FLOOR, g, 0, g.length);
    }
}
