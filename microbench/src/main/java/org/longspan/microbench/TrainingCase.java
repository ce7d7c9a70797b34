package org.longspan.microbench;

import org.longspan.model.Architecture;
import org.longspan.model.Network;
import org.longspan.model.TaskObjective;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.numerics.random.Seed;
import org.longspan.optim.Clipping;
import org.longspan.optim.Guard;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;
import org.longspan.optim.StepReport;
import org.longspan.optim.clip.ClipByGlobalNorm;
import org.longspan.optim.clip.Threshold;
import org.longspan.optim.descent.Sgd;
import org.longspan.optim.nonfinite.HoldStill;
import org.longspan.optim.schedule.Constant;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;

/**
 * One network of one shape in training: a batch of noise, and gradient descent clipped by global norm. The learning
 * rate is so small that the weights stay at their initial values, however long the measurement runs.
 */
public final class TrainingCase {

    /** The learning rate η. */
    public static final double LEARNING_RATE = 1e-4;

    /** The greatest norm of a gradient. */
    public static final double THRESHOLD = 1;

    /** The number of updates of a trial in the plan quick. */
    static final int UPDATES = 1000;

    private static final long SEED = 0;

    private final SequenceTask task;
    private final int sequences;
    private final Network network;
    private final Parameters start;
    private final Parameters theta;
    private final TaskObjective objective;
    private final FixedOracle oracle;
    private Memory memory;
    private Guard guard = new Guard(new ClipByGlobalNorm(new Threshold(THRESHOLD, false)).at(1), HoldStill.FAIL);
    private Optimizer optimizer;
    private final Step step;
    private final StepReport report = new StepReport();
    private long next;
    private long update;

    /** Creates the network at its initial weights, with the first batch bound. */
    public TrainingCase(TrainingShape shape, LossAt lossAt) {
        this(shape, lossAt, LEARNING_RATE);
    }

    /** Creates a case with another learning rate. */
    public TrainingCase(TrainingShape shape, LossAt lossAt, double learningRate) {
        this(shape, lossAt, learningRate, KernelChoice.best("auto").kernels());
    }

    /** Creates a case on given kernels. */
    TrainingCase(TrainingShape shape, LossAt lossAt, double learningRate, Kernels kernels) {
        this(
                new UniformTask(shape.steps(), shape.inputs(), lossAt),
                Architecture.of(shape.cell(), shape.hidden()),
                shape.sequences(),
                learningRate,
                kernels);
    }

    /** Returns the case of one cell: 50 units, 20 sequences, 100 steps, 2 inputs, and the loss at the last step. */
    public static TrainingCase ofCell(String cell) {
        return new TrainingCase(
                new UniformTask(100, 2, LossAt.LAST),
                Architecture.of(cell, 50),
                20,
                LEARNING_RATE,
                KernelChoice.best("auto").kernels());
    }

    TrainingCase(SequenceTask task, Architecture architecture, int sequences, double learningRate, Kernels kernels) {
        Seed seed = Seed.root(SEED);
        this.task = task;
        this.sequences = sequences;
        this.network = new Network(architecture, task.description(), kernels);
        this.start = network.initialize(seed);
        this.theta = start.copy();
        this.objective = new TaskObjective(network, task, Split.TRAIN, SEED, network.newWorkspace(sequences));
        this.oracle = new FixedOracle(objective, sequences);
        this.memory = new Memory(network.layout());
        this.optimizer = Sgd.withRate(learningRate);
        this.step = new Step(kernels, seed, Constant.ENTRY.create(Settings.NONE), UPDATES);
        objective.bind(0, sequences);
    }

    /** Replaces clipping by global norm. */
    TrainingCase under(Clipping other) {
        guard = new Guard(other, HoldStill.FAIL);
        return this;
    }

    /** Replaces gradient descent. */
    TrainingCase by(Optimizer other) {
        optimizer = other;
        return this;
    }

    /** Makes one step on the current batch and returns its loss: forward, backward, clip, update. */
    public double step() {
        if (update == UPDATES) { // a new trial, because memories grow and weights wander
            memory = new Memory(network.layout());
            theta.copyFrom(start);
            update = 0;
        }
        step.moveTo(update++);
        optimizer.step(oracle, theta, memory, guard, step, report);
        return report.loss;
    }

    /** Selects the next batch, which the next step fills. */
    public void bindNext() {
        next += sequences;
        objective.bind(next, sequences);
    }

    /** Returns the task. */
    public SequenceTask task() {
        return task;
    }

    /** Returns the number B of sequences in a batch. */
    public int sequences() {
        return sequences;
    }

    /** Returns the seed of the sequences. */
    public long dataSeed() {
        return SEED;
    }

    /** Returns θ, which every step updates. */
    public Parameters theta() {
        return theta;
    }

    /** Returns the objective on the current batch. */
    public TaskObjective objective() {
        return objective;
    }

    /** Returns the multiply-adds in the matrix products of one step, counted from the shapes. */
    public long multiplyAdds() {
        return network.multiplyAdds(task.description().steps(), sequences);
    }
}
