package org.longspan.optim.descent;

import org.longspan.numerics.Parameters;
import org.longspan.optim.ElementwiseTransform;
import org.longspan.optim.Floor;
import org.longspan.optim.Memory;
import org.longspan.optim.MomentumSchedule;
import org.longspan.optim.Step;

/**
 * v ← μv + u; u ← v, with v = 0 at first. Behind {@link DescentStep} the velocity sums steps ({@link Momentum}), before
 * it gradients ({@link MomentumTorch}).
 *
 * <p>The velocity is zero where it is under the floor of {@link Floor#ofFirst}.
 *
 * @param slot the name of v in the memory
 * @param mu μ over the updates
 */
public record Velocity(String slot, MomentumSchedule mu) implements ElementwiseTransform {

    @Override
    public void begin(Memory memory, Step step) {
        mu.remember(memory, step);
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
        float[] v = advance(update, memory, step, from, to);
        System.arraycopy(v, from, update.data(), from, to - from);
    }

    /** Advances the elements {@code from} to {@code to − 1} of v, and returns v; {@code update} is read only. */
    float[] advance(Parameters update, Memory memory, Step step, int from, int to) {
        float share = mu.at(memory, step);
        float[] u = update.data();
        float[] v = memory.vector(slot).data();
        step.kernels().elementwise().average(share, 1, u, v, from, to - from); // the weight 1 rounds nothing
        return v;
    }
}
