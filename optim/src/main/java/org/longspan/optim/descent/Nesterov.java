package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;

/**
 * Nesterov's accelerated gradient: v ← μv − ηg(θ + μv); θ ← θ + v. The gradient is taken where the velocity
 * is about to lead.
 *
 * <p>Source: Nesterov 1983, in the form of Sutskever, Martens, Dahl and Hinton 2013, equations 3 and 4.
 *
 * <p>Not to be confused with torch's {@code nesterov=True}, which stores φ = θ + μv and takes the gradient
 * there: the same path at constant η and μ, seen at φ, another one under a schedule of μ. What is evaluated
 * here is θ.
 *
 * @param mu μ, in [0, 1)
 */
public record Nesterov(float mu) implements Probe {

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
            settings -> of(settings.number(DescentStep.LEARNING_RATE), settings.number(Momentum.MOMENTUM)));

    /** Returns the method with learning rate η and momentum μ. */
    public static Optimizer of(double learningRate, double mu) {
        return new FirstOrder(
                new Nesterov((float) mu), List.of(new DescentStep(learningRate), new Momentum((float) mu)));
    }

    @Override
    public Parameters at(Parameters theta, Memory memory) {
        Parameters probe = memory.scratch("probe");
        float[] p = probe.data();
        float[] t = theta.data();
        float[] v = memory.vector(Momentum.VELOCITY).data();
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.fma(mu, v[i], t[i]);
        }
        return probe;
    }
}
