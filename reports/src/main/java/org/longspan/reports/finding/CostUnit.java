package org.longspan.reports.finding;

import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.Outcome;
import org.longspan.reports.summary.Run;

/** What the cost of a solved run is counted in. */
public enum CostUnit {
    SEQUENCE_FORWARDS("sequence-forwards"),
    UPDATES("updates"),
    MULTIPLY_ADDS("multiply-adds"),
    SECONDS("seconds");

    private final String word;

    CostUnit(String word) {
        this.word = word;
    }

    /** Returns the unit's name for readers. */
    public String word() {
        return word;
    }

    /** Returns the least cost that is told from none: one of what is counted, a millisecond of what is timed. */
    double least() {
        return this == SECONDS ? 1e-3 : 1;
    }

    /** Returns the cost up to the look that met the criterion; infinite if the run did not solve. */
    public double of(Run run) {
        return run.solved() ? spent(run) : Double.POSITIVE_INFINITY;
    }

    /** Returns the cost up to the look that met the criterion, or all of it if the run did not solve. */
    public double spent(Run run) {
        Costs costs = run.stored().result().costs();
        long updates = run.outcome() instanceof Outcome.Solved solved ? solved.updates() : costs.updates();
        double part = costs.sequenceForwards() == 0 ? 1 : (double) run.cost() / costs.sequenceForwards();
        Circumstances circumstances = run.stored().circumstances();
        return switch (this) {
            case SEQUENCE_FORWARDS -> run.cost();
            case UPDATES -> updates;
            case MULTIPLY_ADDS -> part * costs.multiplyAdds();
            case SECONDS ->
                circumstances == null || !(circumstances.seconds() >= 0) ? 0 : part * circumstances.seconds();
        };
    }
}
