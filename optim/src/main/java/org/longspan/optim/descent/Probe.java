package org.longspan.optim.descent;

import org.longspan.numerics.Parameters;
import org.longspan.optim.Memory;
import org.longspan.optim.Step;

/** Where a method takes its gradient. */
@FunctionalInterface
public interface Probe {

    /** At θ itself. */
    Probe AT_THETA = (theta, memory, step) -> theta;

    /** Returns the point; θ and every memory but scratch are read, never written. */
    Parameters at(Parameters theta, Memory memory, Step step);
}
