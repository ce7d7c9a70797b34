package org.longspan.harness.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The manifest of a run: everything that a report needs besides the results. It is written to {@code run.json} before
 * the first trial.
 *
 * @param schema format version of the manifest and the results
 * @param provenance the plan and the code that made the run
 * @param tuning how the settings of an arm are tuned
 * @param design what the plan crosses with what
 * @param rules for all trials
 * @param files path of each file that tasks read, by its SHA-256 and size; a circumstance
 * @param plugIns jars from outside that the trials need
 * @param references results of untrained reference methods on the tasks, for comparison
 * @param warnings what the tasks say of their data
 */
public record Manifest(
        int schema,
        Provenance provenance,
        Tuning tuning,
        Design design,
        Rules rules,
        Map<String, String> files,
        PlugInJars plugIns,
        List<Reference> references,
        List<Warning> warnings) {

    /** The format version that this code reads and writes. */
    public static final int SCHEMA = 2;

    /**
     * The plan and the code that made a run.
     *
     * @param plan name of the plan
     * @param planText content of the plan file
     * @param head how the run wants to be cited
     * @param version of Longspan
     * @param commit of the checkout; empty if unknown
     * @param code hash of each room and jar used by the trials; keys that begin with {@link #ACCEPTED} hold the hashes
     *     of other code whose results the run accepted
     */
    public record Provenance(
            String plan, String planText, PlanHead head, String version, String commit, Map<String, String> code) {

        /** The prefix of keys in {@link #code} for accepted other code. */
        public static final String ACCEPTED = "accepted ";
    }

    /**
     * The blocks of a run and how an arm is tuned in each.
     *
     * @param tier name of the tier
     * @param settings number K of settings that a cell tries in a block
     * @param control the clipping that others are compared with; null if the plan has several clippings and not that one
     * @param instruments by which it shows what it can find
     * @param controlBlocks number of blocks of the control
     * @param blocks number of blocks of every other clipping
     * @param sample the only trials of the run, those that depend on no other; empty if all trials were planned
     */
    public record Tuning(
            String tier,
            int settings,
            String control,
            Instruments instruments,
            int controlBlocks,
            int blocks,
            Optional<Sample> sample) {}

    /**
     * The factors that a plan crosses, and the other methods that it uses.
     *
     * @param tasks every combination of task and length
     * @param models every model
     * @param optimizers every optimizer
     * @param clippings every clipping
     * @param schedules every schedule, the one that others are compared with first
     * @param policies every policy for gradients that are not finite, the one that others are compared with first
     * @param methods the other catalogue entries used: cells, initializations, regularizers
     * @param leftOut what the plan excludes from the crossing
     * @param plannedTrials number of trials; a skipped cell counts as one
     */
    public record Design(
            List<TaskEntry> tasks,
            List<ModelChoice> models,
            List<MethodEntry> optimizers,
            List<MethodEntry> clippings,
            List<MethodEntry> schedules,
            List<MethodEntry> policies,
            List<MethodEntry> methods,
            List<LeftOut> leftOut,
            int plannedTrials) {}

    /**
     * The optimizers that a plan excludes for one model.
     *
     * @param model the model
     * @param task the task on which they do not train it; null for all tasks
     * @param optimizers names of the optimizers that do not train it
     */
    public record LeftOut(ModelChoice model, TaskChoice task, List<String> optimizers) {}

    /**
     * The result of an untrained reference method on a task.
     *
     * @param name {@link #RIDGE}
     * @param task the task
     * @param model the model with the read-out that is solved for
     * @param block number of the block, which determines data and weights
     * @param sequences number of training sequences in the regression
     * @param ridge factor of ‖V‖², chosen on the validation sequences
     * @param testLoss loss on the test sequences; null if the task has another loss, or if it is not finite
     * @param testMeasure the criterion's measure on the test sequences; null if it is not finite
     */
    public record Reference(
            String name,
            TaskChoice task,
            ModelChoice model,
            int block,
            int sequences,
            double ridge,
            Double testLoss,
            Double testMeasure) {

        /** The name of the reference that solves the read-out by ridge regression. */
        public static final String RIDGE = "ridge";
    }

    /**
     * What a task says of its data.
     *
     * @param task the task
     * @param text half a sentence
     */
    public record Warning(TaskChoice task, String text) {}

    /**
     * The description of a task for a report.
     *
     * @param task family, variant, length
     * @param solvable whether it has a solved criterion
     * @param chance the loss at chance
     * @param chanceFormula formula or meaning of that loss
     * @param measure meaning of the measure that the criterion bounds
     * @param measureIsLoss whether the measure is the validation loss
     * @param solvedAtMost greatest measure that counts as solved; null if the task has no criterion
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
     * The description of a method for a report.
     *
     * @param kind {@code optimizer}, {@code clipping}, {@code cell}, {@code initialization} ...
     * @param name as in a plan
     * @param summary one sentence
     * @param equation in the letters of the notation
     * @param citation of the source
     * @param ranges search range of each tuned setting
     * @param kin name that forms of one method share, or its own
     * @param specialCases names of methods of this kind that it includes as special cases
     */
    public record MethodEntry(
            String kind,
            String name,
            String summary,
            String equation,
            String citation,
            String kin,
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
