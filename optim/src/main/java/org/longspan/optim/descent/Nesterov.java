package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.Memory;
import org.longspan.optim.MomentumSchedule;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;
import org.longspan.optim.schedule.ConstantMomentum;

/**
 * Nesterov's accelerated gradient: v ← μv − ηg(θ + μv); θ ← θ + v. The gradient is taken where the velocity
 * is about to lead.
 *
 * <p>Source: Nesterov 1983, in the form of Sutskever, Martens, Dahl and Hinton 2013, equations 3 and 4.
 *
 * <p>Not to be confused with torch's {@code nesterov=True} ({@link NesterovTorch}), which stores φ = θ + μv and takes
 * the gradient there: the same path at constant η and μ, seen at φ, another one under a schedule. Here the loss is
 * evaluated at θ. Under a schedule the μ of an update is that of its probe and of its velocity alike.
 *
 * @param mu μ over the updates
 */
public record Nesterov(MomentumSchedule mu) implements Probe {

    /** This optimizer in the catalogue. */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "nesterov",
            "Nesterov's accelerated gradient, taken at the probe θ + μv.",
            "v ← μv − ηg(θ + μv); θ ← θ + v",
            "Nesterov 1983, A Method for Solving the Convex Programming Problem with Convergence Rate O(1/k²), Soviet"
                    + " Mathematics Doklady 27; in the form of Sutskever, Martens, Dahl and Hinton 2013, On the"
                    + " Importance of Initialization and Momentum in Deep Learning, ICML",
            Momentum.SETTINGS,
            List.of("sgd"),
            settings -> of(settings.number(DescentStep.LEARNING_RATE), Momentum.schedule(settings)));

    /** Returns the method with learning rate η and momentum μ. */
    public static Optimizer of(double learningRate, double mu) {
        return of(learningRate, new ConstantMomentum((float) mu));
    }

    /** Returns the method with learning rate η and a momentum that changes. */
    public static Optimizer of(double learningRate, MomentumSchedule mu) {
        return new FirstOrder(
                new Nesterov(mu), List.of(new DescentStep(learningRate), new Velocity(Momentum.VELOCITY, mu)));
    }

    @Override
    public Parameters at(Parameters theta, Memory memory, Step step) {
        float share = mu.at(memory, step);
        Parameters probe = memory.scratch("probe");
        float[] p = probe.data();
        float[] t = theta.data();
        float[] v = memory.vector(Momentum.VELOCITY).data();
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.fma(share, v[i], t[i]);
        }
        return probe;
    }
}
