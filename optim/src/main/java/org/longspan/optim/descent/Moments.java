package org.longspan.optim.descent;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.optim.ElementwiseTransform;
import org.longspan.optim.Floor;
import org.longspan.optim.Memory;
import org.longspan.optim.Step;

/**
 * Running means of the gradient and of its square: m ← β₁m + (1 − β₁)g; s ← β₂s + (1 − β₂)g², with m = s = 0 at first.
 * The update passes unchanged; the method that holds the moments reads them.
 *
 * <p>The first moment is zero under the floor of {@link Floor#ofFirst}, the second where it would be denormal
 * ({@link Floor#ofSecond}).
 *
 * @param firstSlot the name of m in the memory
 * @param secondSlot the name of s in the memory
 * @param beta1 β₁, in [0, 1)
 * @param beta2 β₂, in [0, 1)
 */
public record Moments(String firstSlot, String secondSlot, double beta1, double beta2) implements ElementwiseTransform {

    /** Returns the moments of a method, kept under its name. */
    public static Moments of(String method, double beta1, double beta2) {
        return new Moments(method + ".first-moment", method + ".second-moment", beta1, beta2);
    }

    /** Returns the elements of m in {@code memory}. */
    public float[] first(Memory memory) {
        return memory.vector(firstSlot).data();
    }

    /** Returns the elements of s in {@code memory}. */
    public float[] second(Memory memory) {
        return memory.vector(secondSlot).data();
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
        float b1 = (float) beta1;
        float b2 = (float) beta2;
        float oneMinusB1 = (float) (1 - beta1);
        float oneMinusB2 = (float) (1 - beta2);
        float[] u = update.data(); // g
        float[] m = first(memory);
        float[] s = second(memory);
        for (int i = from; i < to; i++) { // one loop: g is read once
            float g = u[i];
            m[i] = Math.fma(b1, m[i], oneMinusB1 * g);
            s[i] = Math.fma(b2, s[i], oneMinusB2 * g * g);
        }
        Floor.applyToFirst(m, from, to, step.kernels());
        Floor.applyToSecond(s, from, to, step.kernels());
    }

    /** m ← βm + (1 − β)g on the elements {@code from} to {@code to − 1}, for a method without a second moment. */
    static void accumulateFirst(double beta, float[] g, float[] m, int from, int to, Kernels kernels) {
        float b = (float) beta;
        float oneMinusB = (float) (1 - beta);
        for (int i = from; i < to; i++) {
            m[i] = Math.fma(b, m[i], oneMinusB * g[i]);
        }
        Floor.applyToFirst(m, from, to, kernels);
    }

    /** s ← βs + (1 − β)g² on the elements {@code from} to {@code to − 1}, for a method without a first moment. */
    static void accumulateSecond(double beta, float[] g, float[] s, int from, int to, Kernels kernels) {
        float b = (float) beta;
        float oneMinusB = (float) (1 - beta);
        for (int i = from; i < to; i++) {
            float x = g[i];
            s[i] = Math.fma(b, s[i], oneMinusB * x * x);
        }
        Floor.applyToSecond(s, from, to, kernels);
    }
}
