package org.longspan.numerics.oracle;

/** The purpose of an {@link Objective}. */
public enum Purpose {
    GRADIENT,
    CURVATURE,
    LINE_SEARCH,
    REDUCTION_RATIO
}
