package org.longspan.microbench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.longspan.microbench.turns.Turns;
import org.longspan.model.Architecture;
import org.longspan.model.Network;
import org.longspan.model.TaskObjective;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.numerics.random.Seed;
import org.longspan.optim.Guard;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;
import org.longspan.optim.StepReport;
import org.longspan.optim.catalogue.Optimizers;
import org.longspan.optim.clip.NoClipping;
import org.longspan.optim.nonfinite.HoldStill;
import org.longspan.optim.schedule.Constant;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The first step of Hessian-free optimization on the adding problem at T = 50, tanh RNN with 50 units, from fixed
 * weights and an empty memory; in turns with the calls that it makes to the oracle, replayed one after another.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 1, time = 1600, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 9, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HessianFreeBenchmark {

    private static final int STEPS = 50;
    private static final int HIDDEN = 50;
    private static final int BATCH = 20;
    private static final long SEED = 0;

    /** The numbers of sequences and of iterations of a step. */
    @Param({"small", "published"})
    public String size;

    private Optimizer optimizer;
    private Network network;
    private RecordingOracle oracle;
    private Parameters start;
    private Parameters theta;
    private Step step;
    private Guard guard;
    private final StepReport report = new StepReport();

    /** Makes the step once and records its calls. */
    @Setup
    public void create(Turns turns) {
        Kernels kernels = KernelChoice.best("auto").kernels();
        SequenceTask task = TaskCase.of("adding urnn", STEPS);
        network = new Network(Architecture.of("tanh-rnn", HIDDEN), task.description(), kernels);
        start = network.initialize(Seed.root(SEED));
        theta = start.copy();
        step = new Step(kernels, Seed.root(SEED), Constant.ENTRY.create(Settings.NONE), 1);
        guard = new Guard(NoClipping.NONE, HoldStill.FAIL);
        optimizer = Optimizers.named("hessian-free").create(Settings.NONE.with("size", size));
        oracle = new RecordingOracle(
                count -> new TaskObjective(
                        network, task, Split.TRAIN, SEED, network.newWorkspace(network.capacityFor(count))),
                BATCH);
        oracle.record();
        step();
        List<Runnable> questions = oracle.taken();
        turns.of(this::step);
        turns.against(() -> {
            questions.forEach(Runnable::run);
            return questions.size();
        });
    }

    @Benchmark
    public double step() {
        theta.copyFrom(start);
        step.moveTo(0);
        optimizer.step(oracle, theta, new Memory(network.layout()), guard, step, report);
        return report.loss;
    }
}
