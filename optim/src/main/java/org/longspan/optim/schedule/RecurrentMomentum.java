package org.longspan.optim.schedule;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.Memory;
import org.longspan.optim.MomentumSchedule;
import org.longspan.optim.Step;

/**
 * μ(k) = 0.9 for the first 1000 updates, μ from there on.
 *
 * <p>Source: Sutskever, Martens, Dahl and Hinton 2013, their schedule for recurrent networks (their μ₀ is our μ).
 *
 * <p>Not to be confused with a warm-up: 0.9 comes first at every μ, at 0 too.
 *
 * @param mu μ, in [0, 1)
 */
public record RecurrentMomentum(float mu) implements MomentumSchedule {

    private static final long FIRST = 1000;
    private static final float AT_FIRST = 0.9f;

    /** This schedule in the catalogue. */
    public static final Entry<MomentumSchedule> ENTRY = new Entry<>(
            "sutskever-recurrent",
            "The momentum is 0.9 for the first 1000 updates and another from there on.",
            "μ(k) = 0.9 for k < 1000, μ for k ≥ 1000",
            "Sutskever, Martens, Dahl and Hinton 2013, On the Importance of Initialization and Momentum in Deep"
                    + " Learning, ICML",
            List.of(ConstantMomentum.MU),
            List.of("constant"),
            settings -> new RecurrentMomentum((float) settings.number(ConstantMomentum.MU.name())));

    @Override
    public float at(Memory memory, Step step) {
        return step.index() < FIRST ? AT_FIRST : mu;
    }
}
