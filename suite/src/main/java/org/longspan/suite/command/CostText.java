package org.longspan.suite.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.longspan.harness.grid.StepCosts;
import org.longspan.suite.text.Wording;

/** Words for what single steps cost beside the cap on a trial. */
final class CostText {

    private static final int FEW = 100; // updates that hardly train a network

    private CostText() {}

    /** Returns the cost of an update: {@code 60 sequence-forwards; with l-bfgs up to 1,560 (26 % of the cap)}. */
    static String ofAnUpdate(StepCosts costs) {
        List<String> parts = new ArrayList<>();
        if (costs.steps().containsValue(costs.gradient())) {
            parts.add(Wording.count(costs.gradient(), "sequence-forward"));
        }
        costs.steps().forEach((name, cost) -> {
            if (cost != costs.gradient()) {
                parts.add("with " + name + " up to " + Wording.count(cost)
                        + (parts.isEmpty() ? " sequence-forwards" : "") + " (" + share(cost, costs.cap()) + ")");
            }
        });
        return parts.isEmpty() ? "none" : String.join("; ", parts);
    }

    /**
     * Returns a warning for each update that may cost more than a cap, and one for all other methods of which a cap may
     * buy few updates.
     */
    static List<String> warnings(StepCosts costs) {
        List<String> warnings = new ArrayList<>();
        List<String> few = new ArrayList<>();
        costs.steps().forEach((name, cost) -> {
            if (costs.mayExceedTheCap(name)) {
                warnings.add("one update of " + name + " may cost " + Wording.count(cost) + " sequence-forwards, "
                        + share(cost, costs.cap()) + " on a trial, and is finished once it has begun");
            } else if (costs.isDear(name) && costs.fewestUpdates(name) < FEW) {
                long updates = costs.fewestUpdates(name);
                few.add((few.isEmpty() ? Wording.count(updates, "update") : Wording.count(updates)) + " of " + name);
            }
        });
        if (!few.isEmpty()) {
            warnings.add("the cap of " + Wording.count(costs.cap(), "sequence-forward")
                    + " on a trial may buy as few as " + String.join(", ", few));
        }
        return warnings;
    }

    private static String share(long cost, long cap) {
        double times = (double) cost / cap;
        if (times < 1) {
            return String.format(Locale.ROOT, "%.2g %% of the cap", 100 * times);
        }
        return String.format(Locale.ROOT, times < 9.95 ? "%.1f times the cap" : "%,.0f times the cap", times);
    }
}
