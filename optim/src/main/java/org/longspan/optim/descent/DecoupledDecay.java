package org.longspan.optim.descent;

import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.optim.ElementwiseTransform;
import org.longspan.optim.Memory;
import org.longspan.optim.Step;

/**
 * u ← u + λθ, so that the step −ηu also shrinks weights by ηλ.
 *
 * <p>Source: Loshchilov and Hutter 2019, in torch's form, where η multiplies λ.
 *
 * <p>Not to be confused with L2, which adds λθ to the gradient before a method scales it. Biases shrink as weights do.
 *
 * @param lambda λ
 */
record DecoupledDecay(double lambda) implements ElementwiseTransform {

    /** The name of the setting λ. */
    static final String WEIGHT_DECAY = "weight-decay";

    /** Returns the setting λ with its default. */
    static Setting setting(double value) {
        return Setting.Number.within(
                WEIGHT_DECAY, "λ, the share of a weight, times η, that an update takes from it", value, 0, 1e6);
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
        add(lambda, theta.data(), update.data(), from, to);
    }

    /** u ← u + λθ on the elements {@code from} to {@code to − 1}. */
    static void add(double lambda, float[] theta, float[] u, int from, int to) {
        float share = (float) lambda;
        for (int i = from; i < to; i++) {
            u[i] = Math.fma(share, theta[i], u[i]);
        }
    }
}
