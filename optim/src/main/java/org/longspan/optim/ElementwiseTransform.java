package org.longspan.optim;

import org.longspan.numerics.Parameters;

/**
 * A transform under which an element of the update, and of every vector that it remembers, depends on elements of the
 * same index alone. So it may run block by block, each block through a whole chain while it is in the nearest cache:
 * the bits are those of one pass over the vector.
 */
public interface ElementwiseTransform extends GradientTransform {

    /** Prepares a step, once before any elements, for example to count updates. */
    default void begin(Memory memory, Step step) {}

    /** Rewrites the elements {@code from} to {@code to − 1} of {@code update}, and reads or writes no others. */
    void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to);

    @Override
    default void apply(Parameters update, Parameters theta, Memory memory, Step step) {
        begin(memory, step);
        apply(update, theta, memory, step, 0, update.size());
    }
}
