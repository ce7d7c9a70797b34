package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.ElementwiseTransform;
import org.longspan.optim.Memory;
import org.longspan.optim.MomentumSchedule;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;

/**
 * Nesterov's accelerated gradient in torch's form: v ← μv + g; θ ← θ − η(g + μv), the gradient taken at θ.
 *
 * <p>Source: torch.optim.SGD with {@code nesterov=True}, which follows Sutskever, Martens, Dahl and Hinton 2013.
 *
 * <p>Not to be confused with {@link Nesterov}, though at constant η and μ it is the same path, seen at the probe: what
 * is θ here is φ = θ + μv there. That one moves its probe by φ ← φ − ηg + μ′v, where v is the new velocity and μ′ the
 * momentum of the <b>next</b> update; here μ is that of the present one. So the paths part as soon as a schedule
 * changes μ, as they do when it changes η, which acts on the whole velocity here. The loss is evaluated at θ, the
 * other's probe.
 *
 * @param velocity v and μ
 */
public record NesterovTorch(Velocity velocity) implements ElementwiseTransform {

    static final String VELOCITY = "nesterov-torch.velocity";

    /** This optimizer in the catalogue; its settings are those of {@link Momentum}, and for the same reasons. */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "nesterov-torch",
            "Nesterov's accelerated gradient in the variables of its probe, which is what moves and what is evaluated.",
            "v ← μv + g; θ ← θ − η(g + μv)",
            "Nesterov 1983, A Method for Solving the Convex Programming Problem with Convergence Rate O(1/k²), Soviet"
                    + " Mathematics Doklady 27; in the form of torch.optim.SGD",
            Momentum.SETTINGS,
            List.of("sgd"),
            new Entry.SecondForm<>(
                    "nesterov",
                    settings -> of(settings.number(DescentStep.LEARNING_RATE), Momentum.schedule(settings))));

    /** Returns the method with learning rate η and a momentum that may change. */
    public static Optimizer of(double learningRate, MomentumSchedule mu) {
        return FirstOrder.of(new NesterovTorch(new Velocity(VELOCITY, mu)), new DescentStep(learningRate));
    }

    @Override
    public void begin(Memory memory, Step step) {
        velocity.begin(memory, step);
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
        float share = velocity.mu().at(memory, step);
        float[] u = update.data(); // g on entry, g + μv on return
        float[] v = velocity.advance(update, memory, step, from, to);
        for (int i = from; i < to; i++) {
            u[i] = Math.fma(share, v[i], u[i]);
        }
    }
}
