package org.longspan.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;

/** No buffer of a workspace holds a denormal number, whether signals vanish, stay or explode. */
class FlushingTest {

    private static final int STEPS = 150;

    @ParameterizedTest
    @CsvSource({
        "tanh-rnn, 0.05",
        "tanh-rnn, 0.3",
        "tanh-rnn, 0.6",
        "tanh-rnn, 2",
        "tanh-rnn, 30",
        "logistic-rnn, 0.05",
        "logistic-rnn, 0.6",
        "logistic-rnn, 30",
        "relu-rnn, 0.05",
        "relu-rnn, 0.3",
        "relu-rnn, 0.6",
        "relu-rnn, 30",
        "linear-rnn, 0.05",
        "linear-rnn, 0.3",
        "linear-rnn, 0.6",
        "linear-rnn, 30",
        "leaky-integrator, 0.05",
        "leaky-integrator, 0.6",
        "leaky-integrator, 30",
        "echo-state, 0.05",
        "echo-state, 30",
        "lstm, 0.05",
        "lstm, 0.3",
        "lstm, 1",
        "lstm, 5",
        "lstm, 30",
        "lstm-1997, 0.05",
        "lstm-1997, 0.3",
        "lstm-1997, 1",
        "lstm-1997, 5",
        "lstm-1997, 30",
        "gru, 0.05",
        "gru, 0.3",
        "gru, 1",
        "gru, 5",
        "gru, 30",
        "gru-cho, 0.05",
        "gru-cho, 0.3",
        "gru-cho, 1",
        "gru-cho, 5",
        "gru-cho, 30",
        "min-gru, 0.05",
        "min-gru, 0.3",
        "min-gru, 1",
        "min-gru, 5",
        "min-gru, 30",
        "lstm, 0.05",
        "lstm, 0.3",
        "lstm, 1",
        "lstm, 5",
        "lstm, 30",
        "orthogonal-rnn, 0.05",
        "orthogonal-rnn, 0.3",
        "orthogonal-rnn, 0.6",
        "orthogonal-rnn, 2",
        "orthogonal-rnn, 30",
        "lru, 0.05",
        "lru, 0.3",
        "lru, 1",
        "lru, 2",
        "lru, 4"
    })
    void noBufferHoldsADenormalNumber(String cell, double range) throws IllegalAccessException {
        Case c = new Case(Architecture.of(cell, 6).withLayers(2), ToyTask.lastOnly(STEPS, 2, 1), 3, 4);
        Parameters theta = c.random(range, 1);
        Parameters gradient = new Parameters(c.network.layout());
        Parameters product = new Parameters(c.network.layout());
        c.objective.gradient(theta, GradientSeams.NONE, gradient);
        c.objective.curvature(c.random(1, 2), new Curvature.GaussNewton(0.01), product);
        assertNothingUnderTheFloor(product.data());
        if (c.objective.supports(new Curvature.Hessian())) {
            c.objective.curvature(c.random(1, 2), new Curvature.Hessian(), product);
            for (Matrix dhDot : c.workspace.secondTangents().dhDot) {
                assertNothingUnderTheFloor(dhDot.data());
            }
        }
        c.objective.gradient(theta, GradientSeams.NONE, gradient);

        assertThat(denormals(c.workspace)).isZero();
        assertNothingUnderTheFloor(gradient.data());
        assertNothingUnderTheFloor(product.data());
        for (int layer = 0; layer < 2; layer++) {
            assertNothingUnderTheFloor(c.workspace.buffers().dh[layer].data());
            assertNothingUnderTheFloor(
                    c.workspace.buffers().runs[layer].outputs().toArray());
            assertNothingUnderTheFloor(c.workspace.tangents().hDot[layer].data());
        }
    }

    private static void assertNothingUnderTheFloor(float[] values) {
        for (float v : values) {
            assertThat(Math.abs(v)).matches(a -> !(a > 0 && a < Kernels.FLOOR));
        }
    }

    @ParameterizedTest
    @CsvSource({"tanh-rnn, 0.05", "lstm, 0.3", "gru, 0.3", "gru-cho, 0.3", "min-gru, 0.3"})
    void theSignalsOfTheseRunsDoVanish(String cell, double range) {
        Case c = new Case(Architecture.of(cell, 6), ToyTask.lastOnly(STEPS, 2, 1), 3, 3);
        c.objective.gradient(c.random(range, 1), GradientSeams.NONE, new Parameters(c.network.layout()));

        assertThat(c.workspace.buffers().dh[0].get(3 * STEPS - 1, 0)).isNotZero();
        assertThat(c.workspace.buffers().dh[0].get(0, 0)).isZero();
    }

    /** Counts over every float array that {@code root} holds, itself or through others. */
    private static long denormals(Object root) throws IllegalAccessException {
        long count = 0;
        long elements = 0;
        for (float[] floats : FloatArrays.of(root)) {
            elements += floats.length;
            for (float v : floats) {
                count += v != 0 && Math.abs(v) < Float.MIN_NORMAL ? 1 : 0;
            }
        }
        assertThat(elements).isGreaterThan(10_000);
        return count;
    }
}
