package org.longspan.model.regularizer;

import org.longspan.numerics.Parameters;

/** No penalty. */
public record NoRegularizer() implements Regularizer {

    @Override
    public double penalty(Parameters theta) {
        return 0;
    }

    @Override
    public void addGradient(Parameters theta, Parameters gradient) {}

    @Override
    public void addCurvature(Parameters direction, Parameters product) {}
}
