package org.longspan.reports.export;

import java.util.Optional;
import java.util.OptionalDouble;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Replicate;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.LearningRate;
import org.longspan.reports.summary.Run;

/**
 * A row of the table of trials.
 *
 * @param stored result of the trial
 * @param end how it ended
 * @param arranged the run that it belongs to
 * @param counted its place in the reports; empty if they do not count it
 */
record TrialRow(StoredResult stored, End end, ArrangedRun arranged, Optional<Run> counted) {

    private static final String THRESHOLD = "threshold";

    Trial trial() {
        return stored.trial();
    }

    Replicate replicate() {
        return trial().replicate();
    }

    ModelChoice network() {
        return trial().model();
    }

    TaskChoice problem() {
        return trial().task();
    }

    Budget budget() {
        return trial().budget();
    }

    TrialResult result() {
        return stored.result();
    }

    Costs costs() {
        return result().costs();
    }

    Circumstances circumstances() {
        return stored.circumstances();
    }

    /** Returns the short name of its model in the reports; that of its cell for a model that they do not have. */
    String model() {
        return arranged.models().getOrDefault(network(), network().cell().name());
    }

    /** Returns the name of its task in the reports; family and variant for a task that they do not have. */
    String task() {
        return arranged.tasks()
                .getOrDefault(problem(), problem().family() + "/" + problem().variant());
    }

    Double learningRate() {
        OptionalDouble rate = LearningRate.of(trial().optimizer());
        return rate.isPresent() ? rate.getAsDouble() : null;
    }

    Double threshold() {
        Object value = trial().clipping().settings().values().get(THRESHOLD);
        return value instanceof Double number ? number : null;
    }

    /** Returns the score, which trials of tasks without a criterion and skipped trials have not. */
    Double score() {
        return counted.filter(run -> run.problem().entry().solvable() && !run.skipped())
                .map(Run::score)
                .orElse(null);
    }
}
