package org.longspan.harness.record;

import java.util.List;
import java.util.Map;

/**
 * The manifest of a run, written to {@code run.json} before the first trial: what a report needs beside the results.
 *
 * @param schema version of the format of this record and of the results
 * @param provenance the plan and the code that made the run
 * @param tuning how the settings of an arm are tuned
 * @param design what the plan crosses with what
 * @param rules that every trial obeys
 * @param files the path of each file that tasks read, by the SHA-256 and size that trials name; a circumstance
 * @param references what a method without training reaches on each task, to compare with
 */
public record Manifest(
        int schema,
        Provenance provenance,
        Tuning tuning,
        Design design,
        Rules rules,
        Map<String, String> files,
        List<Reference> references) {

    /** The version of the format that this code reads and writes. */
    public static final int SCHEMA = 1;

    /**
     * The plan and the code that made a run.
     *
     * @param plan name of the plan
     * @param planText the plan file, as it was read
     * @param version of Longspan
     * @param commit of the checkout, or empty
     * @param code hash of the sources of each room, and of each jar, that has a part in a trial; under
     *     {@link #ACCEPTED} with a number, hashes of other code whose results the run accepted
     */
    public record Provenance(String plan, String planText, String version, String commit, Map<String, String> code) {

        /** The beginning of a key of {@link #code} under which accepted code of others stands. */
        public static final String ACCEPTED = "accepted ";
    }

    /**
     * How the settings of an arm are tuned.
     *
     * @param tier name of the tuning tier
     * @param stages of the selection, in order
     * @param settings number K of settings that each arm is given
     */
    public record Tuning(String tier, List<Stage> stages, int settings) {}

    /**
     * What a plan crosses with what.
     *
     * @param tasks every task and length
     * @param models every model
     * @param optimizers every optimizer
     * @param clippings every clipping
     * @param methods the other catalogue entries used: cells, initializations, regularizers, schedules
     * @param leftOut the pairs of model and optimizer that the plan leaves out
     * @param plannedTrials number of trials; a skipped cell counts as one
     */
    public record Design(
            List<TaskEntry> tasks,
            List<ModelChoice> models,
            List<MethodEntry> optimizers,
            List<MethodEntry> clippings,
            List<MethodEntry> methods,
            List<LeftOut> leftOut,
            int plannedTrials) {}

    /**
     * The optimizers that a plan leaves out for one model.
     *
     * @param model the model
     * @param optimizers names of the optimizers that do not train it
     */
    public record LeftOut(ModelChoice model, List<String> optimizers) {}

    /**
     * What a method without training reaches on a task.
     *
     * @param name {@code ridge}: the read-out in closed form
     * @param task the task
     * @param model the model whose read-out is solved for
     * @param repetition of the last stage; its data and weights are used
     * @param sequences number of training sequences in the regression
     * @param ridge the factor of ‖V‖², chosen on the validation sequences
     * @param testLoss on the test sequences; null if the task reports another loss, or if it is not finite
     * @param testMeasure the criterion's measure on the test sequences; null if it is not finite
     */
    public record Reference(
            String name,
            TaskChoice task,
            ModelChoice model,
            int repetition,
            int sequences,
            double ridge,
            Double testLoss,
            Double testMeasure) {}

    /**
     * A stage of selection; only the last one is reported.
     *
     * @param name {@code settings}, {@code finalists} or {@code evaluation}
     * @param arms how many settings of an arm enter it
     * @param repetitions which seeds it uses
     */
    public record Stage(String name, int arms, List<Integer> repetitions) {}

    /**
     * What a report needs to know about a task.
     *
     * @param task family, variant, length
     * @param solvable whether it has a solved criterion
     * @param chance the loss at chance
     * @param chanceFormula that loss as a formula, or its meaning
     * @param measure what the criterion bounds, in words
     * @param measureIsLoss whether that is the validation loss itself
     * @param solvedAtMost the greatest measure that counts as solved; null if not solvable
     * @param lossUnit such as {@code nats} or {@code squared error}
     * @param citation of the variant
     */
    public record TaskEntry(
            TaskChoice task,
            boolean solvable,
            double chance,
            String chanceFormula,
            String measure,
            boolean measureIsLoss,
            Double solvedAtMost,
            String lossUnit,
            String citation) {}

    /**
     * What a report needs to know about a method.
     *
     * @param kind {@code optimizer}, {@code clipping}, {@code cell}, {@code initialization} ...
     * @param name as a plan spells it
     * @param summary one sentence
     * @param equation in the letters of the notation
     * @param citation of the source
     * @param ranges search range of each tuned setting
     * @param specialCases names of methods of the same kind that it includes
     */
    public record MethodEntry(
            String kind,
            String name,
            String summary,
            String equation,
            String citation,
            List<Range> ranges,
            List<String> specialCases) {}

    /**
     * The search range of a setting.
     *
     * @param setting its name
     * @param scale {@code linear}, {@code log} or {@code log-complement}
     * @param from lower end
     * @param to upper end
     */
    public record Range(String setting, String scale, double from, double to) {}
}
