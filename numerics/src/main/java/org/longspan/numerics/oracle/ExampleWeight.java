package org.longspan.numerics.oracle;

/** Weights a sequence by the norm of its own gradient. */
@FunctionalInterface
public interface ExampleWeight {

    /** Returns a factor from 0 to 1 for a sequence whose gradient has the norm {@code norm}. */
    double weight(double norm);
}
