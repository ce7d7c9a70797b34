package org.longspan.reports.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.longspan.harness.record.Outcome;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Run;

/** Says how many trials diverged, in what way, and under which optimizers most. */
final class DivergedTrials {

    private static final int FEW = 3;

    private record Share(String optimizer, long diverged, long trials) {

        double value() {
            return (double) diverged / trials;
        }
    }

    private DivergedTrials() {}

    /** Returns a sentence or two. */
    static String in(ArrangedRun run) {
        List<Run> ran = run.runs().stream().filter(one -> !one.skipped()).toList();
        long diverged = ran.stream().filter(Run::diverged).count();
        if (diverged == 0) {
            return String.format(Locale.ROOT, "No trial of %,d diverged.", ran.size());
        }
        Map<Outcome.Cause, Integer> causes = CellResult.causes(ran);
        String how = causes.entrySet().stream()
                .sorted(Map.Entry.<Outcome.Cause, Integer>comparingByValue().reversed())
                .map(cause -> String.format(Locale.ROOT, "%,d by %s", cause.getValue(), words(cause.getKey())))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%,d of %,d trials diverged (%s): %s. Most often under %s.",
                diverged,
                ran.size(),
                ScoreText.percent((double) diverged / ran.size()),
                how,
                most(run, ran));
    }

    private static String most(ArrangedRun run, List<Run> ran) {
        return run.optimizers().stream()
                .map(optimizer -> share(optimizer, ran))
                .filter(share -> share.diverged() > 0)
                .sorted(Comparator.comparingDouble(Share::value).reversed())
                .limit(FEW)
                .map(share -> share.optimizer() + " (" + ScoreText.percent(share.value()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static Share share(String optimizer, List<Run> ran) {
        List<Run> of =
                ran.stream().filter(one -> one.arm().optimizer().equals(optimizer)).toList();
        return new Share(optimizer, of.stream().filter(Run::diverged).count(), of.size());
    }

    private static String words(Outcome.Cause cause) {
        return switch (cause) {
            case WEIGHTS_NOT_FINITE -> "weights that are not finite";
            case GRADIENT_NOT_FINITE -> "a gradient that is not finite";
            case FAR_OFF -> "a loss far above chance";
        };
    }
}
