package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Oracle;
import org.longspan.numerics.oracle.Purpose;
import org.longspan.optim.ElementwiseTransform;
import org.longspan.optim.GradientTransform;
import org.longspan.optim.Guard;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;
import org.longspan.optim.StepReport;

/**
 * A step of any first-order method: the gradient at a probe passes the guard, and a chain rewrites it into the update.
 *
 * @param probe where the gradient is taken
 * @param chain from the clipped gradient to the update, −η included
 */
public record FirstOrder(Probe probe, List<GradientTransform> chain) implements Optimizer {

    /** Elements that go through the chain together: with θ and two memories 32 KiB, the nearest cache or half of it. */
    private static final int BLOCK = 2048;

    public FirstOrder {
        chain = List.copyOf(chain);
    }

    /** Returns a method that takes its gradient at θ. */
    public static Optimizer of(GradientTransform... chain) {
        return new FirstOrder(Probe.AT_THETA, List.of(chain));
    }

    @Override
    public void step(Oracle oracle, Parameters theta, Memory memory, Guard guard, Step step, StepReport report) {
        Parameters update = memory.scratch("update"); // the gradient, rewritten in place into the update

        report.loss = oracle.objective(Purpose.GRADIENT, 0, oracle.batch())
                .gradient(probe.at(theta, memory, step), guard.clipping().seams(), update);
        report.updateNorm = 0;
        if (guard.clipOrReplace(update, theta, memory, step, report)) {
            descend(update, theta, memory, step);
            report.updateNorm = step.kernels().reductions().norm(update);
        }
    }

    /** Runs the chain and adds the update to θ. By index: an iterator would be allocated each time. */
    private void descend(Parameters update, Parameters theta, Memory memory, Step step) {
        int whole = chain.size(); // the number of transforms up to the last that needs the whole vector
        while (whole > 0 && chain.get(whole - 1) instanceof ElementwiseTransform) {
            whole--;
        }
        for (int i = 0; i < whole; i++) {
            chain.get(i).apply(update, theta, memory, step);
        }
        for (int i = whole; i < chain.size(); i++) {
            ((ElementwiseTransform) chain.get(i)).begin(memory, step);
        }
        for (int from = 0; from < theta.size(); from += BLOCK) {
            int to = Math.min(from + BLOCK, theta.size());
            for (int i = whole; i < chain.size(); i++) {
                ((ElementwiseTransform) chain.get(i)).apply(update, theta, memory, step, from, to);
            }
            add(update.data(), theta.data(), from, to);
        }
    }

    /** The only lines that move θ. */
    private static void add(float[] update, float[] theta, int from, int to) {
        for (int i = from; i < to; i++) {
            theta[i] += update[i];
        }
    }
}
