package org.longspan.optim.schedule;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.Schedule;

/**
 * f(k) = 1 / (1 + (1/φ − 1) k/(K − 1)): from 1 at the first of K updates to φ, the final factor, at the last, the
 * inverse falling by equal differences.
 *
 * <p>Source: the steps a/k of Robbins and Monro 1951, whose sum diverges while that of their squares does not, begun
 * where the first of them is 1.
 *
 * <p>Not to be confused with 1/√k, whose squares' sum diverges too. Past the budget, f keeps falling.
 *
 * @param finalFactor φ, in (0, 1]
 */
public record InverseTime(double finalFactor) implements Schedule {

    /** This schedule in the catalogue. */
    public static final Entry<Schedule> ENTRY = new Entry<>(
            "inverse-time",
            "The learning rate falls with the inverse of the number of updates.",
            "f(k) = 1/(1 + (1/φ − 1) k/(K−1))",
            "Robbins and Monro 1951, A Stochastic Approximation Method, Annals of Mathematical Statistics 22(3)",
            List.of(FinalFactor.SETTING),
            List.of("constant"),
            settings -> new InverseTime(settings.number(FinalFactor.NAME)));

    @Override
    public double factor(long index, long total) {
        return total <= 1 ? 1 : 1 / (1 + (1 / finalFactor - 1) * index / (total - 1));
    }
}
