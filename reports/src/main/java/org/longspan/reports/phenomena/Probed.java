package org.longspan.reports.phenomena;

import java.util.List;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.Trial;

/**
 * A training run that probes looked at.
 *
 * @param trial what was run
 * @param model as a reader calls its model
 * @param problem as a reader calls its problem: model, task and length
 * @param looks in the order of the plan, those that were skipped too
 */
public record Probed(Trial trial, String model, String problem, List<ProbeLook> looks) {

    public Probed {
        looks = List.copyOf(looks);
    }

    /** Returns the problem without its model: task and length. */
    public String on() {
        String before = model + ", ";
        return problem.startsWith(before) ? problem.substring(before.length()) : problem;
    }
}
