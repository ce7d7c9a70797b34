package org.longspan.optim;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.longspan.numerics.oracle.GradientSeams;

/**
 * A clipping scheme with its threshold: three seams, each the identity where nothing is given.
 *
 * @param name the scheme's name
 * @param seams {@code perStep} inside back-propagation and {@code perExample}
 * @param perUpdate rewrites the gradient before the optimizer sees it
 * @param laws laws that this scheme keeps
 */
public record Clipping(String name, GradientSeams seams, GradientTransform perUpdate, Set<Law> laws) {

    /** Leaves an update as it is. */
    public static final GradientTransform IDENTITY = (update, theta, memory, step) -> {};

    public Clipping {
        laws = Collections.unmodifiableSet(new TreeSet<>(laws)); // in their declared order
    }
}
