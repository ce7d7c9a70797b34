package org.longspan.harness.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.longspan.harness.run.Checkpoint;
import org.longspan.harness.run.Fork;
import org.longspan.harness.run.TrainingView;
import org.longspan.model.Workspace;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.optim.Clipping;
import org.longspan.optim.clip.NoClipping;
import org.longspan.probes.ProbeResult;
import org.longspan.probes.Slice;
import org.longspan.task.Split;

/**
 * The ways over a cliff, to {@value Slice#BEHIND} updates behind it: that of the run, made again by a fork from a
 * checkpoint before it, as far as the run went; and that of its pair, which is the run's up to the cliff and there goes on
 * without clipping, or, where the run does not clip, clipped by global norm at the trailing median. A way ends before the
 * first number that is not finite.
 */
final class PathsAtACliff {

    private final TrainingView run;
    private final SliceOfARun.Cliff cliff;
    private final Workspace workspace;
    private final boolean clips; // whether the run does

    PathsAtACliff(TrainingView run, SliceOfARun.Cliff cliff) {
        Clipping clipping = run.methods().clipping();
        this.run = run;
        this.cliff = cliff;
        this.workspace = run.newWorkspace();
        this.clips =
                clipping.perUpdate() != Clipping.IDENTITY || !clipping.seams().equals(GradientSeams.NONE);
    }

    /**
     * Returns the plane at the cliff with both ways.
     *
     * @param updates number of updates that the run has made
     */
    ProbeResult picture(long updates) {
        Fork fork = new Fork(run, workspace, cliff.from(), run.methods().clipping());
        List<Parameters> before = path(fork, cliff.update());
        Parameters center = before.get(before.size() - 1);
        Parameters last = difference(center, before.get(before.size() - 2));
        Parameters gradient = gradientAt(center);
        Optional<String> refusal = Slice.refuses(gradient, last);
        if (refusal.isPresent()) {
            return new ProbeResult.Skipped("no plane at update " + cliff.update() + ": " + refusal.get());
        }
        Slice.Path pair = pair(fork.checkpoint());
        List<Parameters> behind = path(fork, updates);
        double next = behind.size() > 1 ? norm(difference(behind.get(1), center)) : 0;
        List<Parameters> own = new ArrayList<>(before);
        own.addAll(behind.subList(1, behind.size()));
        ProbeResult.Measured picture = new Slice(center, gradient, last)
                .picture(
                        run.newObjective(Split.VALIDATION, workspace).bind(0, Slice.SEQUENCES),
                        next > 0 ? next : norm(last), // an optimizer may hold still
                        List.of(new Slice.Path("path", 1 - before.size(), own), pair));
        return withTheCliff(picture);
    }

    private Slice.Path pair(Checkpoint at) {
        Clipping other = clips ? NoClipping.NONE : LentSteps.byNorm(cliff.median());
        List<Parameters> path =
                path(new Fork(run, workspace, at, other), run.trial().budget().updates());
        return new Slice.Path(clips ? "unclipped path" : "clipped path", 0, path);
    }

    /** Goes on, until so many updates are made at most, and returns the way from where {@code fork} stands. */
    private List<Parameters> path(Fork fork, long most) {
        List<Parameters> path = new ArrayList<>(List.of(fork.theta().copy()));
        long to = Math.min(most, cliff.update() + Slice.BEHIND);
        while (fork.updates() < to) {
            double norm = fork.update().gradientNorm;
            if (run.methods().policy().endsRun(norm) || !Double.isFinite(norm(fork.theta()))) {
                break;
            }
            path.add(fork.theta().copy());
        }
        return path;
    }

    private Parameters gradientAt(Parameters theta) {
        Parameters gradient = new Parameters(theta.layout());
        int sequences = run.sequencesPerUpdate();
        run.newObjective(Split.TRAIN, workspace)
                .bind(cliff.update() * sequences, sequences)
                .gradient(theta, GradientSeams.NONE, gradient);
        return gradient;
    }

    private ProbeResult withTheCliff(ProbeResult.Measured picture) {
        Map<String, Double> numbers = new TreeMap<>(picture.numbers());
        numbers.put("update", (double) cliff.update());
        numbers.put("gradient norm", cliff.norm());
        numbers.put("trailing median", cliff.median());
        List<String> notes = new ArrayList<>(picture.notes());
        notes.add(
                clips
                        ? "From the cliff on, the pair of the run does not clip."
                        : "The run does not clip; from the cliff on, its pair clips by global norm at the trailing"
                                + " median.");
        return new ProbeResult.Measured(numbers, picture.tables(), notes);
    }

    private static Parameters difference(Parameters a, Parameters b) {
        Parameters difference = a.copy();
        difference.addScaled(-1, b);
        return difference;
    }

    private double norm(Parameters v) {
        return run.network().kernels().reductions().norm(v);
    }
}
