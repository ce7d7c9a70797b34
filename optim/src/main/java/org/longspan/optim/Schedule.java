package org.longspan.optim;

/** A factor on the learning rate over the updates. */
@FunctionalInterface
public interface Schedule {

    /**
     * Returns the factor at an update.
     *
     * @param index of the update, from 0
     * @param total number of updates that the budget allows
     */
    double factor(long index, long total);
}
