package org.longspan.harness.run;

import org.longspan.model.TaskObjective;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.oracle.Objective;
import org.longspan.numerics.oracle.SequenceForwards;

/** An objective that reports the cost of each call to its oracle, in sequence-forwards. */
final class CountedObjective implements Objective {

    private final TaskObjective objective;
    private final CountingOracle oracle;

    CountedObjective(TaskObjective objective, CountingOracle oracle) {
        this.objective = objective;
        this.oracle = oracle;
    }

    CountedObjective bind(long from, int count) {
        objective.bind(from, count);
        return this;
    }

    @Override
    public int sequences() {
        return objective.sequences();
    }

    @Override
    public double loss(Parameters theta) {
        oracle.count(SequenceForwards.LOSS, sequences());
        return objective.loss(theta);
    }

    @Override
    public double penalty(Parameters theta) {
        return objective.penalty(theta);
    }

    @Override
    public double gradient(Parameters theta, GradientSeams seams, Parameters gradient) {
        int norms = seams.perExample() == null ? 0 : SequenceForwards.EXAMPLE_NORMS;
        oracle.count(SequenceForwards.GRADIENT + norms + objective.signalCost(seams), sequences());
        return objective.gradient(theta, seams, gradient);
    }

    /** Returns the regularizer's penalty on signals at the last gradient; NaN if it has none. */
    double signalPenalty() {
        return objective.signalPenalty();
    }

    @Override
    public void curvature(Parameters direction, Curvature curvature, Parameters product) {
        int gaussNewton = keepsTape() ? SequenceForwards.PRODUCT_WITH_TAPE : SequenceForwards.PRODUCT_WITHOUT_TAPE;
        oracle.count(
                curvature instanceof Curvature.Hessian ? SequenceForwards.HESSIAN_PRODUCT : gaussNewton, sequences());
        objective.curvature(direction, curvature, product);
    }

    @Override
    public boolean supports(Curvature curvature) {
        return objective.supports(curvature);
    }

    @Override
    public void exampleNorms(Parameters theta, GradientSeams seams, double[] norms) {
        oracle.count(SequenceForwards.GRADIENT, sequences());
        objective.exampleNorms(theta, seams, norms);
    }

    @Override
    public double hiddenDivergence(Parameters theta, Parameters delta) {
        oracle.count(2 * SequenceForwards.LOSS, sequences());
        return objective.hiddenDivergence(theta, delta);
    }

    @Override
    public boolean keepsTape() {
        return objective.keepsTape();
    }
}
