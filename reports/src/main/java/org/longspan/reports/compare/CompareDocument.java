package org.longspan.reports.compare;

import java.util.List;
import org.longspan.reports.statistics.Interval;

/**
 * The content of {@code compare.json}, field by field. A field that is null has no value; the schema describes each.
 *
 * @param schemaVersion of this document
 * @param inference what holds of all comparisons
 * @param runs that were compared, the base first
 * @param changes what another run is set to in a different way than the base
 * @param equality how many of the trials that the base and another run both have agree bit for bit
 * @param differing arms with trials that differ, of each other run those that differ first in front
 * @param effects differences of the score: of each other run the whole, then arms, problems and cells
 * @param only what one run has and the other has not
 */
public record CompareDocument(
        int schemaVersion,
        Inference inference,
        List<RunRow> runs,
        List<ChangeRow> changes,
        List<EqualityRow> equality,
        List<DifferingRow> differing,
        List<EffectRow> effects,
        List<OnlyRow> only) {

    /** The version of the document that this code writes. */
    public static final int SCHEMA_VERSION = 1;

    public CompareDocument {
        runs = List.copyOf(runs);
        changes = List.copyOf(changes);
        equality = List.copyOf(equality);
        differing = List.copyOf(differing);
        effects = List.copyOf(effects);
        only = List.copyOf(only);
    }

    /** What holds of all comparisons. */
    public record Inference(
            String endpoint, String base, double level, double margin, int families, int fewestClusters) {}

    /** A run. */
    public record RunRow(
            String run,
            Made made,
            String digest,
            Trials trials,
            Costs costs,
            List<Machine> machines,
            List<String> notes) {}

    /** What made a run. */
    public record Made(
            String plan,
            String tier,
            long seed,
            int settings,
            int controlBlocks,
            int blocks,
            String version,
            String commit) {}

    /** Numbers of trials. */
    public record Trials(int planned, int done, int solved, int diverged, int skipped, int failed) {}

    /** What all trials of a run took. */
    public record Costs(
            long sequenceForwards,
            long evaluationSequenceForwards,
            long multiplyAdds,
            double coreSeconds,
            double wallSeconds,
            String began) {}

    /** Where trials ran. */
    public record Machine(String cpu, String jdk, String kernels, String host, int trials) {}

    /** A setting, a rule or code that differs. */
    public record ChangeRow(String run, String what, String of, String inBase, String inRun) {}

    /** Trials that the base and another run both have. */
    public record EqualityRow(
            String run,
            int shared,
            int equal,
            int equalOfOtherCode,
            int differ,
            int differOfOtherCode,
            double baseSeconds,
            double runSeconds) {}

    /** An arm with trials that differ. */
    public record DifferingRow(String run, String optimizer, String clipping, int shared, int differing, First first) {}

    /** The trial of an arm that differs after the fewest updates. */
    public record First(
            String trial, String model, String task, int length, int block, String phase, long updates, String what) {}

    /** A difference of the score. */
    public record EffectRow(
            String run,
            String level,
            Arm arm,
            Problem problem,
            Side base,
            Side other,
            Basis basis,
            Found found,
            String verdict) {}

    /** An arm as each run names it. */
    public record Arm(String optimizer, String clipping, String optimizerInRun, String clippingInRun) {}

    /** A problem. */
    public record Problem(String model, String task, int length) {}

    /** What the evaluation runs of one side came to. */
    public record Side(int runs, int solved, double score, double sequenceForwards, double seconds) {}

    /** What a difference rests on. */
    public record Basis(
            String pairing,
            int pairs,
            int wins,
            int losses,
            int ties,
            int identical,
            int clusters,
            int nonZero,
            int blocks) {}

    /** A difference and its test. */
    public record Found(
            double difference,
            double deviation,
            Tested tested,
            boolean underMargin,
            List<String> insensitivity,
            Integer blocksToDecide) {}

    /** A test and its intervals. */
    public record Tested(
            double p,
            double adjustedP,
            double equivalenceP,
            double level,
            Interval interval95,
            Interval interval90,
            Interval judgedInterval) {}

    /** What one run has and the other has not. */
    public record OnlyRow(String run, String in, String kind, String optimizer, String clipping, Problem problem) {}
}
