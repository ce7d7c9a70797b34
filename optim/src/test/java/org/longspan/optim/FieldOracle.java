package org.longspan.optim;

import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.oracle.Objective;
import org.longspan.numerics.oracle.Oracle;
import org.longspan.numerics.oracle.Purpose;

/** An oracle whose loss and gradient are a function that a test writes down. */
public final class FieldOracle implements Oracle, Objective {

    /** Writes the gradient at θ and returns the loss. */
    @FunctionalInterface
    public interface Field {
        double gradient(Parameters theta, Parameters gradient);
    }

    private final Field field;

    public FieldOracle(Field field) {
        this.field = field;
    }

    /** The loss ½ Σ λᵢ θᵢ², with λ repeated where it is shorter than θ. */
    public static FieldOracle quadratic(float... lambda) {
        return new FieldOracle((theta, gradient) -> {
            double loss = 0;
            for (int i = 0; i < theta.size(); i++) {
                float t = theta.data()[i];
                gradient.data()[i] = lambda[i % lambda.length] * t;
                loss += 0.5 * lambda[i % lambda.length] * t * t;
            }
            return loss;
        });
    }

    @Override
    public double gradient(Parameters theta, GradientSeams seams, Parameters gradient) {
        return field.gradient(theta, gradient);
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public Objective objective(Purpose purpose, int from, int count) {
        return this;
    }

    @Override
    public long sequenceForwards() {
        return 0;
    }

    @Override
    public int sequences() {
        return 1;
    }

    @Override
    public double loss(Parameters theta) {
        return field.gradient(theta, new Parameters(theta.layout()));
    }

    @Override
    public void curvature(Parameters direction, Curvature curvature, Parameters product) {
        throw new UnsupportedOperationException("a first-order method asked for curvature");
    }

    @Override
    public boolean supports(Curvature curvature) {
        return false;
    }

    @Override
    public void exampleNorms(Parameters theta, GradientSeams seams, double[] norms) {
        throw new UnsupportedOperationException("a first-order method asked for the norms of examples");
    }

    @Override
    public double hiddenDivergence(Parameters theta, Parameters delta) {
        throw new UnsupportedOperationException("a first-order method asked for a divergence");
    }

    @Override
    public boolean keepsTape() {
        return false;
    }
}
