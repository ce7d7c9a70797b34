package org.longspan.harness.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
 * The ways over a cliff, made again by forks from a checkpoint before it, to {@value Slice#BEHIND} updates behind it: the
 * way of the run, as far as that was made, and that of its pair, which does not clip, or clips by global norm at the
 * trailing median of the cliff where the run does not clip. A way ends before the first number that is not finite.
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
        List<Parameters> own = path(run.methods().clipping(), updates);
        int place = (int) (cliff.update() - cliff.from().updates());
        Parameters center = own.get(place);
        Parameters gradient = gradientAt(center);
        Parameters last = difference(center, own.get(place - 1));
        Optional<String> refusal = Slice.refuses(gradient, last);
        if (refusal.isPresent()) {
            return new ProbeResult.Skipped("no plane at update " + cliff.update() + ": " + refusal.get());
        }
        double next = place + 1 < own.size() ? norm(difference(own.get(place + 1), center)) : 0;
        ProbeResult.Measured picture = new Slice(center, gradient, last)
                .picture(
                        run.newObjective(Split.VALIDATION, workspace).bind(0, Slice.SEQUENCES),
                        next > 0 ? next : norm(last), // an optimizer may hold still
                        List.of(new Slice.Path("path", own), pair()));
        return withTheCliff(picture);
    }

    private Slice.Path pair() {
        long budget = run.trial().budget().updates();
        return clips
                ? new Slice.Path("unclipped path", path(NoClipping.NONE, budget))
                : new Slice.Path("clipped path", path(LentSteps.byNorm(cliff.median()), budget));
    }

    /** Goes on from the checkpoint, with at most so many updates. */
    private List<Parameters> path(Clipping clipping, long most) {
        Fork fork = new Fork(run, workspace, cliff.from(), clipping);
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
        numbers.put("first update", (double) cliff.from().updates());
        numbers.put("gradient norm", cliff.norm());
        numbers.put("trailing median", cliff.median());
        List<String> notes = new ArrayList<>(picture.notes());
        notes.add(
                clips
                        ? "The pair of the run does not clip."
                        : "The run does not clip; its pair clips by global norm at the trailing median.");
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
