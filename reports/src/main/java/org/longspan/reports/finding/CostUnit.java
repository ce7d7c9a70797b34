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

    /** Returns the cost up to the look that met the criterion; infinite if the run did not solve. */
    public double of(Run run) {
        if (!(run.outcome() instanceof Outcome.Solved solved)) {
            return Double.POSITIVE_INFINITY;
        }
        Costs costs = run.stored().result().costs();
        double part = costs.sequenceForwards() == 0 ? 1 : (double) solved.sequenceForwards() / costs.sequenceForwards();
        Circumstances circumstances = run.stored().circumstances();
        return switch (this) {
            case SEQUENCE_FORWARDS -> solved.sequenceForwards();
            case UPDATES -> solved.updates();
            case MULTIPLY_ADDS -> part * costs.multiplyAdds();
            case SECONDS ->
                circumstances == null || !(circumstances.seconds() >= 0) ? 0 : part * circumstances.seconds();
        };
    }
}
