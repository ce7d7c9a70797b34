package org.longspan.reports.json;

import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.Manifest.Stage;
import org.longspan.reports.finding.Caveat;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.summary.TrialCounts;

/**
 * The content of {@code report.json}, field by field. A field that is null has no value, and the field beside it
 * says why; the schema describes each.
 *
 * @param schemaVersion of this document
 * @param identity of the run
 * @param tasks of the grid, each length apart
 * @param models of the grid
 * @param methods optimizers, clippings and the rest, with citations
 * @param rates solved rates by model, task, length, with and without clipping
 * @param references what the read-out in closed form reaches, where a model has one
 * @param cells of the grid
 * @param spans how each arm fares against length
 * @param comparisons each clipping against none, paired by seed
 * @param caveats what a reader must know, audits among it
 * @param trials every stored trial
 */
public record ReportDocument(
        int schemaVersion,
        Identity identity,
        List<Task> tasks,
        List<Model> models,
        List<Method> methods,
        List<RateRow> rates,
        List<ReferenceRow> references,
        List<Cell> cells,
        List<SpanRow> spans,
        List<ComparisonRow> comparisons,
        List<Caveat> caveats,
        List<TrialRow> trials) {

    /** The version of the document that this code writes. */
    public static final int SCHEMA_VERSION = 1;

    /** What was run, by which code, on what. */
    public record Identity(
            String plan,
            String tier,
            String version,
            String commit,
            Map<String, String> code,
            long seed,
            int settingsPerArm,
            List<Stage> stages,
            Budget budget,
            EvaluationRules evaluation,
            Divergence divergence,
            TrialCounts trials,
            int missing,
            double wallSeconds,
            double coreSeconds,
            boolean claims,
            String claimsRefused,
            List<Machine> machines,
            String planText) {}

    /** When a trial counts as diverged; the policy for gradients that are not finite has settings of its own. */
    public record Divergence(
            String nonFiniteGradient,
            Map<String, Object> nonFiniteSettings,
            double gradientNorm,
            int hugeUpdates,
            double chanceMultiple,
            int farOffInARow) {}

    /** Circumstances that results were made under, and how many. */
    public record Machine(String jdk, String cpu, String kernels, String host, int trials) {}

    /** A task of one length. */
    public record Task(
            String task,
            String family,
            String variant,
            int length,
            boolean solvable,
            Double chance,
            String chanceFormula,
            String measure,
            boolean measureIsLoss,
            Double solvedAtMost,
            String lossUnit,
            String citation) {}

    /** A model and its parts. */
    public record Model(
            String model,
            String cell,
            Map<String, Object> cellSettings,
            int hidden,
            int layers,
            String initialization,
            Map<String, Object> initializationSettings,
            String regularizer,
            Map<String, Object> regularizerSettings,
            String initialState) {}

    /** A method of the catalogue. */
    public record Method(
            String kind,
            String name,
            String summary,
            String equation,
            String citation,
            List<RangeRow> ranges,
            List<String> specialCases) {}

    /** A search range. */
    public record RangeRow(String setting, String scale, Double from, Double to) {}

    /** A solved rate pooled over arms. */
    public record RateRow(
            String model,
            String cell,
            String task,
            String family,
            int length,
            boolean clipped,
            int runs,
            int solved,
            Double solvedRate,
            Interval wilson95) {}

    /** What a method without a training run reaches on the data of one repetition. */
    public record ReferenceRow(
            String reference,
            String model,
            String task,
            String family,
            int length,
            int repetition,
            int sequences,
            Double ridge,
            Double testLoss,
            Double testMeasure) {}

    /** A cell of the grid; figures from evaluation seeds only. */
    public record Cell(
            String optimizer,
            String clipping,
            boolean clipped,
            String model,
            String task,
            String family,
            int length,
            String state,
            String skipReason,
            int runs,
            int solved,
            Double solvedRate,
            Interval wilson95,
            Median medianCost,
            Double expectedCost,
            Map<String, Integer> divergences,
            Winner winner,
            Curves curves) {}

    /** A median cost in sequence-forwards; censored where fewer than half of the runs solved. */
    public record Median(boolean censored, Double value, Double over) {}

    /** The settings that selection chose. */
    public record Winner(Map<String, Object> optimizer, Map<String, Object> clipping, String schedule) {}

    /** Where the learning curves of a cell's evaluation runs stand. */
    public record Curves(String file, List<String> trials) {}

    /** An arm against length. */
    public record SpanRow(
            String optimizer,
            String clipping,
            String model,
            String task,
            List<PointRow> points,
            Double t50,
            Interval t50Interval95,
            String verdict) {}

    /** A solved rate at one length. */
    public record PointRow(int length, int runs, int solved, Interval wilson95) {}

    /** A comparison by seed. */
    public record ComparisonRow(
            String optimizer,
            String clipping,
            String against,
            String model,
            String task,
            int length,
            int seeds,
            Double probabilityBetter,
            Interval bootstrap95,
            Double p,
            Double holm,
            String verdict) {}

    /** One stored trial. */
    public record TrialRow(
            String id,
            String stage,
            int repetition,
            String optimizer,
            Map<String, Object> optimizerSettings,
            String clipping,
            Map<String, Object> clippingSettings,
            String schedule,
            String model,
            String task,
            int length,
            String outcome,
            String cause,
            String reason,
            Long endedAtUpdate,
            long updates,
            long sequenceForwards,
            Long sequenceForwardsToSolve,
            long evaluationSequenceForwards,
            long multiplyAdds,
            Double finalValidationLoss,
            Double finalMeasure,
            List<Double> thresholdUnits,
            int parameters,
            double seconds,
            String replay) {}
}
