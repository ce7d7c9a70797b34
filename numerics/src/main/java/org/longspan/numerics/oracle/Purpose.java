package org.longspan.numerics.oracle;

/** What an optimizer asks an {@link Objective} for. */
public enum Purpose {
    GRADIENT,
    CURVATURE,
    LINE_SEARCH,
    REDUCTION_RATIO
}
