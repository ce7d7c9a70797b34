package org.longspan.harness.record;

import java.util.List;
import java.util.Map;

/**
 * {@code run.json}, written before the first trial: all that a report must know of a run beside its results.
 *
 * @param schema version of this record and of the results
 * @param plan name of the plan
 * @param planText the plan file, as it was read
 * @param version of Longspan
 * @param commit of the checkout, or empty
 * @param code hash of the sources, by module
 * @param tier name of the tuning tier
 * @param stages in their order
 * @param tasks every task and length of the grid
 * @param models every model of the grid
 * @param optimizers every optimizer of the grid
 * @param clippings every clipping of the grid
 * @param methods the other catalogue entries used: cells, initializations, regularizers, schedules
 * @param plannedTrials number of trials, skips counted as one
 * @param settings number K of settings that each arm is given
 * @param seed the root seed
 * @param budget of every trial
 * @param evaluation rules of every trial
 * @param divergence rules of every trial
 * @param files path of each file that tasks read, by the SHA-256 and size that trials name; a circumstance
 * @param leftOut what of the crossing the plan leaves out
 * @param references what other ways reach than any optimizer's, to compare with as with chance
 */
public record Manifest(
        int schema,
        String plan,
        String planText,
        String version,
        String commit,
        Map<String, String> code,
        String tier,
        List<Stage> stages,
        List<TaskEntry> tasks,
        List<ModelChoice> models,
        List<MethodEntry> optimizers,
        List<MethodEntry> clippings,
        List<MethodEntry> methods,
        int plannedTrials,
        int settings,
        long seed,
        Budget budget,
        EvaluationRules evaluation,
        DivergenceRules divergence,
        Map<String, String> files,
        List<LeftOut> leftOut,
        List<Reference> references) {

    /** The version of the format that this code reads and writes. */
    public static final int SCHEMA = 1;

    /** A run of a whole crossing, without references. */
    public Manifest(
            int schema,
            String plan,
            String planText,
            String version,
            String commit,
            Map<String, String> code,
            String tier,
            List<Stage> stages,
            List<TaskEntry> tasks,
            List<ModelChoice> models,
            List<MethodEntry> optimizers,
            List<MethodEntry> clippings,
            List<MethodEntry> methods,
            int plannedTrials,
            int settings,
            long seed,
            Budget budget,
            EvaluationRules evaluation,
            DivergenceRules divergence,
            Map<String, String> files) {
        this(
                schema,
                plan,
                planText,
                version,
                commit,
                code,
                tier,
                stages,
                tasks,
                models,
                optimizers,
                clippings,
                methods,
                plannedTrials,
                settings,
                seed,
                budget,
                evaluation,
                divergence,
                files,
                List.of(),
                List.of());
    }

    /**
     * Optimizers that the plan does not train a model by.
     *
     * @param model that it trains by others only
     * @param optimizers their names
     */
    public record LeftOut(ModelChoice model, List<String> optimizers) {}

    /**
     * What a method without any training run reaches on a task.
     *
     * @param name {@code ridge}: the read-out in closed form
     * @param task what is learned
     * @param model whose read-out it is
     * @param repetition of the last stage, whose data and weights it uses
     * @param sequences that the regression is over
     * @param ridge the factor of ‖V‖², chosen on the validation sequences
     * @param testLoss on the test sequences; null where another loss than its own is reported, or it is not finite
     * @param testMeasure the criterion's measure there; null if not finite
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
     * What a report must know of a task.
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
     * What a report must know of a method.
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
