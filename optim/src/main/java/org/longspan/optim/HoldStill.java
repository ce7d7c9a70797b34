package org.longspan.optim;

import org.longspan.numerics.Parameters;

/**
 * A gradient that is not finite moves nothing.
 *
 * @param endsRuns whether the run ends with it
 */
record HoldStill(boolean endsRuns) implements NonFinitePolicy {

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
