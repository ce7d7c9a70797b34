package ${package};

import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.ElementwiseTransform;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;
import org.longspan.optim.descent.DescentStep;
import org.longspan.optim.descent.FirstOrder;

/**
 * signSGD: θ ← θ − η sign(g).
 *
 * <p>Source: Bernstein, Wang, Azizzadenesheli and Anandkumar 2018, algorithm 1.
 *
 * <p>Not to be confused with Rprop, which gives each weight a step of its own; with RMSprop, of which this is the
 * limit at ρ = 0, ε = 0.
 */
public record SignSgd() implements ElementwiseTransform {

    /** This optimizer in the catalogue. */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "sign-sgd",
            "A step of the learning rate in every coordinate, against the sign of its gradient.",
            "θ ← θ − η sign(g)",
            "Bernstein, Wang, Azizzadenesheli and Anandkumar 2018, signSGD: Compressed Optimisation for Non-Convex"
                    + " Problems, ICML, arXiv:1802.04434",
            List.of(DescentStep.learningRate(0.001, 1e-5, 0.1)),
            List.of(),
            settings -> FirstOrder.of(new SignSgd(), new DescentStep(settings.number(DescentStep.LEARNING_RATE))));

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
        float[] u = update.data(); // g on entry, sign(g) on return
        for (int i = from; i < to; i++) {
            u[i] = Math.signum(u[i]);
        }
    }
}
