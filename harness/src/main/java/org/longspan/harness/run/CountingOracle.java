package org.longspan.harness.run;

import java.util.function.Supplier;
import org.longspan.model.TaskObjective;
import org.longspan.numerics.oracle.Objective;
import org.longspan.numerics.oracle.Oracle;
import org.longspan.numerics.oracle.Purpose;

/**
 * The oracle of one trial. With n sequences per step, step k uses sequences k · n to (k + 1) · n − 1. All cost of a
 * trial is counted here.
 */
final class CountingOracle implements Oracle {

    private final Supplier<TaskObjective> objectives;
    private final int batch;
    private final int sequencesPerStep;
    private final CountedObjective[] byPurpose = new CountedObjective[Purpose.values().length];
    private long first; // index of the first sequence of the step
    private long sequenceForwards;

    /**
     * Creates the oracle, positioned at the first step.
     *
     * @param objectives creates objectives over the training sequences
     * @param batch sequences of a mini-batch
     * @param sequencesPerStep number of fresh sequences in a step
     */
    CountingOracle(Supplier<TaskObjective> objectives, int batch, int sequencesPerStep) {
        this.objectives = objectives;
        this.batch = batch;
        this.sequencesPerStep = sequencesPerStep;
    }

    /** Moves to the sequences of step {@code index}. */
    void moveTo(long index) {
        first = index * sequencesPerStep;
    }

    /** Adds {@code each} sequence-forwards for each of {@code sequences} sequences. */
    void count(int each, long sequences) {
        sequenceForwards += each * sequences;
    }

    /** Returns the regularizer's penalty on the signals of the last gradient; NaN if it has none. */
    double signalPenalty() {
        CountedObjective gradients = byPurpose[Purpose.GRADIENT.ordinal()];
        return gradients == null ? Double.NaN : gradients.signalPenalty();
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public Objective objective(Purpose purpose, int from, int count) {
        if (from < 0 || count < 1 || from + (long) count > sequencesPerStep) {
            throw new IllegalArgumentException(
                    "sequences " + from + " to " + (from + (long) count) + " of a step that has " + sequencesPerStep);
        }
        CountedObjective objective = byPurpose[purpose.ordinal()];
        if (objective == null) { // an optimizer may use one of each purpose at a time
            objective = new CountedObjective(objectives.get(), this);
            byPurpose[purpose.ordinal()] = objective;
        }
        return objective.bind(first + from, count);
    }

    @Override
    public long sequenceForwards() {
        return sequenceForwards;
    }
}
