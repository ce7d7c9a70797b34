package org.longspan.optim.secondorder;

import java.util.Optional;
import java.util.Set;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Oracle;
import org.longspan.numerics.oracle.Purpose;
import org.longspan.numerics.oracle.SequenceForwards;
import org.longspan.optim.Clipping;
import org.longspan.optim.Guard;
import org.longspan.optim.Memory;
import org.longspan.optim.Need;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;
import org.longspan.optim.StepReport;

/**
 * A step of any second-order method, which the method finds from the clipped gradient at θ.
 *
 * <p>Clipping rewrites the g of −B⁻¹g, the right-hand side that is solved for; step lengths and predicted reductions
 * use the unclipped gradient. A clipping inside back-propagation is refused: the result is no function's gradient, so a
 * quadratic model of it predicts nothing.
 *
 * <p>A gradient that is not finite has no model, so where a policy would replace it, θ stays as it is.
 *
 * <p>No learning rate, and so no schedule, acts on these steps.
 *
 * @param method finds the step
 */
record SecondOrder(Method method) implements Optimizer {

    @Override
    public int sequencesPerStep(int batch) {
        return method.sequencesPerStep(batch);
    }

    @Override
    public int sequencesAtOnce(int batch) {
        return method.curvatureSequences(batch);
    }

    @Override
    public long costOfAStep(int batch) {
        return (long) SequenceForwards.GRADIENT * method.gradientSequences(batch) + method.costOfDescent(batch);
    }

    @Override
    public Set<Need> needs() {
        return method.needs();
    }

    @Override
    public void step(Oracle oracle, Parameters theta, Memory memory, Guard guard, Step step, StepReport report) {
        Descent descent = memory.workspace(Descent.class, Descent::new);
        descent.begin(oracle, theta, memory, step, report);
        report.loss = descent.gradient(
                oracle.objective(Purpose.GRADIENT, 0, method.gradientSequences(oracle.batch())),
                guard.clipping().seams());
        descent.clipped.copyFrom(descent.gradient);
        if (guard.clipOrHold(descent.clipped, theta, memory, step, report)) {
            method.descend(descent);
        }
    }

    @Override
    public Optional<String> refuses(Clipping clipping) {
        if (clipping.seams().perStep() != null) {
            return Optional.of(
                    "a signal clipped inside back-propagation leaves no function's gradient to solve a step for");
        }
        if (clipping.seams().perExample() != null) {
            return Optional.of("sequences weighed by their gradients leave no function's gradient to solve a step for");
        }
        return Optional.empty();
    }
}
