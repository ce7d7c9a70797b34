package org.longspan.optim.nonfinite;

import java.util.List;
import org.longspan.numerics.Block;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.NonFinitePolicy;
import org.longspan.optim.Step;

/**
 * The recurrent weights shrunk where a gradient is not finite, or ‖g‖ > 1e10: the gradient of U becomes 0.02 U and that
 * of all else 0. Under plain descent U ← (1 − 0.02 η) U.
 *
 * <p>Source: the released code of Pascanu, Mikolov and Bengio 2013. Their paper does not mention it.
 *
 * <p>Not to be confused with a random step ({@link RandomStepPolicy}). A trial whose gradients are huge diverges by its
 * own rules all the same.
 */
public record ShrinkRecurrent() implements NonFinitePolicy {

    private static final double SHARE = 0.02;
    private static final double HUGE = 1e10;

    /** This policy in the catalogue. */
    public static final Entry<NonFinitePolicy> ENTRY = new Entry<>(
            "shrink-recurrent",
            "A gradient with NaN or an infinity, or longer than 1e10, is replaced by one that shrinks recurrent weights.",
            "some gᵢ ∉ ℝ or ‖g‖ > 1e10: g_U ← 0.02 U, every other g_b ← 0",
            "Pascanu, Mikolov and Bengio 2013, On the Difficulty of Training Recurrent Neural Networks, ICML,"
                    + " arXiv:1211.5063, the released code",
            List.of(),
            List.of(),
            settings -> new ShrinkRecurrent());

    @Override
    public boolean holdsStill(double gradientNorm) {
        return false;
    }

    @Override
    public boolean replaces(double gradientNorm) {
        return !(gradientNorm <= HUGE);
    }

    @Override
    public void replace(Parameters gradient, Parameters theta, Step step) {
        gradient.zero();
        List<Block> blocks = gradient.layout().blocks();
        for (int b = 0; b < blocks.size(); b++) {
            Block block = blocks.get(b);
            if (block.role() == Role.RECURRENT) {
                System.arraycopy(theta.data(), block.offset(), gradient.data(), block.offset(), block.size());
                step.kernels().elementwise().scale(SHARE, gradient.data(), block.offset(), block.size());
            }
        }
    }

    @Override
    public boolean endsRun(double gradientNorm) {
        return false;
    }
}
