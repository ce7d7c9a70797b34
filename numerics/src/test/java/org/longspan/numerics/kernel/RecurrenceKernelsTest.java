package org.longspan.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;

/** modReLU and the complex recurrence against slow versions in double, written from the equations. */
class RecurrenceKernelsTest {

    private static final String ALL = "org.longspan.numerics.kernel.KernelCases#all";
    private static final int ROWS = 3;
    private static final int UNITS = 38; // whole vectors and a remainder at every width
    private static final double CLOSE = 1e-6;

    private interface DoubleMatrix {
        double at(int row, int column);
    }

    private static void assertClose(Matrix actual, DoubleMatrix expected) {
        for (int i = 0; i < actual.rows(); i++) {
            for (int j = 0; j < actual.columns(); j++) {
                double want = expected.at(i, j);
                assertThat((double) actual.get(i, j))
                        .as("(%d, %d)", i, j)
                        .isCloseTo(want, within(CLOSE * (1 + Math.abs(want))));
            }
        }
    }

    private static double modRelu(double z, double bias) {
        return Math.signum(z) * Math.max(Math.abs(z) + bias, 0);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void modReluKeepsTheSignOfWhatIsLeftOfTheModulus(Kernels kernels) {
        Matrix z = KernelCases.random(ROWS, UNITS, 1);
        Matrix bias = KernelCases.random(1, UNITS, 2);
        Matrix h = KernelCases.random(ROWS, UNITS, 3);
        kernels.activations().modRelu(z, bias, h);

        assertClose(h, (b, j) -> modRelu(z.get(b, j), bias.get(0, j)));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void modReluTangentIsTheDerivativeAlongADirection(Kernels kernels) {
        Matrix z = KernelCases.random(ROWS, UNITS, 1);
        Matrix bias = KernelCases.random(1, UNITS, 2);
        Matrix h = Matrix.zeros(ROWS, UNITS);
        kernels.activations().modRelu(z, bias, h);
        Matrix zDot = KernelCases.random(ROWS, UNITS, 4);
        Matrix biasDot = KernelCases.random(1, UNITS, 5);
        Matrix hDot = KernelCases.random(ROWS, UNITS, 6);
        kernels.activations().modReluTangent(h, zDot, biasDot, hDot);

        assertClose(
                hDot,
                (b, j) -> derivative(e ->
                        modRelu(z.get(b, j) + e * zDot.get(b, j), bias.get(0, j) + e * (double) biasDot.get(0, j))));
    }

    private static double derivative(DoubleUnaryOperator f) {
        double step = 1e-6;
        return (f.applyAsDouble(step) - f.applyAsDouble(-step)) / (2 * step);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void modReluOfZeroIsZeroAndNaNStays(Kernels kernels) {
        Matrix z = Matrix.zeros(1, UNITS);
        Matrix bias = Matrix.zeros(1, UNITS);
        bias.fill(0.5f);
        z.set(0, 1, -0f);
        z.set(0, 2, Float.NaN);
        z.set(0, 3, -Float.MIN_VALUE);
        bias.set(0, 4, Float.NaN);
        z.set(0, 4, 1f);
        z.set(0, 5, Float.NEGATIVE_INFINITY);
        Matrix h = KernelCases.random(1, UNITS, 3);
        kernels.activations().modRelu(z, bias, h);

        assertThat(h.toArray()).startsWith(0f, 0f, Float.NaN, -0.5f, Float.NaN, Float.NEGATIVE_INFINITY, 0f);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void modReluUnderTheFloorIsZero(Kernels kernels) {
        Matrix z = Matrix.zeros(2, UNITS);
        z.fill(-1e-19f);
        Matrix h = KernelCases.random(2, UNITS, 3);
        kernels.activations().modRelu(z, Matrix.zeros(1, UNITS), h);
        assertThat(h.toArray()).containsOnly(0f);

        h.fill(-1f);
        Matrix hDot = KernelCases.random(2, UNITS, 4);
        kernels.activations().modReluTangent(h, z, Matrix.zeros(1, UNITS), hDot);
        assertThat(hDot.toArray()).containsOnly(0f);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void complexNumbersAreMultipliedAndAdded(Kernels kernels) {
        Matrix lambda = KernelCases.random(1, 2 * UNITS, 1);
        Matrix a = KernelCases.random(ROWS, 2 * UNITS, 2);
        Matrix plus = KernelCases.random(ROWS, 2 * UNITS, 3);
        Matrix out = KernelCases.random(ROWS, 2 * UNITS, 4);
        kernels.elementwise().complexMultiplyAdd(lambda, a, plus, out);

        assertClose(
                out.columns(0, UNITS),
                (b, j) -> plus.get(b, j)
                        + (double) lambda.get(0, j) * a.get(b, j)
                        - (double) lambda.get(0, j + UNITS) * a.get(b, j + UNITS));
        assertClose(
                out.columns(UNITS, UNITS),
                (b, j) -> plus.get(b, j + UNITS)
                        + (double) lambda.get(0, j) * a.get(b, j + UNITS)
                        + (double) lambda.get(0, j + UNITS) * a.get(b, j));
    }

    /** A state that shrinks at every step never becomes a denormal number. */
    @ParameterizedTest
    @MethodSource(ALL)
    void aVanishingComplexStateEndsAtZero(Kernels kernels) {
        Matrix lambda = Matrix.zeros(1, 2 * UNITS);
        lambda.fill(0.3f);
        Matrix zeros = Matrix.zeros(ROWS, 2 * UNITS);
        Matrix state = KernelCases.random(ROWS, 2 * UNITS, 2);
        Matrix next = Matrix.zeros(ROWS, 2 * UNITS);
        for (int t = 0; t < 60; t++) {
            kernels.elementwise().complexMultiplyAdd(lambda, state, zeros, next);
            for (float v : next.data()) {
                assertThat(v == 0 || Math.abs(v) >= Kernels.FLOOR).isTrue();
            }
            state.copyFrom(next);
        }
        assertThat(state.toArray()).containsOnly(0f);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void wrongShapesAreNamed(Kernels kernels) {
        Matrix two = Matrix.zeros(2, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels.activations().modRelu(two, Matrix.zeros(1, 3), Matrix.zeros(2, 4)))
                .withMessage("a matrix (1, 3) where (1, 4) is expected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels.activations()
                        .modReluTangent(two, Matrix.zeros(2, 3), Matrix.zeros(1, 4), Matrix.zeros(2, 4)));
        Matrix odd = Matrix.zeros(2, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        kernels.elementwise().complexMultiplyAdd(Matrix.zeros(1, 3), odd, odd, Matrix.zeros(2, 3)))
                .withMessage("a matrix (2, 3) where (2, 2) is expected");
    }
}
