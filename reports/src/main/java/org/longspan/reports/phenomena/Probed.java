package org.longspan.reports.phenomena;

import java.util.List;
import java.util.Optional;
import org.longspan.harness.record.ProbeFinding.Measured;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.Trial;
import org.longspan.reports.figure.Tags;

/**
 * A training run that probes looked at.
 *
 * @param trial what was run
 * @param model as a reader calls its model
 * @param problem as a reader calls its problem: model, task and length
 * @param looks in the order of the plan, those that were skipped too
 * @param tags by which the page's filter hides what belongs to it
 */
public record Probed(Trial trial, String model, String problem, List<ProbeLook> looks, Tags tags) {

    public Probed {
        looks = List.copyOf(looks);
    }

    /** Creates a run of a page without a filter. */
    public Probed(Trial trial, String model, String problem, List<ProbeLook> looks) {
        this(trial, model, problem, looks, Tags.NONE);
    }

    /** Returns the problem without its model: task and length. */
    public String on() {
        String before = model + ", ";
        return problem.startsWith(before) ? problem.substring(before.length()) : problem;
    }

    /** Returns its optimizer and clipping. */
    public String arm() {
        return trial.optimizer().name() + ", " + trial.clipping().name();
    }

    /** Returns the fields of a row of a CSV: model, optimizer, clipping and block, and then {@code values}. */
    Object[] row(Object... values) {
        Object[] row = new Object[4 + values.length];
        row[0] = model;
        row[1] = trial.optimizer().name();
        row[2] = trial.clipping().name();
        row[3] = trial.replicate().block();
        System.arraycopy(values, 0, row, 4, values.length);
        return row;
    }

    /** Returns the last look of a probe that measured anything. */
    Optional<ProbeLook> last(String probe) {
        return looks.stream()
                .filter(look -> look.probe().equals(probe) && look.finding() instanceof Measured)
                .reduce((first, second) -> second);
    }
}
