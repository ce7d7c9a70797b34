package org.longspan.optim;

import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.oracle.Oracle;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.optim.clip.NoClipping;
import org.longspan.optim.nonfinite.HoldStill;
import org.longspan.optim.schedule.Constant;

/** θ on its way under one optimizer; nothing is clipped and the rate is constant unless a test says so. */
public final class Run {

    public final Parameters theta;
    public final Memory memory;
    public final StepReport report = new StepReport();
    public Guard guard = new Guard(NoClipping.NONE, HoldStill.FAIL);

    private final Optimizer optimizer;
    private final Step step;
    private long index;

    public Run(Optimizer optimizer, Schedule schedule, long total, float... start) {
        this.optimizer = optimizer;
        this.theta = vector(start);
        this.memory = new Memory(theta.layout());
        this.step = step(schedule, total);
    }

    public Run(Optimizer optimizer, float... start) {
        this(optimizer, new Constant(), 1000, start);
    }

    /** Returns the step data of updates on plain kernels. */
    public static Step step(Schedule schedule, long total) {
        return new Step(PlainKernels.create(), Seed.root(0), schedule, total);
    }

    /** Clips with {@code clipping} from now on. */
    public void under(Clipping clipping) {
        guard = new Guard(clipping, guard.policy());
    }

    /** Follows {@code policy} from now on. */
    public void under(NonFinitePolicy policy) {
        guard = new Guard(guard.clipping(), policy);
    }

    /** Makes one step. */
    public Run advance(Oracle oracle) {
        step.moveTo(index++);
        optimizer.step(oracle, theta, memory, guard, step, report);
        return this;
    }

    /** Makes {@code steps} steps. */
    public Run advance(Oracle oracle, int steps) {
        for (int k = 0; k < steps; k++) {
            advance(oracle);
        }
        return this;
    }

    /** Makes one step with this gradient at any θ. */
    public Run advance(float... gradient) {
        return advance(new FieldOracle((theta, g) -> {
            System.arraycopy(gradient, 0, g.data(), 0, gradient.length);
            return 0;
        }));
    }

    /** A vector of one block with these elements. */
    public static Parameters vector(float... elements) {
        ParameterLayout layout = ParameterLayout.builder()
                .add("w", 1, elements.length, Role.RECURRENT)
                .build();
        Parameters vector = new Parameters(layout);
        System.arraycopy(elements, 0, vector.data(), 0, elements.length);
        return vector;
    }

    /** Draws {@code n} normal numbers times {@code scale}. */
    public static float[] normal(RandomStream random, int n, double scale) {
        float[] drawn = new float[n];
        for (int i = 0; i < n; i++) {
            drawn[i] = (float) (scale * random.normal());
        }
        return drawn;
    }
}
