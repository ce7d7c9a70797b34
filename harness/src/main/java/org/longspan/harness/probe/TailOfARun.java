package org.longspan.harness.probe;

import java.util.List;
import org.longspan.harness.run.Checkpoint;
import org.longspan.harness.run.TrainingView;
import org.longspan.model.TaskObjective;
import org.longspan.model.Workspace;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.optim.StepReport;
import org.longspan.probes.GradientTail;
import org.longspan.probes.ProbeResult;
import org.longspan.task.Split;

/**
 * {@link GradientTail} at a training run. It keeps copies of θ and its memory from before each update, and at a cliff
 * takes the other steps from there.
 */
final class TailOfARun implements Instrument {

    private static final String CLIPS_WITHIN =
            "The run clips inside back-propagation; its gradient norms are those of what that leaves.";

    private final GradientTail tail = new GradientTail();
    private TrainingView run;
    private Workspace workspace;
    private TaskObjective batch;
    private TaskObjective validation;
    private Checkpoint before;
    private double lossBefore;

    @Override
    public void begins(TrainingView run) {
        this.run = run;
        this.workspace = run.newWorkspace();
        this.batch = run.newObjective(Split.TRAIN, workspace);
        this.validation = run.newObjective(Split.VALIDATION, workspace).bind(0, GradientTail.SEQUENCES);
    }

    @Override
    public void before(long index) {
        int sequences = run.sequencesPerUpdate();
        before = Checkpoint.of(run, index);
        batch.bind(index * sequences, sequences);
        lossBefore = batch.loss(run.theta());
    }

    @Override
    public void after(long index, StepReport report) {
        double norm = report.gradientNorm;
        if (tail.isCliff(norm)) {
            tail.look(norm, lossBefore, new LentSteps(run, workspace, before, batch, validation));
        }
        tail.take(new GradientTail.Update(norm, report.updateNorm, lossBefore, batch.loss(run.theta())));
    }

    @Override
    public ProbeResult look(String moment, long updates) {
        ProbeResult.Measured measured = tail.measured();
        boolean clipsWithin = !run.methods().clipping().seams().equals(GradientSeams.NONE);
        return new ProbeResult.Measured(
                measured.numbers(), measured.tables(), clipsWithin ? List.of(CLIPS_WITHIN) : List.of());
    }
}
