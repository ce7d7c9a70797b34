package org.longspan.optim.schedule;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.Schedule;

/**
 * f(k) = φ + (1 − φ)(1 + cos(πk/(K − 1)))/2: half a period of a cosine from 1 at the first of K updates to φ, the final
 * factor, at the last. Past the budget it stays at φ.
 *
 * <p>Source: Loshchilov and Hutter 2017, equation 5, without their restarts.
 *
 * <p>Not to be confused with a cosine that ends at 0, which would waste the last update.
 *
 * @param finalFactor φ, in (0, 1]
 */
public record CosineDecay(double finalFactor) implements Schedule {

    /** This schedule in the catalogue. */
    public static final Entry<Schedule> ENTRY = new Entry<>(
            "cosine",
            "The learning rate falls along half a period of a cosine.",
            "f(k) = φ + (1 − φ)(1 + cos(πk/(K−1)))/2",
            "Loshchilov and Hutter 2017, SGDR: Stochastic Gradient Descent with Warm Restarts, ICLR, arXiv:1608.03983",
            List.of(FinalFactor.SETTING),
            List.of("constant"),
            settings -> new CosineDecay(settings.number(FinalFactor.NAME)));

    @Override
    public double factor(long index, long total) {
        return total <= 1 ? 1 : finalFactor + (1 - finalFactor) * halfWave((double) index / (total - 1));
    }

    /**
     * (1 + cos πx)/2 = cos²(πx/2) = sin²(π(1 − x)/2), whichever has its argument under π/4: there {@code StrictMath}
     * reduces nothing, so it allocates nothing, and both ends are exact.
     */
    private static double halfWave(double x) {
        double root = x <= 0.5 ? StrictMath.cos(Math.PI / 2 * x) : StrictMath.sin(Math.PI / 2 * Math.max(0, 1 - x));
        return root * root;
    }
}
