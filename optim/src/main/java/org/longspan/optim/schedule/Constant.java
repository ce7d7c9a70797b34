package org.longspan.optim.schedule;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.Schedule;

/**
 * f(k) = 1.
 *
 * <p>Source: the steps of Robbins and Monro 1951 without their decay, which their convergence needs.
 */
public record Constant() implements Schedule {

    /** This schedule in the catalogue. */
    public static final Entry<Schedule> ENTRY = new Entry<>(
            "constant",
            "The learning rate stays as it is.",
            "f(k) = 1",
            "Robbins and Monro 1951, A Stochastic Approximation Method, Annals of Mathematical Statistics 22(3), whose"
                    + " steps decay",
            List.of(),
            List.of(),
            settings -> new Constant());

    @Override
    public double factor(long index, long total) {
        return 1;
    }
}
