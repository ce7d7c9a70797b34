package org.longspan.model;

import static org.longspan.model.LagErrors.error;
import static org.longspan.model.LagErrors.hold;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.longspan.model.LagErrors.Quantity;
import org.longspan.numerics.Matrix;

/** Derivatives by lag where they have closed forms. */
@ExtendWith(LagErrors.class)
class LagClosedFormsTest {

    @Test
    void aLinearNetworkHasItsClosedForm() {
        Case c = new Case(Architecture.of("linear-rnn", Case.HIDDEN), ToyTask.lastOnly(7, 3, 2), 4, 4);
        Trajectory along = TrajectoryTest.trajectory(c);
        Matrix u = c.theta.block("layer0.recurrent");
        along.backward(new Trajectory.Seed[] {along.loss()}, (state, signals) -> {
            for (int b = 0; b < along.sequences(); b++) {
                // δ_k = δ_0 (Uᵀ)ᵏ, for rows; ∂ℓ/∂y = 2/O (y - target)
                double[] signal = TrajectoryTest.row(along.loss().state(), b);
                for (int k = 0; k < along.steps() - state; k++) {
                    signal = timesTransposed(signal, u);
                }
                hold(c, Quantity.CLOSED_SIGNAL, error(signals[0], b, signal));
            }
        });
    }

    private static double[] timesTransposed(double[] v, Matrix u) {
        double[] product = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < v.length; j++) {
                product[i] += v[j] * u.get(i, j);
            }
        }
        return product;
    }

    /** With one output and ℓ = e²: g = 2e ∂y, so ĝᵀ G ĝ = 2 (∂y ĝ)² = 2 ‖∂y‖² = ‖g‖² / (2e²). */
    @Test
    void withOneOutputTheGaussNewtonFormIsTheSquaredSignalOverTheLoss() {
        Case c = new Case(Architecture.of("lstm", Case.HIDDEN), ToyTask.lastOnly(7, 3, 1), 4, 4);
        Trajectory along = TrajectoryTest.trajectory(c);
        Matrix[] at = new Matrix[along.steps() + 1];
        along.backward(new Trajectory.Seed[] {along.loss()}, (state, signals) -> {
            at[state] = along.newState();
            at[state].copyFrom(signals[0]);
        });
        LagProducts products = new LagProducts(along);
        for (int lag = 1; lag <= along.steps(); lag++) {
            Matrix g = at[along.steps() - lag];
            products.tangent(lag, g, along.newState());
            for (int b = 0; b < along.sequences(); b++) {
                double square = SlowCut.dot(TrajectoryTest.row(g, b), TrajectoryTest.row(g, b));
                double expected = square * square / (2 * along.lossOf(b));
                hold(c, Quantity.CLOSED_FORM, error(products.gaussNewtonForms()[b], expected));
            }
        }
    }
}
