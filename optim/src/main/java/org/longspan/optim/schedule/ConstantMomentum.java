package org.longspan.optim.schedule;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.optim.Memory;
import org.longspan.optim.MomentumSchedule;
import org.longspan.optim.Step;

/**
 * μ(k) = μ.
 *
 * <p>Source: Polyak 1964, whose heavy ball has one friction.
 *
 * @param mu μ, in [0, 1)
 */
public record ConstantMomentum(float mu) implements MomentumSchedule {

    /** The setting μ of every schedule of the momentum. */
    public static final Setting.Number MU = new Setting.Number(
            "momentum",
            "μ, the share of the velocity that stays",
            0.9,
            0,
            true,
            Math.nextDown(1f), // the float below 1: μ is stored in a float
            false,
            null);

    /** This schedule in the catalogue. */
    public static final Entry<MomentumSchedule> ENTRY = new Entry<>(
            "constant",
            "The momentum stays as it is.",
            "μ(k) = μ",
            "Polyak 1964, Some Methods of Speeding up the Convergence of Iteration Methods, USSR Computational"
                    + " Mathematics and Mathematical Physics 4(5)",
            List.of(MU),
            List.of(),
            settings -> new ConstantMomentum((float) settings.number(MU.name())));

    @Override
    public float at(Memory memory, Step step) {
        return mu;
    }
}
