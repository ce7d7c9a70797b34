package org.longspan.testkit;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.optim.Clipping;
import org.longspan.optim.Guard;
import org.longspan.optim.Memory;
import org.longspan.optim.NonFinitePolicy;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;
import org.longspan.optim.StepReport;
import org.longspan.optim.clip.NoClipping;
import org.longspan.optim.nonfinite.HoldStill;
import org.longspan.optim.schedule.Constant;

/** θ on its way down a {@link NoisyQuadratic} under one optimizer; every run starts from the same θ. */
final class PracticeRun {

    /** Shapes of a small network: a product with the width of no vector, biases, a block of one element. */
    static final ParameterLayout LAYOUT = ParameterLayout.builder()
            .add("input", 2, 5, Role.INPUT)
            .add("recurrent", 5, 5, Role.RECURRENT)
            .add("bias", 1, 5, Role.BIAS)
            .add("read-out", 5, 1, Role.READ_OUT)
            .add("read-out-bias", 1, 1, Role.READ_OUT_BIAS)
            .build();

    final NoisyQuadratic oracle;
    final Parameters theta;
    final Memory memory;
    final StepReport report = new StepReport();

    private final Optimizer optimizer;
    private final Kernels kernels;
    private final Step step;
    private Guard guard = new Guard(NoClipping.NONE, HoldStill.FAIL);
    private long index;

    PracticeRun(Optimizer optimizer, double spread) {
        this(optimizer, spread, PlainKernels.create());
    }

    PracticeRun(Optimizer optimizer, double spread, Kernels kernels) {
        this(optimizer, new NoisyQuadratic(spread), start(), new Memory(LAYOUT), kernels);
    }

    private PracticeRun(Optimizer optimizer, NoisyQuadratic oracle, Parameters theta, Memory memory, Kernels kernels) {
        this.optimizer = optimizer;
        this.oracle = oracle;
        this.theta = theta;
        this.memory = memory;
        this.kernels = kernels;
        this.step = new Step(kernels, Seed.root(0), new Constant(), 1000);
    }

    PracticeRun under(Clipping clipping) {
        this.guard = new Guard(clipping, guard.policy());
        return this;
    }

    PracticeRun under(NonFinitePolicy policy) {
        this.guard = new Guard(guard.clipping(), policy);
        return this;
    }

    /** Returns this run at its current step, restored from a checkpoint with another instance of the optimizer. */
    PracticeRun resumed(Optimizer fresh, double spread) {
        PracticeRun run = new PracticeRun(fresh, new NoisyQuadratic(spread), theta.copy(), memory.copy(), kernels);
        run.index = index;
        run.guard = guard;
        return run;
    }

    /** Makes one step. */
    void step() {
        oracle.moveTo(index);
        step.moveTo(index++);
        optimizer.step(oracle, theta, memory, guard, step, report);
    }

    /** Makes {@code count} steps. */
    PracticeRun steps(int count) {
        for (int k = 0; k < count; k++) {
            step();
        }
        return this;
    }

    /** The elements of what the optimizer would have evaluated. */
    float[] answer() {
        return optimizer.answer(theta, memory).data();
    }

    private static Parameters start() {
        Parameters theta = new Parameters(LAYOUT);
        RandomStream random = Seed.root(0).with("start", "practice").stream();
        for (int i = 0; i < theta.size(); i++) {
            theta.data()[i] = (float) random.normal();
        }
        return theta;
    }
}
