package org.longspan.microbench;

import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.oracle.Objective;

/**
 * An objective with one constant gradient, so that an update is measured alone.
 *
 * @param value the gradient
 */
record GivenGradient(Parameters value) implements Objective {

    @Override
    public int sequences() {
        return 1;
    }

    @Override
    public double loss(Parameters theta) {
        return 0;
    }

    @Override
    public double gradient(Parameters theta, GradientSeams seams, Parameters gradient) {
        gradient.copyFrom(value);
        return 0;
    }

    @Override
    public void curvature(Parameters direction, Curvature curvature, Parameters product) {
        throw new UnsupportedOperationException("no products with " + curvature);
    }

    @Override
    public boolean supports(Curvature curvature) {
        return false;
    }

    @Override
    public void exampleNorms(Parameters theta, GradientSeams seams, double[] norms) {
        throw new UnsupportedOperationException("no gradients of single sequences");
    }

    @Override
    public double hiddenDivergence(Parameters theta, Parameters delta) {
        throw new UnsupportedOperationException("no hidden states");
    }

    @Override
    public boolean keepsTape() {
        return false;
    }
}
