package org.longspan.harness.run;

import java.util.List;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;

/** Runs single trials. Safe for use by several threads. */
public interface TrialRunner {

    /** Runs {@code trial} on the calling thread. */
    Ran run(Trial trial);

    /**
     * A trial that was run.
     *
     * @param result its result
     * @param looks what probes found in it, in the order of the plan; empty if it has none
     */
    record Ran(TrialResult result, List<ProbeLook> looks) {

        public Ran {
            looks = List.copyOf(looks);
        }

        /** Returns the wall time of all looks, which is no part of the trial's own. */
        public double secondsOfLooks() {
            return looks.stream().mapToDouble(ProbeLook::seconds).sum();
        }

        /** Returns a trial that no probe looked at. */
        public static Ran unprobed(TrialResult result) {
            return new Ran(result, List.of());
        }
    }

    /** Returns what runs trials without probes. */
    static TrialRunner of(Trainer trainer) {
        return trial -> Ran.unprobed(trainer.run(trial));
    }
}
