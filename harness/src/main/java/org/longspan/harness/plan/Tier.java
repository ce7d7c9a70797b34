package org.longspan.harness.plan;

import java.util.List;
import java.util.stream.IntStream;
import org.longspan.harness.record.Manifest;

/**
 * The tuning effort for each arm. The settings of smoke are a prefix of quick's, and those of standard a prefix of
 * full's; quick and standard share neither settings nor repetitions. A tier with the plan's own numbers draws settings
 * as smoke and quick do.
 *
 * @param name as in a plan, or {@link #OWN}
 * @param settings number K of settings for each arm
 * @param stages settings, sometimes finalists, and evaluation, on disjoint repetitions
 * @param lowDiscrepancy whether settings come from a low-discrepancy sequence instead of independent draws
 */
public record Tier(String name, int settings, List<Manifest.Stage> stages, boolean lowDiscrepancy) {

    /** The name of the stage that every setting enters. */
    public static final String SETTINGS = "settings";

    /** The name of the stage that the best few settings enter. */
    public static final String FINALISTS = "finalists";

    /** The name of the stage that is reported. */
    public static final String EVALUATION = "evaluation";

    /** The name of a tier with numbers given in the plan. */
    public static final String OWN = "own";

    /** The default tier. */
    static final Tier QUICK = small("quick", 4, 2);

    /** All tiers that a plan can name, the smallest first. */
    public static final List<Tier> ALL =
            List.of(small("smoke", 2, 1), QUICK, large("standard", 12, 3, 2, 8), large("full", 24, 4, 3, 10));

    private static final int FIRST_OF_LARGE = 10;
    private static final int FIRST_FINAL = 11;
    private static final int FIRST_EVALUATION = 20;

    public Tier {
        stages = List.copyOf(stages);
    }

    /**
     * Returns a tier that tries {@code settings} settings on one seed and evaluates the best one on other seeds. A
     * single setting needs no selection and is only evaluated.
     *
     * @param settings K, at least 1
     * @param evaluations number of evaluation seeds, at least 1
     */
    static Tier own(int settings, int evaluations) {
        Tier tier = small(OWN, settings, evaluations);
        return settings == 1 ? new Tier(OWN, 1, List.of(tier.evaluation()), true) : tier;
    }

    /** Returns the last stage, which is reported. */
    public Manifest.Stage evaluation() {
        return stages.get(stages.size() - 1);
    }

    /** Returns the number of trials for an arm whose settings all differ. */
    long trials() {
        return stages.stream()
                .mapToLong(stage -> (long) stage.arms() * stage.repetitions().size())
                .sum();
    }

    private static Tier small(String name, int settings, int evaluations) {
        return new Tier(
                name,
                settings,
                List.of(
                        new Manifest.Stage(SETTINGS, settings, List.of(0)),
                        new Manifest.Stage(EVALUATION, 1, repetitions(1, evaluations))),
                true);
    }

    private static Tier large(String name, int settings, int finalists, int finals, int evaluations) {
        return new Tier(
                name,
                settings,
                List.of(
                        new Manifest.Stage(SETTINGS, settings, List.of(FIRST_OF_LARGE)),
                        new Manifest.Stage(FINALISTS, finalists, repetitions(FIRST_FINAL, finals)),
                        new Manifest.Stage(EVALUATION, 1, repetitions(FIRST_EVALUATION, evaluations))),
                false);
    }

    private static List<Integer> repetitions(int first, int count) {
        return IntStream.range(first, first + count).boxed().toList();
    }
}
