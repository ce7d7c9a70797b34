package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.MomentumSchedule;
import org.longspan.optim.Optimizer;

/**
 * Momentum in torch's form: v ← μv + g; θ ← θ − ηv.
 *
 * <p>Source: torch.optim.SGD without dampening and without decay of weights.
 *
 * <p>Not to be confused with {@link Momentum}, v ← μv − ηg; θ ← θ + v: the same path at a constant learning rate.
 * Under a schedule of the rate, here the whole velocity shrinks at once, there an old gradient keeps the rate that it
 * came with.
 */
public final class MomentumTorch {

    static final String VELOCITY = "momentum-torch.velocity";

    /** This optimizer in the catalogue; its settings are those of {@link Momentum}, and for the same reasons. */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "momentum-torch",
            "Classical momentum whose velocity sums gradients, not steps: under a schedule the rate acts on all of it.",
            "v ← μv + g; θ ← θ − ηv",
            "Polyak 1964, Some Methods of Speeding up the Convergence of Iteration Methods, USSR Computational"
                    + " Mathematics and Mathematical Physics 4(5); in the form of torch.optim.SGD",
            Momentum.SETTINGS,
            List.of("sgd"),
            new Entry.SecondForm<>(
                    "momentum",
                    settings -> of(settings.number(DescentStep.LEARNING_RATE), Momentum.schedule(settings))));

    private MomentumTorch() {}

    /** Returns the method with learning rate η and a momentum that may change. */
    public static Optimizer of(double learningRate, MomentumSchedule mu) {
        return FirstOrder.of(new Velocity(VELOCITY, mu), new DescentStep(learningRate));
    }
}
