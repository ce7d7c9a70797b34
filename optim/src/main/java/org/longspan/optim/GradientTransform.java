package org.longspan.optim;

import org.longspan.numerics.Parameters;

/**
 * Rewrites an update in place: u ← T(u; θ, memory, step). Implementations are records of their constants;
 * all that changes lives in the memory.
 */
@FunctionalInterface
public interface GradientTransform {

    /** Rewrites {@code update}. θ is read, never written. */
    void apply(Parameters update, Parameters theta, Memory memory, Step step);
}
