package org.longspan.optim.schedule;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.Schedule;

/**
 * f(k) = φ^(k / (K − 1)): from 1 at the first of K updates to φ, the final factor, at the last.
 *
 * <p>Source: exponential scheduling as compared by Senior, Heigold, Ranzato and Yang 2013.
 *
 * <p>Not to be confused with a decay by a given rate an update: stated by its final value, a setting has one meaning at
 * every budget. Past the budget, f keeps falling at that rate.
 *
 * @param finalFactor φ, in (0, 1]
 */
public record ExponentialDecay(double finalFactor) implements Schedule {

    /** This schedule in the catalogue. */
    public static final Entry<Schedule> ENTRY = new Entry<>(
            "exponential",
            "The learning rate falls by the same factor at every update.",
            "f(k) = φ^(k/(K−1))",
            "Senior, Heigold, Ranzato and Yang 2013, An Empirical Study of Learning Rates in Deep Neural Networks for"
                    + " Speech Recognition, ICASSP",
            List.of(FinalFactor.SETTING),
            List.of("constant"),
            settings -> new ExponentialDecay(settings.number(FinalFactor.NAME)));

    @Override
    public double factor(long index, long total) {
        return total <= 1 ? 1 : StrictMath.pow(finalFactor, (double) index / (total - 1));
    }
}
