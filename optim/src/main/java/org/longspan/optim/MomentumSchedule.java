package org.longspan.optim;

/** The momentum μ over the updates. Implementations are records of their constants. */
@FunctionalInterface
public interface MomentumSchedule {

    /**
     * Returns μ of this update, in [0, 1), a function of its index and of the budget alone. The memory is read, never
     * written: a probe asks too, before it is known whether the update is made.
     */
    float at(Memory memory, Step step);

    /** Remembers, in an update that is made, what later ones would compute again; {@link #at} gives the same. */
    default void remember(Memory memory, Step step) {}
}
