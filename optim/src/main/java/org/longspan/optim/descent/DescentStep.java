package org.longspan.optim.descent;

import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.SearchRange;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.optim.ElementwiseTransform;
import org.longspan.optim.Memory;
import org.longspan.optim.Step;

/**
 * u ← −η f(k) u: the learning rate η times the schedule's factor.
 *
 * <p>An element of the update under the floor becomes 0. So weights, being sums of such updates, never become denormal.
 *
 * @param learningRate η
 */
public record DescentStep(double learningRate) implements ElementwiseTransform {

    /** The name of the setting η. */
    public static final String LEARNING_RATE = "learning-rate";

    /** Returns the setting η with its default and its range, log-uniform and the same for every task. */
    public static Setting learningRate(double value, double from, double to) {
        return Setting.Number.positive(LEARNING_RATE, "η, the learning rate", value)
                .tuned(SearchRange.log(from, to));
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
        float minusEta = (float) -(learningRate * step.learningRateFactor());
        step.kernels().elementwise().multiply(minusEta, update.data(), from, to - from);
    }
}
