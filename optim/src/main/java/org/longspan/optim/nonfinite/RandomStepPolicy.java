package org.longspan.optim.nonfinite;

import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.optim.NonFinitePolicy;
import org.longspan.optim.RandomDirection;
import org.longspan.optim.Step;

/**
 * A random step where a gradient is not finite: g ← v d with d uniform on the unit sphere. It is treated as any
 * gradient, so under plain descent the step has the length ηv, and momentum remembers it.
 *
 * <p>Source: Goodfellow, Bengio and Courville 2016, section 10.11.1, who say that such a step will typically move away
 * from where the numbers break down.
 *
 * <p>Not to be confused with the clipping of the same name, for gradients that are finite and long; nor with the branch
 * of Pascanu's code, which takes no random step ({@link ShrinkRecurrent}).
 *
 * @param length v
 */
public record RandomStepPolicy(double length) implements NonFinitePolicy {

    /** This policy in the catalogue. */
    public static final Entry<NonFinitePolicy> ENTRY = new Entry<>(
            "random-step",
            "A gradient with NaN or an infinity is replaced by a random one, and the run goes on.",
            "some gᵢ ∉ ℝ: g ← v d, d ~ U{‖d‖ = 1}",
            "Goodfellow, Bengio and Courville 2016, Deep Learning, section 10.11.1",
            List.of(Setting.Number.positive("length", "v, the norm of the random gradient", 1)),
            List.of(),
            settings -> new RandomStepPolicy(settings.number("length")));

    private static final int STREAM = "policy random-step".hashCode();

    @Override
    public boolean holdsStill(double gradientNorm) {
        return false;
    }

    @Override
    public boolean replaces(double gradientNorm) {
        return !Double.isFinite(gradientNorm);
    }

    @Override
    public void replace(Parameters gradient, Parameters theta, Step step) {
        RandomDirection.draw(length, step.stream(STREAM), gradient, step.kernels());
    }

    @Override
    public boolean endsRun(double gradientNorm) {
        return false;
    }
}
