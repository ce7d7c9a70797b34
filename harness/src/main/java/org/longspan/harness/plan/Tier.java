package org.longspan.harness.plan;

import java.util.List;
import java.util.stream.IntStream;
import org.longspan.harness.record.Manifest;

/**
 * How much tuning an arm is given. Smoke is a prefix of quick and standard one of full; quick and standard share
 * neither draws nor repetitions. A plan's own numbers are drawn as those of smoke and quick are.
 *
 * @param name as a plan spells it, or {@link #OWN}
 * @param settings number K of settings that every arm is given
 * @param stages settings, perhaps finalists, evaluation; each on repetitions that no other one uses
 * @param lowDiscrepancy whether settings are points of a low-discrepancy sequence, not independent draws
 */
public record Tier(String name, int settings, List<Manifest.Stage> stages, boolean lowDiscrepancy) {

    /** The name of the stage that every setting enters. */
    public static final String SETTINGS = "settings";

    /** The name of the stage that the best few settings enter. */
    public static final String FINALISTS = "finalists";

    /** The name of the stage that is reported. */
    public static final String EVALUATION = "evaluation";

    /** The name of a tier whose numbers stand in the plan. */
    public static final String OWN = "own";

    /** Every tier with a name of its own, the smallest first. */
    public static final List<Tier> ALL = List.of(
            small("smoke", 2, 1), small("quick", 4, 2), large("standard", 12, 3, 2, 8), large("full", 24, 4, 3, 10));

    private static final int FIRST_OF_LARGE = 10;
    private static final int FIRST_FINAL = 11;
    private static final int FIRST_EVALUATION = 20;

    public Tier {
        stages = List.copyOf(stages);
    }

    /**
     * Returns the tier that tries so many settings on one seed and evaluates the best on others; where there is one
     * setting nothing is to be chosen, so it is evaluated only.
     *
     * @param settings K, at least 1
     * @param evaluations seeds, at least 1
     */
    static Tier own(int settings, int evaluations) {
        Tier tier = small(OWN, settings, evaluations);
        return settings == 1 ? new Tier(OWN, 1, List.of(tier.evaluation()), true) : tier;
    }

    /** Returns the last stage, the one that is reported. */
    public Manifest.Stage evaluation() {
        return stages.get(stages.size() - 1);
    }

    /** Returns how many trials an arm is given, if all of its settings differ. */
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
