package org.longspan.optim;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;

/**
 * The circumstances of one update, set anew by the trainer before each and reused.
 *
 * <p>Randomness is keyed by (trial, transform, index): asking twice in one step for a transform's stream restarts it.
 */
public final class Step {

    private final Kernels kernels;
    private final Seed seed;
    private final Schedule schedule;
    private final long total;
    private final RandomStream stream = new RandomStream(0);
    private long index;
    private double learningRateFactor;

    /**
     * Creates the circumstances of a trial's updates.
     *
     * @param seed of the trial's transforms
     * @param schedule of the learning rate
     * @param total number of updates that the budget allows
     */
    public Step(Kernels kernels, Seed seed, Schedule schedule, long total) {
        this.kernels = kernels;
        this.seed = seed;
        this.schedule = schedule;
        this.total = total;
        moveTo(0);
    }

    /** Moves on to update {@code index}; the first is 0. */
    public void moveTo(long index) {
        this.index = index;
        this.learningRateFactor = schedule.factor(index, total);
    }

    /** Returns the schedule's factor on the learning rate at this update. */
    public double learningRateFactor() {
        return learningRateFactor;
    }

    /** Returns the index of this update; the first is 0. */
    public long index() {
        return index;
    }

    /** Returns how many updates the budget allows; use it to size the per-update history. */
    public long total() {
        return total;
    }

    /** Returns the kernels of the trial. */
    public Kernels kernels() {
        return kernels;
    }

    /**
     * Returns the stream of a transform at this update, from its beginning.
     *
     * @param transform identifies the transform; the hash of its name, which the language specifies, will do
     */
    public RandomStream stream(int transform) {
        stream.reset(seed.value(), transform, index);
        return stream;
    }
}
