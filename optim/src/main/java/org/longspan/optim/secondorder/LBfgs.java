package org.longspan.optim.secondorder;

import java.util.List;
import java.util.Set;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.oracle.SequenceForwards;
import org.longspan.optim.Memory;
import org.longspan.optim.Need;
import org.longspan.optim.Optimizer;

/**
 * L-BFGS: d = −Hg with an inverse Hessian H built of the last m changes of θ and g, and a step along d whose length
 * meets the strong Wolfe conditions.
 *
 * <p>Source: Liu and Nocedal 1989; Nocedal and Wright 2006, algorithms 7.4, 3.5 and 3.6. The first step is no longer
 * than 1 in the sum of its magnitudes, as in torch: min(1, 1/‖g‖₁).
 *
 * <p><b>It is a method for functions, and a mini-batch gives another function at each step.</b> Here a step asks all
 * its questions of one mini-batch, so a pair compares like with like, and the line search finds a length that is right
 * for it; but pairs of different batches stand side by side in H, whose directions are then noise where the batch is
 * small. Its figures show the method under the protocol of all others, not its potential on a fixed set of sequences.
 *
 * <p>Where d does not descend, all pairs are forgotten and d = −g.
 *
 * <p>Not to be confused with stochastic variants that take y from Hessian products, or add a learning rate.
 */
public record LBfgs(CurvaturePairs pairs) implements Method {

    private static final String HISTORY = "history";

    /** This optimizer in the catalogue. */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "l-bfgs",
            "A quasi-Newton step from the last changes of weights and gradient, its length found by a line search.",
            "θ ← θ − αHg; s = −αHg; y = g′ − g; H ← (I − syᵀ/yᵀs) H (I − ysᵀ/yᵀs) + ssᵀ/yᵀs",
            "Liu and Nocedal 1989, On the Limited Memory BFGS Method for Large Scale Optimization, Mathematical"
                    + " Programming 45; Nocedal and Wright 2006, Numerical Optimization, second edition, Springer",
            List.of(Setting.Number.whole(HISTORY, "m, how many changes are remembered", 100, 1, 1000)),
            List.of(),
            settings -> new SecondOrder(new LBfgs(CurvaturePairs.of(settings.whole(HISTORY)))));

    @Override
    public long costOfDescent(int batch) {
        return (long) Wolfe.MOST_EVALUATIONS * SequenceForwards.GRADIENT * gradientSequences(batch);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.POTENTIAL);
    }

    @Override
    public void descend(Descent descent) {
        Memory memory = descent.memory();
        pairs.prepare(memory);
        Parameters direction = memory.scratch("l-bfgs.direction");
        double slope = direct(descent, direction);
        if (!(slope < 0) || Double.isInfinite(slope)) {
            pairs.forget(memory);
            slope = direct(descent, direction);
        }
        if (!(slope < 0)) {
            return; // no gradient, or a clipping that reversed it
        }
        Wolfe wolfe = memory.workspace(Wolfe.class, Wolfe::new);
        double first = pairs.count(memory) == 0 ? Math.min(1, 1 / sumOfMagnitudes(direction)) : 1;
        double alpha = wolfe.search(descent, direction, slope, first);
        descent.report().iterations = wolfe.evaluations();
        if (alpha > 0) {
            pairs.add(descent, alpha, direction, wolfe.gradient);
            descent.move(alpha, direction);
        } else {
            pairs.forget(memory);
        }
    }

    /** Writes d = −H g and returns its slope. */
    private double direct(Descent descent, Parameters direction) {
        Coefficients scratch = descent.memory().workspace(Coefficients.class, Coefficients::new);
        direction.copyFrom(descent.clipped);
        pairs.multiply(descent, direction, scratch.ofSize(pairs.size()));
        direction.scale(-1);
        return descent.slope(direction);
    }

    private static double sumOfMagnitudes(Parameters v) {
        double sum = 0;
        for (float x : v.data()) {
            sum += Math.abs(x);
        }
        return sum;
    }

    /** The coefficients between the two loops. */
    private static final class Coefficients {

        private double[] row = {};

        Coefficients(Memory memory) {}

        double[] ofSize(int size) {
            if (row.length < size) {
                row = new double[size];
            }
            return row;
        }
    }
}
