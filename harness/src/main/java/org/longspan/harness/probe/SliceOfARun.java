package org.longspan.harness.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.longspan.harness.run.Checkpoint;
import org.longspan.harness.run.Fork;
import org.longspan.harness.run.TrainingView;
import org.longspan.model.TaskObjective;
import org.longspan.model.Workspace;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.optim.Clipping;
import org.longspan.optim.StepReport;
import org.longspan.optim.clip.NoClipping;
import org.longspan.probes.Cliffs;
import org.longspan.probes.ProbeResult;
import org.longspan.probes.Slice;
import org.longspan.task.Split;

/**
 * {@link Slice} at the highest cliff of a training run: the update whose ‖g‖ is the most times its trailing median. It
 * keeps a checkpoint from {@value #APART} to {@value Slice#BEFORE} updates before any update that may be it, and when
 * asked goes both ways from there by forks, to {@value Slice#BEHIND} updates behind the cliff: the way of the run, as far
 * as that was made, and that of its pair, which does not clip, or clips at the trailing median of the cliff where the run
 * does not.
 */
final class SliceOfARun implements Instrument {

    private static final int APART = Slice.BEFORE / 2; // updates from one checkpoint to the next

    private final Cliffs cliffs = new Cliffs();
    private TrainingView run;
    private Checkpoint latest;
    private Checkpoint earlier; // the one before it
    private Highest highest; // so far, or null

    /**
     * The highest cliff so far.
     *
     * @param update its index
     * @param norm of its gradient
     * @param median of the norms before it
     * @param from where its paths begin
     */
    private record Highest(long update, double norm, double median, Checkpoint from) {

        double height() {
            return norm / median;
        }
    }

    @Override
    public void begins(TrainingView run) {
        this.run = run;
    }

    @Override
    public void before(long index) {
        if (index % APART == 0) {
            earlier = latest;
            latest = Checkpoint.of(run, index);
        }
    }

    @Override
    public void after(long index, StepReport report) {
        double norm = report.gradientNorm;
        if (Double.isFinite(norm) && cliffs.isOver(norm)) {
            Highest next = new Highest(index, norm, cliffs.median(), earlier);
            highest = highest == null || next.height() > highest.height() ? next : highest;
        }
        cliffs.take(norm);
    }

    @Override
    public ProbeResult look(String moment, long updates) {
        if (highest == null) {
            return new ProbeResult.Skipped("no cliff: no gradient was over " + Cliffs.HEIGHT
                    + " times as long as the median of the " + Cliffs.WINDOW + " before it");
        }
        return picture(highest, updates);
    }

    private ProbeResult picture(Highest cliff, long updates) {
        Workspace workspace = run.newWorkspace();
        long to = cliff.update + Slice.BEHIND;
        List<Parameters> own = path(workspace, run.methods().clipping(), Math.min(to, updates));
        int place = (int) (cliff.update - cliff.from.updates());
        Parameters center = own.get(place);
        Parameters gradient = gradient(workspace, cliff.update, center);
        Parameters last = difference(center, own.get(place - 1));
        Optional<String> refusal = Slice.refuses(gradient, last);
        if (refusal.isPresent()) {
            return new ProbeResult.Skipped("no plane at update " + cliff.update + ": " + refusal.get());
        }
        boolean clips = !isNone(run.methods().clipping());
        Clipping other = clips ? NoClipping.NONE : LentSteps.byNorm(cliff.median);
        List<Parameters> pair =
                path(workspace, other, Math.min(to, run.trial().budget().updates()));
        TaskObjective validation = run.newObjective(Split.VALIDATION, workspace).bind(0, Slice.SEQUENCES);
        ProbeResult.Measured picture = new Slice(center, gradient, last)
                .picture(
                        validation,
                        step(own, place),
                        List.of(
                                new Slice.Path("path", own),
                                new Slice.Path(clips ? "unclipped path" : "clipped path", pair)));
        return said(picture, cliff, clips);
    }

    /** Goes from the checkpoint of the cliff on until so many updates are made, or a number is not finite. */
    private List<Parameters> path(Workspace workspace, Clipping clipping, long to) {
        Fork fork = new Fork(run, workspace, highest.from, clipping);
        List<Parameters> path = new ArrayList<>(List.of(fork.theta().copy()));
        while (fork.updates() < to) {
            double norm = fork.update().gradientNorm;
            if (run.methods().policy().endsRun(norm) || !Double.isFinite(norm(fork.theta()))) {
                break;
            }
            path.add(fork.theta().copy());
        }
        return path;
    }

    private Parameters gradient(Workspace workspace, long update, Parameters theta) {
        Parameters gradient = new Parameters(theta.layout());
        int sequences = run.sequencesPerUpdate();
        run.newObjective(Split.TRAIN, workspace)
                .bind(update * sequences, sequences)
                .gradient(theta, GradientSeams.NONE, gradient);
        return gradient;
    }

    /** Returns the length of the run's step at a place; of the one before it where that did not move. */
    private double step(List<Parameters> path, int place) {
        double step = place + 1 < path.size() ? norm(difference(path.get(place + 1), path.get(place))) : 0;
        return step > 0 ? step : norm(difference(path.get(place), path.get(place - 1)));
    }

    private static boolean isNone(Clipping clipping) {
        return clipping.perUpdate() == Clipping.IDENTITY && clipping.seams().equals(GradientSeams.NONE);
    }

    private static Parameters difference(Parameters a, Parameters b) {
        Parameters difference = a.copy();
        difference.addScaled(-1, b);
        return difference;
    }

    private double norm(Parameters v) {
        return run.network().kernels().reductions().norm(v);
    }

    private static ProbeResult said(ProbeResult.Measured picture, Highest cliff, boolean clips) {
        Map<String, Double> numbers = new TreeMap<>(picture.numbers());
        numbers.put("update", (double) cliff.update);
        numbers.put("first update", (double) cliff.from.updates());
        numbers.put("gradient norm", cliff.norm);
        numbers.put("trailing median", cliff.median);
        List<String> notes = new ArrayList<>(picture.notes());
        notes.add(
                clips
                        ? "The pair of the run does not clip."
                        : "The run does not clip; its pair clips by global norm at the trailing median.");
        return new ProbeResult.Measured(numbers, picture.tables(), notes);
    }
}
