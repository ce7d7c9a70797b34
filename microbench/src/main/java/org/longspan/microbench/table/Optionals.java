package org.longspan.microbench.table;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** Arithmetic on measurements that a run may not contain. */
final class Optionals {

    private Optionals() {}

    static OptionalDouble map(OptionalDouble a, DoubleUnaryOperator f) {
        return a.isPresent() ? OptionalDouble.of(f.applyAsDouble(a.getAsDouble())) : a;
    }

    static OptionalDouble scale(OptionalDouble a, double factor) {
        return map(a, x -> factor * x);
    }

    static OptionalDouble divide(OptionalDouble a, OptionalDouble b) {
        return b.isPresent() ? scale(a, 1 / b.getAsDouble()) : b;
    }
}
