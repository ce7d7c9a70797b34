package org.longspan.reports.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.SolvedStep;
import org.longspan.harness.record.StepSummary;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;

/** The tables of what a result holds several of: settings, units of thresholds, looks along the curve, solved steps. */
final class ResultTables {

    private static final String FORWARDS = "sequence-forwards";
    private static final String NORM = "‖g‖";

    /** A setting of a trial. */
    static final Table<SettingRow> SETTINGS = Table.<SettingRow>of("settings", "a setting of a trial")
            .text("trial", "id of the trial", row -> row.trial().value())
            .text(
                    "part",
                    "`task`, `task-file`, `cell`, `initialization`, `regularizer`, `optimizer`, `schedule`, `clipping`"
                            + " or `policy`",
                    SettingRow::part)
            .text("method", "name of the method, variant of the task", SettingRow::method)
            .text("setting", "its name", SettingRow::setting)
            .number("value", "", "if it is a number", SettingRow::number)
            .text("word", "if it is a word; of a file, its SHA-256 and size", SettingRow::word);

    /** A measured unit of a trial's threshold. */
    static final Table<UnitRow> UNITS = Table.<UnitRow>of(
                    "threshold_units", "a measured unit of a trial's relative threshold")
            .text("trial", "id of the trial", row -> row.trial().value())
            .whole("unit", "", "its number, from 0", UnitRow::unit)
            .number("value", NORM, "the unit", UnitRow::value);

    /** A look along the curve of a trial. */
    static final Table<CurveRow> CURVES = Table.<CurveRow>of(
                    "curves", "a look at a trial in training, the first before any update")
            .text("trial", "id of the trial", row -> row.trial().value())
            .whole("updates", "updates", "so far", row -> row.point().updates())
            .whole(
                    "sequence_forwards",
                    FORWARDS,
                    "so far, without looks",
                    row -> row.point().sequenceForwards())
            .number(
                    "validation_loss",
                    "task's loss",
                    "on the validation sequences",
                    row -> row.point().validationLoss())
            .number(
                    "validation_measure",
                    "task's measure",
                    "on them",
                    row -> row.point().validationMeasure())
            .number(
                    "train_loss",
                    "task's loss",
                    "mean since the look before",
                    row -> row.steps().trainLoss())
            .number(
                    "gradient_norm",
                    NORM,
                    "median before clipping",
                    row -> row.steps().gradientNorm())
            .number(
                    "gradient_norm_max",
                    NORM,
                    "greatest before clipping",
                    row -> row.steps().gradientNormMax())
            .number(
                    "clipped_norm",
                    NORM,
                    "median after clipping",
                    row -> row.steps().clippedNorm())
            .number("update_norm", "‖Δθ‖", "median", row -> row.steps().updateNorm())
            .number(
                    "clipped_share",
                    "share",
                    "of updates whose gradient was clipped or replaced",
                    row -> row.steps().clippedShare())
            .number(
                    "signal_penalty",
                    "1",
                    "mean of the regularizer's penalty on signals, without its factor",
                    row -> row.steps().signalPenalty());

    /** An update whose step a solver computed. */
    static final Table<StepRow> STEPS = Table.<StepRow>of(
                    "solver_steps", "an update of a trial whose step a solver computed")
            .text("trial", "id of the trial", row -> row.trial().value())
            .whole("update", "updates", "index, from 0", row -> row.step().update())
            .whole(
                    "iterations",
                    "iterations",
                    "of the solver",
                    row -> row.step().iterations())
            .whole("gradients", "gradients", "used", row -> row.step().gradients())
            .whole("losses", "losses", "used", row -> row.step().losses())
            .whole(
                    "products",
                    "products",
                    "with the curvature",
                    row -> row.step().products())
            .whole(
                    "sequence_forwards",
                    FORWARDS,
                    "cost of the step",
                    row -> row.step().sequenceForwards())
            .number("damping", "1", "λ", row -> row.step().damping())
            .number(
                    "reduction_ratio",
                    "1",
                    "decrease over the one that the model foresaw",
                    row -> row.step().reductionRatio())
            .number(
                    "step_length",
                    "1",
                    "factor of the direction",
                    row -> row.step().stepLength());

    private ResultTables() {}

    /** A row of the table of settings. */
    record SettingRow(TrialId trial, String part, String method, String setting, Object value) {

        Double number() {
            return value instanceof Double number ? number : null;
        }

        String word() {
            return value instanceof String word ? word : null;
        }

        /** Returns every setting of a trial, in the order of its parts and then by name. */
        static List<SettingRow> of(TrialId id, Trial trial) {
            List<SettingRow> rows = new ArrayList<>();
            String variant = trial.task().variant();
            add(rows, id, "task", variant, trial.task().settings().values());
            add(rows, id, "task-file", variant, new TreeMap<>(trial.task().files()));
            add(rows, id, "cell", trial.model().cell());
            add(rows, id, "initialization", trial.model().initialization());
            add(rows, id, "regularizer", trial.model().regularizer());
            add(rows, id, "optimizer", trial.optimizer());
            add(rows, id, "schedule", trial.schedule());
            add(rows, id, "clipping", trial.clipping());
            add(rows, id, "policy", trial.nonFiniteGradient());
            return rows;
        }

        private static void add(List<SettingRow> rows, TrialId id, String part, Choice choice) {
            add(rows, id, part, choice.name(), choice.settings().values());
        }

        private static void add(List<SettingRow> rows, TrialId id, String part, String method, Map<String, ?> values) {
            values.forEach((setting, value) -> rows.add(new SettingRow(id, part, method, setting, value)));
        }
    }

    /** A row of the table of units. */
    record UnitRow(TrialId trial, int unit, Double value) {

        static List<UnitRow> of(StoredResult stored) {
            List<UnitRow> rows = new ArrayList<>();
            for (Double value : stored.result().thresholdUnits()) {
                rows.add(new UnitRow(stored.id(), rows.size(), value));
            }
            return rows;
        }
    }

    /** A row of the table of curves. */
    record CurveRow(TrialId trial, CurvePoint point) {

        StepSummary steps() {
            return point.steps();
        }
    }

    /** A row of the table of solved steps. */
    record StepRow(TrialId trial, SolvedStep step) {}
}
