package org.longspan.harness.run;

import java.util.function.Supplier;
import org.longspan.model.TaskObjective;
import org.longspan.numerics.oracle.Objective;
import org.longspan.numerics.oracle.Oracle;
import org.longspan.numerics.oracle.Purpose;

/**
 * The oracle of one trial, moved on by the trainer. Step k uses the sequences from k · n on, for n sequences a step.
 * It is the only place where cost is counted.
 */
final class CountingOracle implements Oracle {

    private final Supplier<TaskObjective> objectives;
    private final int batch;
    private final int sequencesPerStep;
    private final CountedObjective[] byPurpose = new CountedObjective[Purpose.values().length];
    private long first; // number of the step's first sequence
    private long sequenceForwards;

    /**
     * Creates the oracle before the first step.
     *
     * @param objectives makes an objective over the training sequences
     * @param batch sequences of a mini-batch
     * @param sequencesPerStep fresh sequences of a step
     */
    CountingOracle(Supplier<TaskObjective> objectives, int batch, int sequencesPerStep) {
        this.objectives = objectives;
        this.batch = batch;
        this.sequencesPerStep = sequencesPerStep;
    }

    /** Moves on to the sequences of step {@code index}. */
    void moveTo(long index) {
        first = index * sequencesPerStep;
    }

    /** Counts {@code each} sequence-forwards for every one of {@code sequences}. */
    void count(int each, long sequences) {
        sequenceForwards += each * sequences;
    }

    /** Returns what the regularizer made of the signals of the last gradient; NaN where there is no such part of it. */
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
        if (objective == null) { // an optimizer may hold one of each purpose at a time
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
