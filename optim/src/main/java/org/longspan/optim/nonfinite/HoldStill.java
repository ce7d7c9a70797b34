package org.longspan.optim.nonfinite;

import org.longspan.numerics.Parameters;
import org.longspan.optim.NonFinitePolicy;
import org.longspan.optim.Step;

/**
 * A gradient that is not finite moves nothing.
 *
 * @param endsRuns whether the run ends with it
 */
public record HoldStill(boolean endsRuns) implements NonFinitePolicy {

    /** The run ends as diverged; θ and every memory stay as they were. */
    public static final NonFinitePolicy FAIL = new HoldStill(true);

    /** θ and every memory stay as they are, and the run goes on. */
    public static final NonFinitePolicy SKIP = new HoldStill(false);

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
        throw new IllegalStateException("a policy that holds still has no other gradient");
    }

    @Override
    public boolean endsRun(double gradientNorm) {
        return endsRuns && holdsStill(gradientNorm);
    }
}
