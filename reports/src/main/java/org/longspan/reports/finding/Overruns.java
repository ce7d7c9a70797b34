package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.Run;

/**
 * How the cap on a trial's cost was kept. An update that has begun is finished, so a trial may overrun its cap by less
 * than an update, which may be many times the cap where one update is a whole optimization.
 */
final class Overruns {

    /** A smaller share of the cap is no advantage. */
    private static final double NEGLIGIBLE = 0.01;

    private final long cap;
    private final List<Run> runs;

    /**
     * The trials of one optimizer.
     *
     * @param trials all that were run
     * @param over those that overran their cap
     * @param most the greatest cost
     */
    private record Count(int trials, int over, long most) {

        Count and(Count other) {
            return new Count(trials + other.trials, over + other.over, Math.max(most, other.most));
        }
    }

    private Overruns(ArrangedRun run) {
        this.cap = run.manifest().rules().budget().sequenceForwards();
        this.runs = run.runs().stream().filter(one -> !one.skipped()).toList();
    }

    static List<Caveat> of(ArrangedRun run) {
        Overruns overruns = new Overruns(run);
        List<Caveat> caveats = new ArrayList<>();
        overruns.byUpdates(caveats);
        return caveats;
    }

    private void byUpdates(List<Caveat> caveats) {
        Map<String, Count> counts = new LinkedHashMap<>();
        for (Run run : runs) {
            long cost = run.stored().result().costs().sequenceForwards();
            int over = run.stored().result().costs().updates() > 0 && cost - cap >= NEGLIGIBLE * cap ? 1 : 0;
            counts.merge(run.arm().optimizer(), new Count(1, over, cost), Count::and);
        }
        counts.values().removeIf(count -> count.over() == 0);
        if (!counts.isEmpty()) {
            List<String> parts = new ArrayList<>();
            counts.forEach((optimizer, count) -> parts.add(text(optimizer, count)));
            caveats.add(new Caveat(
                    "cap",
                    "",
                    "An update that has begun is finished, so trials cost more than the cap of " + number(cap)
                            + " sequence-forwards: " + String.join("; ", parts)
                            + ". A solution found past the cap does not count."));
        }
    }

    private String text(String optimizer, Count count) {
        return String.format(
                Locale.ROOT,
                "%s in %,d of %,d trials, at most %,d (%s times the cap)",
                optimizer,
                count.over(),
                count.trials(),
                count.most(),
                times((double) count.most() / cap));
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, ratio < 9.95 ? "%.2f" : "%,.0f", ratio);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
