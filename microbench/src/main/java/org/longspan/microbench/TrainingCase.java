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
 * One network of one shape in training: a batch of noise, and gradient descent clipped by global norm. Its learning
 * rate is so small that the weights stay where the initialization put them, however long the step is measured.
 */
public final class TrainingCase {

    /** The learning rate η. */
    public static final double LEARNING_RATE = 1e-4;

    /** The greatest norm of a gradient. */
    public static final double THRESHOLD = 1;

    /** As many as the plan quick gives a trial. */
    static final int UPDATES = 1500;

    private static final long SEED = 0;

    private final SequenceTask task;
    private final int sequences;
    private final Network network;
    private final Parameters theta;
    private final TaskObjective objective;
    private final FixedOracle oracle;
    private Memory memory;
    private Guard guard = new Guard(new ClipByGlobalNorm(new Threshold(THRESHOLD, false)).at(1), HoldStill.FAIL);
    private final Optimizer optimizer;
    private final Step step;
    private final StepReport report = new StepReport();
    private long next;
    private long update;

    /** Creates the network at its initial weights, with the first batch bound. */
    public TrainingCase(TrainingShape shape, LossAt lossAt) {
        this(shape, lossAt, LEARNING_RATE);
    }

    /** Creates the same with another learning rate. */
    public TrainingCase(TrainingShape shape, LossAt lossAt, double learningRate) {
        this(shape, lossAt, learningRate, KernelChoice.best("auto").kernels());
    }

    /** Creates the same on kernels of one's own choice. */
    TrainingCase(TrainingShape shape, LossAt lossAt, double learningRate, Kernels kernels) {
        this(
                new UniformTask(shape.steps(), shape.inputs(), lossAt),
                Architecture.of(shape.cell(), shape.hidden()),
                shape.sequences(),
                learningRate,
                kernels);
    }

    /** Returns a network of 50 units of that cell on 20 sequences of 100 steps of 2 inputs, the loss at the last. */
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
        this.theta = network.initialize(seed);
        this.objective = new TaskObjective(network, task, Split.TRAIN, SEED, network.newWorkspace(sequences));
        this.oracle = new FixedOracle(objective, sequences);
        this.memory = new Memory(network.layout());
        this.optimizer = Sgd.withRate(learningRate);
        this.step = new Step(kernels, seed, Constant.ENTRY.create(Settings.NONE), UPDATES);
        objective.bind(0, sequences);
    }

    /** Puts another clipping in the place of that by global norm. */
    TrainingCase under(Clipping other) {
        guard = new Guard(other, HoldStill.FAIL);
        return this;
    }

    /** Makes one step on the batch that is bound and returns its loss: forward, backward, clip, update. */
    public double step() {
        if (update == UPDATES) { // a new trial: what is remembered of an endless one has no bound
            memory = new Memory(network.layout());
            update = 0;
        }
        step.moveTo(update++);
        optimizer.step(oracle, theta, memory, guard, step, report);
        return report.loss;
    }

    /** Binds the next batch, which the next step fills in. */
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

    /** Returns θ, which steps move. */
    public Parameters theta() {
        return theta;
    }

    /** Returns the loss and its derivatives on the batch that is bound. */
    public TaskObjective objective() {
        return objective;
    }

    /** Returns the multiply-adds of the products of one step, counted from the shapes. */
    public long multiplyAdds() {
        return network.multiplyAdds(task.description().steps(), sequences);
    }
}
