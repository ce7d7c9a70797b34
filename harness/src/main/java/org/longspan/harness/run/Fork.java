package org.longspan.harness.run;

import org.longspan.model.Workspace;
import org.longspan.numerics.Parameters;
import org.longspan.optim.Clipping;
import org.longspan.optim.Guard;
import org.longspan.optim.Memory;
import org.longspan.optim.Step;
import org.longspan.optim.StepReport;

/**
 * A training that goes on from a checkpoint on copies of θ and its memory: the same updates by the same optimizer, on the
 * same sequences and with the same draws, behind a clipping of its own. With the clipping of the run it takes the steps of
 * the run, bit for bit.
 */
public final class Fork {

    private final TrainingView run;
    private final Parameters theta;
    private final Memory memory;
    private final Guard guard;
    private final Step step;
    private final StepReport report = new StepReport();
    private final CountingOracle oracle;
    private long updates;

    /**
     * Creates a fork that stands at {@code from}.
     *
     * @param workspace of the run's size, and not that of the run
     */
    public Fork(TrainingView run, Workspace workspace, Checkpoint from, Clipping clipping) {
        this.run = run;
        this.theta = from.theta().copy();
        this.memory = from.memory().copy();
        this.guard = new Guard(clipping, run.methods().policy());
        this.step = run.newStep();
        this.oracle = run.newOracle(workspace);
        this.updates = from.updates();
    }

    /** Makes the next update and returns its numbers, which the one after it overwrites. */
    public StepReport update() {
        step.moveTo(updates);
        oracle.moveTo(updates);
        run.methods().optimizer().step(oracle, theta, memory, guard, step, report);
        updates++;
        return report;
    }

    /** Returns where this stands. */
    public Checkpoint checkpoint() {
        return new Checkpoint(updates, theta.copy(), memory.copy());
    }

    /** Returns θ itself, not a copy. */
    public Parameters theta() {
        return theta;
    }

    /** Returns how many updates were made, those of the run before the checkpoint included. */
    public long updates() {
        return updates;
    }
}
