package org.longspan.model;

import org.longspan.model.regularizer.Chunks;
import org.longspan.model.regularizer.SignalTerm;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.oracle.Objective;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;

/**
 * The loss of a network over sequences of a task, and its derivatives. It is bound to one range of sequences after
 * another; neither binding nor a gradient allocates. A range longer than the workspace's capacity is taken in
 * chunks, in ascending order, and the chunks are summed in {@code double}.
 *
 * <p>The mean over sequences carries no regularizer in the loss; its gradient does, after all seams that look at
 * single sequences. Elements of a gradient under {@link Kernels#FLOOR} are zero.
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
     * Creates an objective, not bound to sequences yet.
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
        this.secondPasses = new SecondPasses(network, workspace);
        this.point = new Parameters(network.layout());
        this.signalTerm =
                network.regularizer().signalTerm(network, workspace.capacity()).orElse(null);
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
            sum += forward(theta, done, null);
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
            loss += forward(theta, done, this);
            backward(theta, seams.perStep());
            float[] weights = weights(seams);
            passes.accumulate(weights, gradient);
            workspace.ownSignals(seams.perStep() == null && weights == null ? this : null);
            collect(sums, gradient);
        }
        finish(sums, gradient);
        network.regularizer().addGradient(theta, gradient);
        if (signalTerm != null) {
            signalPenalty = signalTerm.addGradient(gradient);
        }
        return loss / count;
    }

    /** Where the regularizer looks at signals, it sees those that nothing rewrites, in a pass of its own if need be. */
    private void backward(Parameters theta, SignalTransform perStep) {
        if (signalTerm != null) {
            passes.backward(theta, null, 0);
            signalTerm.take(workspace);
        }
        if (signalTerm == null || perStep != null) {
            passes.backward(theta, perStep, 0);
        }
    }

    /** Returns the value of the regularizer's {@link SignalTerm} at the last gradient, NaN without one. */
    public double signalPenalty() {
        return signalPenalty;
    }

    /**
     * Returns what a gradient costs beyond that of the loss alone, in sequence-forwards: two for the products of a
     * {@link SignalTerm}, one more for a backward pass of its own.
     */
    public int signalCost(GradientSeams seams) {
        if (signalTerm == null) {
            return 0;
        }
        return seams.perStep() == null ? 2 : 3;
    }

    private float[] weights(GradientSeams seams) {
        if (seams.perExample() == null) {
            return null;
        }
        passes.exampleNorms();
        return passes.weights(seams.perExample());
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
            if (!kept) {
                forward(point, done, this);
            }
            if (curvature instanceof Curvature.GaussNewton gaussNewton) {
                addGaussNewton(direction, (float) gaussNewton.hiddenDamping(), product);
            } else {
                addHessian(direction, product);
            }
            collect(sums, product);
        }
        finish(sums, product);
        network.regularizer().addCurvature(direction, product);
    }

    /** Jᵀ L″ J v of the chunk on the tape: the tangent forward, and back as if L″ ẏ were the cotangents. */
    private void addGaussNewton(Parameters direction, float hiddenDamping, Parameters product) {
        workspace.ownSignals(null);
        passes.tangent(point, direction);
        passes.curvature(direction, workspace.dyAt);
        passes.backward(point, null, hiddenDamping);
        passes.accumulate(null, product);
    }

    /** The tangent of the gradient of the chunk on the tape, whose signals it leaves for the next product. */
    private void addHessian(Parameters direction, Parameters product) {
        if (!workspace.holdsSignalsOf(this)) {
            passes.score(point);
            passes.backward(point, null, 0);
            workspace.ownSignals(this);
        }
        secondPasses.tangent(point, direction);
        passes.curvature(direction, workspace.secondTangents().dyDotAt);
        secondPasses.backward(point);
        secondPasses.accumulate(product);
    }

    @Override
    public boolean supports(Curvature curvature) {
        return network.regularizer().hasPotential() && network.supports(curvature);
    }

    @Override
    public void exampleNorms(Parameters theta, GradientSeams seams, double[] norms) {
        passes.prepare(theta);
        for (int done = 0; done < count; done += workspace.capacity()) {
            forward(theta, done, null);
            passes.backward(theta, seams.perStep(), 0);
            passes.exampleNorms();
            System.arraycopy(workspace.norms, 0, norms, done, workspace.batch.sequences());
        }
    }

    @Override
    public double hiddenDivergence(Parameters theta, Parameters delta) {
        Parameters moved = workspace.single();
        moved.copyFrom(theta);
        moved.add(delta);
        double sum = 0;
        for (int done = 0; done < count; done += workspace.capacity()) {
            passes.prepare(theta);
            forward(theta, done, null);
            passes.keepHidden();
            passes.prepare(moved);
            passes.forward(moved);
            sum += passes.hiddenDivergence();
        }
        return sum / count;
    }

    @Override
    public boolean keepsTape() {
        return hasPoint && count <= workspace.capacity() && workspace.isTapeOf(this);
    }

    /** Fills in the chunk after {@code done} sequences and runs it forward; the tape is then {@code owner}'s. */
    private double forward(Parameters theta, int done, Object owner) {
        workspace.fill(task, split, seed, from + done, Math.min(workspace.capacity(), count - done));
        workspace.ownTape(owner);
        passes.forward(theta);
        return passes.score(theta);
    }

    /** Clears {@code sum}, and where there is more than one chunk the sums in double. */
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
        float[] g = mean.data();
        for (int i = 0; i < g.length; i++) {
            float v = sums == null ? g[i] / count : (float) (sums.get(i) / count);
            g[i] = Math.abs(v) < Kernels.FLOOR ? 0f : v;
        }
    }
}
