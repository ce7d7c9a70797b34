package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.longspan.harness.record.Outcome;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.LearningRate;
import org.longspan.reports.summary.RateRange;
import org.longspan.reports.summary.Run;

/** Says how many trials diverged, in what way, under which optimizers most, and at which learning rates. */
final class DivergedTrials {

    private static final int FEW = 3;

    private record Share(String optimizer, long diverged, long trials) {

        double value() {
            return (double) diverged / trials;
        }
    }

    private final ArrangedRun run;
    private final List<Run> ran;
    private final List<Run> diverged;

    private DivergedTrials(ArrangedRun run) {
        this.run = run;
        this.ran = run.runs().stream().filter(one -> !one.skipped()).toList();
        this.diverged = ran.stream().filter(Run::diverged).toList();
    }

    /** Returns the sentences. */
    static List<String> in(ArrangedRun run) {
        DivergedTrials trials = new DivergedTrials(run);
        if (trials.diverged.isEmpty()) {
            return List.of(
                    String.format(Locale.ROOT, "None of %s diverged.", ScoreText.count(trials.ran.size(), "trial")));
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(trials.counts());
        sentences.add("Most often under " + trials.most() + ".");
        trials.rates(sentences);
        return sentences;
    }

    private String counts() {
        Map<Outcome.Cause, Integer> causes = CellResult.causes(diverged);
        String how = causes.entrySet().stream()
                .sorted(Map.Entry.<Outcome.Cause, Integer>comparingByValue().reversed())
                .map(cause -> String.format(Locale.ROOT, "%,d by %s", cause.getValue(), words(cause.getKey())))
                .collect(Collectors.joining(", "));
        long judging = diverged.stream().filter(Run::evaluates).count();
        return String.format(
                Locale.ROOT,
                "%,d of %s diverged (%s), %,d of them in evaluation: %s.",
                diverged.size(),
                ScoreText.count(ran.size(), "trial"),
                ScoreText.percent((double) diverged.size() / ran.size()),
                judging,
                how);
    }

    private String most() {
        return run.optimizers().stream()
                .map(this::share)
                .filter(share -> share.diverged() > 0)
                .sorted(Comparator.comparingDouble(Share::value).reversed())
                .limit(FEW)
                .map(share -> share.optimizer() + " (" + ScoreText.percent(share.value()) + ")")
                .collect(Collectors.joining(", "));
    }

    private Share share(String optimizer) {
        return new Share(optimizer, of(diverged, optimizer), of(ran, optimizer));
    }

    private static long of(List<Run> runs, String optimizer) {
        return runs.stream()
                .filter(one -> one.arm().optimizer().equals(optimizer))
                .count();
    }

    /** Where in its optimizer's range, by the logarithm, the learning rate of a diverged trial lies. */
    private void rates(List<String> sentences) {
        List<Double> places = new ArrayList<>();
        for (Run one : diverged) {
            LearningRate.of(one.trial().optimizer())
                    .ifPresent(rate -> RateRange.ofLearningRate(run, one.arm().optimizer())
                            .ifPresent(range -> places.add(
                                    StrictMath.log(rate / range.from()) / StrictMath.log(range.to() / range.from()))));
        }
        if (!places.isEmpty()) {
            long high = places.stream().filter(place -> place > 2.0 / 3).count();
            sentences.add(ScoreText.percent((double) high / places.size())
                    + " of those with a learning rate had one in the highest third of its range.");
        }
    }

    private static String words(Outcome.Cause cause) {
        return switch (cause) {
            case WEIGHTS_NOT_FINITE -> "weights that are not finite";
            case GRADIENT_NOT_FINITE -> "a gradient that is not finite";
            case FAR_OFF -> "a loss far above chance";
        };
    }
}
