package org.longspan.optim.nonfinite;

import java.util.List;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.NonFinitePolicy;
import org.longspan.optim.Step;

/**
 * A gradient that is not finite moves nothing: {@code fail} and {@code skip}.
 *
 * @param endsRuns whether the run ends with it
 */
public record HoldStill(boolean endsRuns) implements NonFinitePolicy {

    /** The run ends as diverged; θ and every memory stay as they were. */
    public static final NonFinitePolicy FAIL = new HoldStill(true);

    /** Leaves θ and every memory unchanged, and the run continues. */
    public static final NonFinitePolicy SKIP = new HoldStill(false);

    /** {@link #FAIL} in the catalogue. */
    public static final Entry<NonFinitePolicy> FAIL_ENTRY = new Entry<>(
            "fail",
            "A gradient with NaN or an infinity ends the run as diverged.",
            "some gᵢ ∉ ℝ: stop",
            "Convention; Goodfellow, Bengio and Courville 2016, Deep Learning, section 10.11.1, discuss what else could"
                    + " be done",
            List.of(),
            List.of(),
            settings -> FAIL);

    /** {@link #SKIP} in the catalogue. */
    public static final Entry<NonFinitePolicy> SKIP_ENTRY = new Entry<>(
            "skip",
            "A gradient with NaN or an infinity is passed over: weights and memories stay, the run goes on.",
            "some gᵢ ∉ ℝ: θ ← θ, memory ← memory",
            "Micikevicius et al. 2018, Mixed Precision Training, ICLR, arXiv:1710.03740, section 3.2",
            List.of(),
            List.of(),
            settings -> SKIP);

    @Override
    public boolean holdsStill(double gradientNorm) {
        return !Double.isFinite(gradientNorm);
    }

    @Override
    public boolean replaces(double gradientNorm) {
        return false;
    }

    @Override
    public void replace(Parameters gradient, Parameters theta, Step step) {
        throw new IllegalStateException("a policy that holds still replaces no gradient");
    }

    @Override
    public boolean endsRun(double gradientNorm) {
        return endsRuns && holdsStill(gradientNorm);
    }
}
