package org.longspan.optim.secondorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.IterativeLinearSolverEvent;
import org.apache.commons.math3.linear.RealLinearOperator;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.IterationEvent;
import org.apache.commons.math3.util.IterationListener;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.oracle.Curvature;

class ConjugateGradientTest {

    @Test
    void itsIteratesAreThoseOfCommonsMath() {
        MatrixOracle oracle = MatrixOracle.random(12, 10, 3);
        List<RealVector> expected = commonsMath(oracle);
        for (int i = 1; i <= 8; i++) {
            Place place = new Place(oracle, new float[12]);
            QuadraticModel model = place.model(oracle);
            new ConjugateGradient(i, 0).solve(model, new Iterates(place.memory));
            for (int j = 0; j < 12; j++) {
                assertThat((double) model.x.data()[j])
                        .as("element %d of iterate %d", j, i)
                        .isCloseTo(expected.get(i - 1).getEntry(j), within(2e-5));
            }
        }
    }

    private static List<RealVector> commonsMath(MatrixOracle oracle) {
        List<RealVector> iterates = new ArrayList<>();
        var solver = new org.apache.commons.math3.linear.ConjugateGradient(1000, 1e-12, true);
        solver.getIterationManager().addIterationListener(new IterationListener() {
            @Override
            public void initializationPerformed(IterationEvent e) {}

            @Override
            public void iterationStarted(IterationEvent e) {}

            @Override
            public void iterationPerformed(IterationEvent e) {
                iterates.add(((IterativeLinearSolverEvent) e).getSolution().copy());
            }

            @Override
            public void terminationPerformed(IterationEvent e) {}
        });
        RealLinearOperator matrix = new Array2DRowRealMatrix(oracle.a);
        RealVector b = matrix.operate(new ArrayRealVector(oracle.minimum)); // −g at 0
        solver.solve(matrix, b);
        return iterates;
    }

    @Test
    void theValueOfTheModelIsThatOfItsDefinitionAtEveryIterate() {
        MatrixOracle oracle = MatrixOracle.random(6, 10, 5);
        Place place = new Place(oracle, new float[6]);
        Iterates way = new Iterates(place.memory);
        QuadraticModel model = place.model(oracle);
        new ConjugateGradient(4, 0).solve(model, way);
        double byDefinition = oracle.value(model.x) - oracle.value(place.theta); // the function is its model
        assertThat(way.values()[way.last()]).isCloseTo(byDefinition, within(1e-5));
        assertThat(way.values()[0]).isZero();
    }

    /** ε = 0.01 and i ≤ 100, so k = 10: the last ten iterations must gain a tenth of what there is. */
    @Test
    void itStallsWhereTenIterationsGainLessThanATenth() {
        ConjugateGradient rule = new ConjugateGradient(1000, 0.01);
        double[] phi = new double[201];
        phi[1] = -8.9;
        phi[11] = -10;
        assertThat(rule.hasStalled(phi, 11)).as("gained 11 of 100").isFalse();
        phi[1] = -9.1;
        assertThat(rule.hasStalled(phi, 11)).as("gained 9 of 100").isTrue();
        phi[0] = -9.1;
        phi[10] = -10;
        assertThat(rule.hasStalled(phi, 10)).as("i is not greater than k").isFalse();
        phi[1] = 0;
        phi[11] = 1e-30;
        assertThat(rule.hasStalled(phi, 11)).as("no gain at all yet").isFalse();
    }

    /** ε = 0.01 and i = 200, so k = 20: the last twenty must gain a fifth. */
    @Test
    void theSpanOfTheRuleIsATenthOfTheIterations() {
        ConjugateGradient rule = new ConjugateGradient(1000, 0.01);
        double[] phi = new double[201];
        phi[200] = -10;
        phi[180] = -7.9;
        phi[190] = -10; // a span of ten would have stalled
        assertThat(rule.hasStalled(phi, 200)).isFalse();
        phi[180] = -8.1;
        assertThat(rule.hasStalled(phi, 200)).isTrue();
    }

    @Test
    void aToleranceOfZeroGoesOnUntilTheResidualIsGone() {
        MatrixOracle oracle = new MatrixOracle(new double[][] {{2, 0}, {0, 2}}, 1, 1);
        Place place = new Place(oracle, 0, 0);
        Iterates way = new Iterates(place.memory);
        new ConjugateGradient(100, 0).solve(place.model(oracle), way);
        assertThat(way.last()).as("one eigenvalue, one iteration").isEqualTo(1);
        assertThat(oracle.products).isEqualTo(1);
    }

    @Test
    void jacobiSolvesADiagonalMatrixInOneIteration() {
        MatrixOracle oracle = new MatrixOracle(new double[][] {{100, 0, 0}, {0, 1, 0}, {0, 0, 0.01}}, 1, 2, 3);
        Place place = new Place(oracle, 0, 0, 0);
        QuadraticModel model = place.model(oracle);
        new JacobiPreconditioner(1).prepare(model, place.descent); // signs cancel where nothing is beside the diagonal
        Iterates way = new Iterates(place.memory);
        new ConjugateGradient(1, 0).solve(model, way);
        assertThat(model.x.data()).usingComparatorWithPrecision(1e-5f).containsExactly(1f, 2f, 3f);
    }

    @Test
    void theDiagonalIsEstimatedAndDamped() {
        MatrixOracle oracle = new MatrixOracle(new double[][] {{3, 0.5}, {0.5, 2}}, 1, 1);
        Place place = new Place(oracle, 0, 0);
        QuadraticModel model = place.model(oracle);
        model.begin(place.descent, oracle, new LevenbergMarquardt(0, 0, Curvature.Divergence.MATCHING).matrix(0), 0.25);
        new JacobiPreconditioner(400).prepare(model, place.descent);
        assertThat((double) model.diagonal.data()[0]).isCloseTo(3.25, within(0.1));
        assertThat((double) model.diagonal.data()[1]).isCloseTo(2.25, within(0.1));
        assertThat(oracle.products).isEqualTo(400).isEqualTo(place.report.products);
    }
}
