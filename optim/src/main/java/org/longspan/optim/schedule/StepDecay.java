package org.longspan.optim.schedule;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.optim.Schedule;

/**
 * f(k) = φ^(j/n) with j = min(n, ⌊(n + 1)k/K⌋): n drops by equal ratios cut the K updates into n + 1 equal parts, the
 * last of them at φ, the final factor.
 *
 * <p>Source: the division by 10 at set updates of He, Zhang, Ren and Sun 2016, section 4.2, twice in a training,
 * there at a half and three quarters of it, here at equal distances.
 *
 * <p>Not to be confused with drops when the validation error stops falling: those depend on results.
 *
 * @param finalFactor φ, in (0, 1]
 * @param drops n, at least 1
 */
public record StepDecay(double finalFactor, int drops) implements Schedule {

    private static final String DROPS = "drops";

    /** This schedule in the catalogue. */
    public static final Entry<Schedule> ENTRY = new Entry<>(
            "step",
            "The learning rate falls in a few equal drops and is constant between them.",
            "f(k) = φ^(j/n), j = min(n, ⌊(n+1)k/K⌋)",
            "He, Zhang, Ren and Sun 2016, Deep Residual Learning for Image Recognition, CVPR, arXiv:1512.03385",
            List.of(
                    FinalFactor.SETTING,
                    Setting.Number.whole(DROPS, "n, the number of drops over the budget", 2, 1, 1000)),
            List.of("constant"),
            settings -> new StepDecay(settings.number(FinalFactor.NAME), settings.whole(DROPS)));

    @Override
    public double factor(long index, long total) {
        long dropped = Math.min(drops, (drops + 1L) * index / Math.max(1, total));
        return StrictMath.pow(finalFactor, (double) dropped / drops);
    }
}
