package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Oracle;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Purpose;
import org.longspan.optim.Clipping;
import org.longspan.optim.GradientTransform;
import org.longspan.optim.Memory;
import org.longspan.optim.NonFinitePolicy;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;
import org.longspan.optim.StepReport;

/**
 * A step of any first-order method: the gradient at a probe, clipped, rewritten by a chain into the update that
 * is added to θ.
 *
 * @param probe where the gradient is taken
 * @param chain from the clipped gradient to the update, −η included
 */
public record FirstOrder(Probe probe, List<GradientTransform> chain) implements Optimizer {

    public FirstOrder {
        chain = List.copyOf(chain);
    }

    /** Returns a method that takes its gradient at θ. */
    public static Optimizer of(GradientTransform... chain) {
        return new FirstOrder(Probe.AT_THETA, List.of(chain));
    }

    @Override
    public void step(
            Oracle oracle,
            Parameters theta,
            Memory memory,
            Clipping clipping,
            NonFinitePolicy policy,
            Step step,
            StepReport report) {
        Kernels kernels = step.kernels();
        Parameters update = memory.scratch("update"); // the gradient, rewritten in place into the update

        report.loss = oracle.objective(Purpose.GRADIENT, 0, oracle.batch())
                .gradient(probe.at(theta, memory), clipping.seams(), update);
        report.gradientNorm = kernels.norm(update);
        report.clippedNorm = report.gradientNorm;
        report.updateNorm = 0;
        if (policy.holdsStill(report.gradientNorm)) {
            return;
        }
        clipping.perUpdate().apply(update, theta, memory, step);
        report.clippedNorm = kernels.norm(update);
        rewrite(update, theta, memory, step);
        theta.add(update); // the only line that moves θ
        report.updateNorm = kernels.norm(update);
    }

    private void rewrite(Parameters update, Parameters theta, Memory memory, Step step) {
        for (int i = 0; i < chain.size(); i++) { // by index: an iterator would be allocated at every step
            chain.get(i).apply(update, theta, memory, step);
        }
    }
}
