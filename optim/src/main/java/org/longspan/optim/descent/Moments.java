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
        accumulateFirst(beta1, update.data(), first(memory), from, to, step.kernels());
        accumulateSecond(beta2, update.data(), second(memory), from, to, step.kernels());
    }

    /** m ← βm + (1 − β)g on the elements {@code from} to {@code to − 1}, flushed. */
    static void accumulateFirst(double beta, float[] g, float[] m, int from, int to, Kernels kernels) {
        kernels.elementwise().average((float) beta, (float) (1 - beta), g, m, from, to - from);
    }

    /** s ← βs + (1 − β)g² on the elements {@code from} to {@code to − 1}, flushed. */
    static void accumulateSecond(double beta, float[] g, float[] s, int from, int to, Kernels kernels) {
        kernels.elementwise().averageSquares((float) beta, (float) (1 - beta), g, s, from, to - from);
    }
}
