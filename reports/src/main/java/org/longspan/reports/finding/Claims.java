package org.longspan.reports.finding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Sample;
import org.longspan.reports.statistics.SignFlip;

/** Whether a run may say that one arm is better than another at all. */
public final class Claims {

    /** The tier of a plan that gives its numbers itself. */
    private static final String OWN = "own";

    /** Tiers whose few settings come from a low-discrepancy sequence: to look, not to judge. */
    private static final Set<String> NEVER = Set.of("smoke", "quick", OWN);

    private Claims() {}

    /** Returns why nothing may be claimed with {@code seeds} evaluation seeds, or nothing if it may. */
    public static Optional<String> refusal(Manifest manifest, int seeds) {
        Optional<Sample> sample = manifest.tuning().sample();
        if (sample.isPresent()) {
            return Optional.of(sample(sample.get(), manifest.tuning().stages()));
        }
        if (NEVER.contains(manifest.tuning().tier())) {
            return Optional.of(capital(tier(manifest)) + " makes no claim: it tries "
                    + manifest.tuning().settings()
                    + (manifest.tuning().settings() == 1 ? " setting" : " settings") + " an arm and reports on "
                    + count(seeds)
                    + ". It shows where to look; the tiers standard and full are there to judge.");
        }
        if (seeds < SignFlip.FEWEST) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "With %s the smallest p is 2/2^%d = %.3g, so nothing can be significant at 5 %%; %d seeds are"
                            + " needed.",
                    count(seeds),
                    seeds,
                    SignFlip.smallest(seeds),
                    SignFlip.FEWEST));
        }
        return Optional.empty();
    }

    /** Returns what a caption that sets arms side by side ends with: a sentence where nothing is claimed, or nothing. */
    public static String note(Manifest manifest) {
        if (refusal(manifest, seeds(manifest)).isEmpty()) {
            return "";
        }
        if (manifest.tuning().sample().isPresent()) {
            return " No claim: a sample makes none.";
        }
        boolean never = NEVER.contains(manifest.tuning().tier());
        return " No claim: "
                + (never ? tier(manifest) + " makes none." : count(seeds(manifest)) + " cannot carry one.");
    }

    /** Returns the number of evaluation seeds that the plan has. */
    public static int seeds(Manifest manifest) {
        var stages = manifest.tuning().stages();
        return stages.get(stages.size() - 1).repetitions().size();
    }

    private static String sample(Sample sample, List<Manifest.Stage> stages) {
        return "A sample makes no claim: this run has " + sample.trials()
                + (sample.trials() == 1 ? " trial" : " trials") + " of the plan's stage "
                + stages.get(0).name() + ", drawn at random with seed " + sample.seed()
                + (stages.size() == 1 ? "" : ", and none of a later stage")
                + ". It shows how fast the plan runs and where to look; the plan without its key sample is there to"
                + " compare arms.";
    }

    private static String tier(Manifest manifest) {
        String name = manifest.tuning().tier();
        return name.equals(OWN) ? "a tier of your own" : "the tier " + name;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String count(int seeds) {
        return seeds == 1 ? "1 seed" : seeds + " seeds";
    }
}
