package org.longspan.probes;

import java.util.Objects;
import java.util.function.DoubleFunction;
import org.longspan.optim.Clipping;

/**
 * A clipping that a plan compares.
 *
 * @param name as the plan calls it
 * @param at makes the clipping whose threshold is that multiple of its unit, which the run measured at initialization
 */
public record ClippedArm(String name, DoubleFunction<Clipping> at) {

    public ClippedArm {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(at, "at");
    }
}
