package org.longspan.harness.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.fake.Looks;
import org.longspan.harness.fake.Results;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.Replicate;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.json.LookJson;
import org.longspan.harness.record.json.RecordJson;

/** Evaluation runs that two probes look at. */
final class Looked {

    static final List<ProbeChoice> PROBES = List.of(
            new ProbeChoice("signal-by-lag", List.of("0", "end"), 2), new ProbeChoice("lyapunov", List.of("end"), 2));

    /** The looks that {@link #PROBES} ask of a run. */
    static final List<ProbeLook> LOOKS = looks(0.5);

    private Looked() {}

    static List<ProbeLook> looks(double value) {
        return List.of(
                Looks.measured("signal-by-lag", "0", value),
                Looks.measured("signal-by-lag", "end", value),
                Looks.measured("lyapunov", "end", value));
    }

    static Usable usable(TrialCode code, String... accepted) {
        return new Usable(code, Set.of(accepted), PROBES, List.of());
    }

    /** Returns the evaluation run of block 0 of that cell. */
    static Trial trial(int cell) {
        Trial tuning = Stored.trials().get(cell);
        return new Trial(
                tuning.task(),
                tuning.model(),
                tuning.optimizer(),
                tuning.schedule(),
                tuning.clipping(),
                tuning.nonFiniteGradient(),
                tuning.budget(),
                tuning.evaluation(),
                tuning.divergence(),
                tuning.seed(),
                new Replicate(tuning.replicate().kin(), 0, Replicate.Phase.EVALUATION));
    }

    static StoredResult result(int cell) {
        return result(cell, Stored.CODE, 600 + cell);
    }

    static StoredResult result(int cell, TrialCode code, long cost) {
        StoredResult any = Stored.result(cell, code, Results.solved(cost));
        Trial trial = trial(cell);
        return new StoredResult(RecordJson.id(trial), trial, any.code(), any.result(), any.circumstances());
    }

    /** Returns the looks at a run in a folder as their lines without seconds. */
    static List<String> lines(Path folder) {
        List<String> lines = new ArrayList<>();
        StoredLines.of(folder).looks().forEach(look -> lines.add(LookJson.canonicalLine(look)));
        return lines;
    }
}
