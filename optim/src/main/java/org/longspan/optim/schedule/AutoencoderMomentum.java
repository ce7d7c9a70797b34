package org.longspan.optim.schedule;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.Memory;
import org.longspan.optim.MomentumSchedule;
import org.longspan.optim.Step;

/**
 * μ(k) = min(1 − 2^(−1 − log₂(⌊k/250⌋ + 1)), μ), and at most 0.9 over the last 1000 of K updates: ½, ¾, ⅚, ... in
 * stairs of 250 updates up to μ, then a drop.
 *
 * <p>Source: Sutskever, Martens, Dahl and Hinton 2013, their schedule for autoencoders (their μ_max is our μ).
 *
 * <p>Not to be confused with {@link RecurrentMomentum}, which they use for recurrent networks. The power is 1/(2n) for
 * n = ⌊k/250⌋ + 1, so no logarithm is needed. The drop never raises: where μ is under 0.9 it stays. Budgets up to 1000
 * updates see no other part than the last.
 *
 * @param mu μ, in [0, 1)
 */
public record AutoencoderMomentum(float mu) implements MomentumSchedule {

    private static final long STAIR = 250;
    private static final long LAST = 1000;
    private static final float DROPPED = 0.9f;

    /** This schedule in the catalogue. */
    public static final Entry<MomentumSchedule> ENTRY = new Entry<>(
            "sutskever-autoencoder",
            "The momentum climbs in stairs of 250 updates and drops to 0.9 for the last 1000.",
            "μ(k) = min(1 − 2^(−1−log₂(⌊k/250⌋+1)), μ); min(0.9, ·) for k ≥ K − 1000",
            "Sutskever, Martens, Dahl and Hinton 2013, On the Importance of Initialization and Momentum in Deep"
                    + " Learning, ICML",
            List.of(ConstantMomentum.MU),
            List.of(),
            settings -> new AutoencoderMomentum((float) settings.number(ConstantMomentum.MU.name())));

    @Override
    public float at(Memory memory, Step step) {
        long n = step.index() / STAIR + 1;
        float climbed = Math.min((float) (1 - 0.5 / n), mu);
        return step.index() >= step.total() - LAST ? Math.min(DROPPED, climbed) : climbed;
    }
}
