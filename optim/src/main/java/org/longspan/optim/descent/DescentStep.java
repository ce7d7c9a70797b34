package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.Block;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.SearchRange;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.optim.ElementwiseTransform;
import org.longspan.optim.Memory;
import org.longspan.optim.Step;

/**
 * u ← −η f(k) u: the learning rate η times the schedule's factor, and in a block with a {@link Block#rateFactor} of its
 * own times that, so the rate of such a block is another one under every method with this step.
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
        List<Block> blocks = update.layout().blocks();
        for (int b = 0; b < blocks.size(); b++) { // by index: an iterator would be allocated each time
            scale(blocks.get(b), update.data(), from, to, step);
        }
    }

    private static void scale(Block block, float[] u, int from, int to, Step step) {
        int begin = Math.max(from, block.offset());
        int end = Math.min(to, block.end());
        if (block.rateFactor() != 1 && begin < end) {
            step.kernels().elementwise().multiply((float) block.rateFactor(), u, begin, end - begin);
        }
    }
}
