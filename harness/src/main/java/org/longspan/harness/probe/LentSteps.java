package org.longspan.harness.probe;

import java.util.Set;
import org.longspan.harness.key.Axes;
import org.longspan.harness.run.Checkpoint;
import org.longspan.harness.run.Fork;
import org.longspan.harness.run.TrainingView;
import org.longspan.model.Workspace;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.oracle.Objective;
import org.longspan.numerics.random.RandomStream;
import org.longspan.optim.Clipping;
import org.longspan.optim.RandomDirection;
import org.longspan.optim.clip.ClipByGlobalNorm;
import org.longspan.optim.clip.NoClipping;
import org.longspan.optim.clip.Threshold;
import org.longspan.probes.CliffSteps;
import org.longspan.probes.GradientTail;

/**
 * The steps that a run could take at a checkpoint, each by a fork of its own.
 *
 * @param batch over the sequences of the update
 * @param validation over validation sequences
 */
record LentSteps(TrainingView run, Workspace workspace, Checkpoint at, Objective batch, Objective validation)
        implements CliffSteps {

    @Override
    public Parameters after(Kind kind, double median) {
        Clipping clipping = switch (kind) {
            case TAKEN -> run.methods().clipping();
            case UNCLIPPED -> NoClipping.NONE;
            case CLIPPED_AT_MEDIAN -> byNorm(median);
            case RANDOM -> random(median);
        };
        Fork fork = new Fork(run, workspace, at, clipping);
        fork.update();
        return fork.theta();
    }

    /** Returns clipping by global norm at an absolute threshold. */
    static Clipping byNorm(double threshold) {
        return new ClipByGlobalNorm(new Threshold(threshold, false)).at(1);
    }

    private Clipping random(double norm) {
        RandomStream stream = Axes.probe(run.trial(), GradientTail.NAME, "update " + at.updates()).stream();
        return new Clipping(
                "random direction",
                GradientSeams.NONE,
                (update, theta, memory, step) -> RandomDirection.draw(norm, stream, update, step.kernels()),
                Set.of());
    }
}
