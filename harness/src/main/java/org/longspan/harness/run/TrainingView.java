package org.longspan.harness.run;

import java.util.List;
import org.longspan.harness.key.Axes;
import org.longspan.harness.record.Trial;
import org.longspan.model.Network;
import org.longspan.model.TaskObjective;
import org.longspan.model.Workspace;
import org.longspan.numerics.Parameters;
import org.longspan.optim.Memory;
import org.longspan.optim.Step;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;

/**
 * A training as its watch sees it, to be read only.
 *
 * @param trial what is run
 * @param methods as the trial made them; all their state is in the memory
 * @param units of the clipping's threshold
 * @param task the task
 * @param network the network
 * @param theta θ, which every update moves
 * @param memory of the optimizer and the clipping
 * @param capacity how many sequences run at once; the bits of a gradient over more of them depend on it
 */
public record TrainingView(
        Trial trial,
        TrialMethods methods,
        List<Double> units,
        SequenceTask task,
        Network network,
        Parameters theta,
        Memory memory,
        int capacity) {

    public TrainingView {
        units = List.copyOf(units);
    }

    /** Returns the seed of all sequences of the trial. */
    public long dataSeed() {
        return Axes.data(trial).value();
    }

    /** Returns how many fresh sequences an update uses; update k begins with number k times that. */
    public int sequencesPerUpdate() {
        return methods.optimizer().sequencesPerStep(trial.budget().batch());
    }

    /** Returns a copy of the weights that the run would hand out now: θ, or their mean under averaging. */
    public Parameters answer() {
        return methods.optimizer().answer(theta, memory.copy()).copy();
    }

    /** Returns a workspace as large as that of the run. */
    public Workspace newWorkspace() {
        return network.newWorkspace(capacity);
    }

    /** Returns an objective over sequences of the trial, not yet bound to any. */
    public TaskObjective newObjective(Split split, Workspace workspace) {
        return new TaskObjective(network, task, split, dataSeed(), workspace);
    }

    /** Returns the circumstances of updates, at the first. */
    Step newStep() {
        return new Step(
                network.kernels(),
                Axes.transforms(trial),
                methods.schedule(),
                trial.budget().updates());
    }

    /** Returns the oracle of updates, at the first. */
    CountingOracle newOracle(Workspace workspace) {
        return new CountingOracle(
                () -> newObjective(Split.TRAIN, workspace), trial.budget().batch(), sequencesPerUpdate());
    }
}
