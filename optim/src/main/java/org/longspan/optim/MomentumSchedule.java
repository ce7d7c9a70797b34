package org.longspan.optim;

/** The momentum μ over the updates. Implementations are records of their constants. */
@FunctionalInterface
public interface MomentumSchedule {

    /**
     * Returns μ of this update, in [0, 1), a function of its index and of the budget alone. The memory is only read: a
     * probe also asks, before it is known whether the update will be made.
     */
    float at(Memory memory, Step step);

    /**
     * Stores, during an update that is made, what later updates would recompute; {@link #at} returns the same μ either
     * way.
     */
    default void remember(Memory memory, Step step) {}
}
