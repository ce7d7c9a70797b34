package org.longspan.optim.schedule;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.optim.Schedule;

/**
 * f(k) = min(1, (k + 1) / W) with W = ⌈ρK⌉, at least 1: linear from 1/W at the first of K updates to 1 at the
 * W-th, constant from there on.
 *
 * <p>Source: gradual warm-up, Goyal et al. 2017, section 2.2, with the share ρ of the budget in place of their
 * 5 epochs.
 *
 * <p>Not to be confused with the schedule of Vaswani et al. 2017, which decays after its warm-up.
 *
 * @param share ρ, in (0, 1]
 */
public record LinearWarmUp(double share) implements Schedule {

    private static final String SHARE = "share";

    /** This schedule in the catalogue. */
    public static final Entry<Schedule> ENTRY = new Entry<>(
            "warm-up",
            "The learning rate grows linearly over the first share of the updates and stays.",
            "f(k) = min(1, (k+1)/W), W = ⌈ρK⌉",
            "Goyal et al. 2017, Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour, arXiv:1706.02677, section"
                    + " 2.2",
            List.of(new Setting.Number(
                    SHARE,
                    "ρ, the share of the budget's updates that the warm-up takes",
                    0.1,
                    0,
                    false,
                    1,
                    false,
                    null)),
            List.of("constant"),
            settings -> new LinearWarmUp(settings.number(SHARE)));

    @Override
    public double factor(long index, long total) {
        double length = Math.max(1, Math.ceil(share * total));
        return Math.min(1, (index + 1) / length);
    }
}
