package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.ElementwiseTransform;
import org.longspan.optim.Floor;
import org.longspan.optim.Memory;
import org.longspan.optim.MomentumSchedule;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;

/**
 * Momentum in torch's form: v ← μv + g; θ ← θ − ηv.
 *
 * <p>Source: torch.optim.SGD without dampening and without decay of weights.
 *
 * <p>Not to be confused with {@link Momentum}, v ← μv − ηg; θ ← θ + v: the same path at a constant learning rate.
 * Under a schedule of the rate, here the whole velocity shrinks at once, there an old gradient keeps the rate that it
 * came with.
 *
 * <p>The velocity has the dimension of a gradient and is zero under the floor of {@link Floor#ofFirst}.
 *
 * @param mu μ over the updates
 */
public record MomentumTorch(MomentumSchedule mu) implements ElementwiseTransform {

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
            settings -> of(settings.number(DescentStep.LEARNING_RATE), Momentum.schedule(settings)));

    /** Returns the method with learning rate η and a momentum that may change. */
    public static Optimizer of(double learningRate, MomentumSchedule mu) {
        return FirstOrder.of(new MomentumTorch(mu), new DescentStep(learningRate));
    }

    @Override
    public void begin(Memory memory, Step step) {
        mu.remember(memory, step);
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
        float share = mu.at(memory, step);
        float[] u = update.data(); // g on entry, v on return
        float[] v = memory.vector(VELOCITY).data();
        for (int i = from; i < to; i++) {
            v[i] = Math.fma(share, v[i], u[i]);
        }
        Floor.applyToFirst(v, from, to, step.kernels());
        System.arraycopy(v, from, u, from, to - from);
    }
}
