package org.longspan.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;

/** Every implementation against slow versions in double, written from the equations. */
class KernelsTest {

    private static final String ALL = "org.longspan.numerics.kernel.KernelCases#all";
    private static final double CLOSE = 2e-6;

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
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

    private interface DoubleMatrix {
        double at(int row, int column);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void productsAddToWhatStandsThere(Kernels kernels) {
        Matrix a = KernelCases.random(6, 11, 1);
        Matrix b = KernelCases.random(11, 37, 2);
        Matrix c = KernelCases.random(6, 37, 3);
        Matrix before = KernelCases.copy(c);
        kernels.products().addProduct(a, panels(kernels, b), c);
        assertClose(c, (i, j) -> {
            double sum = before.get(i, j);
            for (int k = 0; k < 11; k++) {
                sum += (double) a.get(i, k) * b.get(k, j);
            }
            return sum;
        });
    }

    private static Panels panels(Kernels kernels, Matrix b) {
        Panels panels = kernels.products().newPanels(b.rows(), b.columns());
        panels.pack(b);
        return panels;
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void setProductsBeginWithTheRow(Kernels kernels) {
        Matrix a = KernelCases.random(6, 11, 1);
        Matrix b = KernelCases.random(37, 11, 2);
        Matrix row = KernelCases.random(1, 37, 3);
        Panels panels = kernels.products().newPanels(11, 37);
        panels.packTransposed(b);
        Matrix c = KernelCases.random(6, 37, 4);
        kernels.products().setProduct(row, a, panels, c);
        assertClose(c, (i, j) -> {
            double sum = row.get(0, j);
            for (int k = 0; k < 11; k++) {
                sum += (double) a.get(i, k) * b.get(j, k);
            }
            return sum;
        });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void transposedProductsAddToWhatStandsThere(Kernels kernels) {
        Matrix a = KernelCases.random(300, 6, 1);
        Matrix b = KernelCases.random(300, 21, 2);
        Matrix c = KernelCases.random(6, 21, 3);
        Matrix before = KernelCases.copy(c);
        kernels.products().addTransposedProduct(a, b, c);
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 21; j++) {
                double sum = before.get(i, j);
                for (int k = 0; k < 300; k++) {
                    sum += (double) a.get(k, i) * b.get(k, j);
                }
                assertThat((double) c.get(i, j)).isCloseTo(sum, within(1e-4)); // 300 roundings of partial sums
            }
        }
    }

    /** (1 + 2⁻¹²)² - (1 + 2⁻¹¹) is 2⁻²⁴ with one rounding and 0 with two. */
    @ParameterizedTest
    @MethodSource(ALL)
    void productsRoundOnceAStep(Kernels kernels) {
        Matrix a = Matrix.zeros(1, 1);
        Matrix b = Matrix.zeros(1, 40);
        Matrix c = Matrix.zeros(1, 40);
        a.fill(1 + 0x1p-12f);
        b.fill(1 + 0x1p-12f);
        c.fill(-1 - 0x1p-11f);
        kernels.products().addProduct(a, panels(kernels, b), c);
        assertThat(c.data()).containsOnly(0x1p-24f);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void columnSumsAddToWhatStandsThere(Kernels kernels) {
        Matrix a = KernelCases.random(19, 23, 1);
        Matrix sum = KernelCases.random(1, 23, 2);
        Matrix before = KernelCases.copy(sum);
        kernels.products().addColumnSums(a, sum);
        assertClose(sum, (i, j) -> {
            double total = before.get(0, j);
            for (int row = 0; row < 19; row++) {
                total += a.get(row, j);
            }
            return total;
        });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void activationsAreTheFunctions(Kernels kernels) {
        Matrix a = KernelCases.random(3, 41, 1);
        Matrix out = Matrix.zeros(3, 41);
        kernels.activations().tanh(a, out);
        assertClose(out, (i, j) -> StrictMath.tanh(a.get(i, j)));
        kernels.activations().sigmoid(a, out);
        assertClose(out, (i, j) -> sigmoid(a.get(i, j)));
        kernels.elementwise().exp(a, out);
        assertClose(out, (i, j) -> StrictMath.exp(a.get(i, j)));
        kernels.activations().relu(a, out);
        assertClose(out, (i, j) -> Math.max(0.0, a.get(i, j)));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void backwardOfAnActivationIsTheSlopeAtItsValue(Kernels kernels) {
        Matrix z = KernelCases.random(3, 41, 1);
        Matrix dh = KernelCases.random(3, 41, 2);
        Matrix h = Matrix.zeros(3, 41);
        Matrix dz = Matrix.zeros(3, 41);
        kernels.activations().tanh(z, h);
        kernels.activations().tanhBackward(h, dh, dz);
        assertClose(dz, (i, j) -> dh.get(i, j) * derivative(x -> StrictMath.tanh(z.get(i, j) + x)));
        kernels.activations().sigmoid(z, h);
        kernels.activations().sigmoidBackward(h, dh, dz);
        assertClose(dz, (i, j) -> dh.get(i, j) * derivative(x -> sigmoid(z.get(i, j) + x)));
        kernels.activations().relu(z, h);
        kernels.activations().reluBackward(h, dh, dz);
        assertClose(dz, (i, j) -> dh.get(i, j) * derivative(x -> Math.max(0, z.get(i, j) + x)));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void theRectifierKeepsNaNAndDropsTheSignOfZero(Kernels kernels) {
        float[] given = {Float.NaN, -0f, -1f, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY};
        Matrix a = Matrix.zeros(1, 40);
        for (int j = 0; j < 40; j++) {
            a.set(0, j, given[j % given.length]);
        }
        Matrix out = Matrix.zeros(1, 40);
        Matrix dz = Matrix.zeros(1, 40);
        Matrix ones = Matrix.zeros(1, 40);
        ones.fill(1f);
        kernels.activations().relu(a, out);
        kernels.activations().reluBackward(out, ones, dz);
        for (int j = 0; j < 40; j += given.length) {
            assertThat(Arrays.copyOfRange(out.data(), j, j + given.length))
                    .containsExactly(Float.NaN, 0f, 0f, 0f, Float.POSITIVE_INFINITY);
            assertThat(Arrays.copyOfRange(dz.data(), j, j + given.length)).containsExactly(1f, 0f, 0f, 0f, 1f);
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void scaledSumsAddToWhatStandsThereAndAreFlushed(Kernels kernels) {
        Matrix a = KernelCases.random(3, 41, 1);
        Matrix c = KernelCases.random(3, 41, 2);
        Matrix before = KernelCases.copy(c);
        kernels.elementwise().addScaled(-0.3f, a, c);
        assertClose(c, (i, j) -> before.get(i, j) - 0.3 * a.get(i, j));
        c.fill(0f);
        kernels.elementwise().addScaled(1e-30f, a, c);
        assertClose(c, (i, j) -> 0);
        assertThat(c.toArray()).containsOnly(0f);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void flushLeavesNoDenormalAndChangesNothingElse(Kernels kernels) {
        Matrix a = KernelCases.extreme(9, 77, 1);
        Matrix before = KernelCases.copy(a);
        assertThat(denormals(before)).isPositive();
        kernels.elementwise().flush(a);
        assertThat(denormals(a)).isZero();
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                float was = before.get(i, j);
                Float expected = Math.abs(was) < Kernels.FLOOR ? 0f : was; // boxed: NaN equals NaN
                assertThat(a.get(i, j)).isEqualTo(expected);
            }
        }
    }

    /** Each fused flush gives the bits of two kernels, also of NaN and -0, and again when it is applied again. */
    @ParameterizedTest
    @MethodSource(ALL)
    void fusedFlushesAreThoseOfTwoKernels(Kernels kernels) {
        for (int columns : new int[] {3, 16, 50}) {
            Matrix a = KernelCases.extreme(5, columns, 1);
            Matrix h = Matrix.zeros(5, columns);
            Matrix fused = Matrix.zeros(5, columns);
            kernels.activations().tanh(a, h);
            kernels.elementwise().flush(h);
            kernels.activations().flushedTanh(a, fused);
            assertThat(fused.data()).isEqualTo(h.data());

            Matrix dh = KernelCases.contiguous(5, columns, 2);
            dh.copyFrom(KernelCases.extreme(5, columns, 2));
            Matrix flushed = KernelCases.copy(dh);
            Matrix dz = Matrix.zeros(5, columns);
            kernels.elementwise().flush(flushed);
            kernels.activations().tanhBackward(h, flushed, dz);
            for (int time = 0; time < 2; time++) {
                kernels.activations().flushingTanhBackward(h, dh, fused);
                assertThat(dh.data()).isEqualTo(flushed.data());
                assertThat(fused.data()).isEqualTo(dz.data());
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void lstmCellBackwardFlushesTheCotangentsItReads(Kernels kernels) {
        for (int units : new int[] {3, 16, 50}) {
            Matrix gates = KernelCases.random(5, 4 * units, 1);
            Matrix tanhC = KernelCases.random(5, units, 2);
            Matrix dcAfter = KernelCases.random(5, units, 3);
            Matrix dh = KernelCases.extreme(5, units, 4);
            Matrix flushed = KernelCases.copy(dh);
            kernels.elementwise().flush(flushed);
            Matrix dc = Matrix.zeros(5, units);
            Matrix ofFlushed = Matrix.zeros(5, units);
            kernels.gated().lstm().cellBackward(gates, tanhC, flushed, dcAfter, ofFlushed);
            kernels.gated().lstm().cellBackward(gates, tanhC, dh, dcAfter, dc);
            assertThat(dh.toArray()).isEqualTo(flushed.toArray()).doesNotContain(-0f);
            assertThat(dc.data()).isEqualTo(ofFlushed.data());
            assertThat(denormals(dh)).isZero();
        }
    }

    /** A vanishing signal, ten times smaller at every step, never becomes a denormal number. */
    @ParameterizedTest
    @MethodSource(ALL)
    void vanishingSignalsEndAtZero(Kernels kernels) {
        Matrix h = KernelCases.contiguous(5, 33, 1);
        h.fill((float) Math.sqrt(0.9));
        Matrix dh = KernelCases.contiguous(5, 33, 2);
        Matrix dz = Matrix.zeros(5, 33);
        for (int t = 0; t < 60; t++) {
            kernels.activations().tanhBackward(h, dh, dz);
            assertThat(denormals(dz)).isZero();
            dh.copyFrom(dz);
        }
        assertThat(dh.data()).containsOnly(0f);
    }

    private static long denormals(Matrix m) {
        long count = 0;
        for (int i = 0; i < m.rows(); i++) {
            for (int j = 0; j < m.columns(); j++) {
                float magnitude = Math.abs(m.get(i, j));
                count += magnitude > 0 && magnitude < Float.MIN_NORMAL ? 1 : 0;
            }
        }
        return count;
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void lstmForwardIsTheCell(Kernels kernels) {
        int units = 19;
        Matrix z = KernelCases.random(3, 4 * units, 1);
        Matrix gates = Matrix.zeros(3, 4 * units);
        Matrix cPrevious = KernelCases.random(3, units, 2);
        Matrix c = Matrix.zeros(3, units);
        Matrix tanhC = Matrix.zeros(3, units);
        Matrix h = Matrix.zeros(3, units);
        kernels.gated().lstm().forward(z, cPrevious, gates, c, tanhC, h);
        DoubleMatrix cell = (b, u) -> cell(z, cPrevious, b, u, units);
        assertClose(c, cell);
        assertClose(tanhC, (b, u) -> StrictMath.tanh(cell.at(b, u)));
        assertClose(h, (b, u) -> sigmoid(z.get(b, u + 3 * units)) * StrictMath.tanh(cell.at(b, u)));
        assertClose(gates, (b, j) -> j / units == 2 ? StrictMath.tanh(z.get(b, j)) : sigmoid(z.get(b, j)));
    }

    private static double cell(Matrix z, Matrix cPrevious, int b, int u, int units) {
        return sigmoid(z.get(b, u + units)) * cPrevious.get(b, u)
                + sigmoid(z.get(b, u)) * StrictMath.tanh(z.get(b, u + 2 * units));
    }

    /** For one unit, L = dh · h + dc · c as a function of z and cPrevious, differentiated by central differences. */
    @ParameterizedTest
    @MethodSource(ALL)
    void lstmBackwardIsTheDerivative(Kernels kernels) {
        LstmCase run = new LstmCase(kernels);
        Matrix dh = KernelCases.random(2, LstmCase.UNITS, 4);
        Matrix dcAfter = KernelCases.random(2, LstmCase.UNITS, 5);
        Matrix dc = Matrix.zeros(2, LstmCase.UNITS);
        Matrix dcPrevious = Matrix.zeros(2, LstmCase.UNITS);
        Matrix dz = Matrix.zeros(2, 4 * LstmCase.UNITS);
        kernels.gated().lstm().cellBackward(run.gates, run.tanhC, dh, dcAfter, dc);
        kernels.gated().lstm().gatesBackward(run.gates, run.cPrevious, run.tanhC, dh, dc, dz, dcPrevious);
        assertClose(dz, (b, j) -> derivative(x -> run.loss(b, j, x, dh, dcAfter)));
        assertClose(dcPrevious, (b, u) -> derivative(x -> run.loss(b, u + 4 * LstmCase.UNITS, x, dh, dcAfter)));
    }

    /** cDot and hDot are the derivatives along the direction, each against central differences. */
    @ParameterizedTest
    @MethodSource(ALL)
    void lstmTangentIsTheDerivativeAlongADirection(Kernels kernels) {
        LstmCase run = new LstmCase(kernels);
        Matrix zDot = KernelCases.random(2, 4 * LstmCase.UNITS, 6);
        Matrix cPreviousDot = KernelCases.random(2, LstmCase.UNITS, 7);
        Matrix cDot = Matrix.zeros(2, LstmCase.UNITS);
        Matrix hDot = Matrix.zeros(2, LstmCase.UNITS);
        kernels.gated().lstm().tangent(run.gates, run.cPrevious, run.tanhC, zDot, cPreviousDot, cDot, hDot);
        assertClose(cDot, (b, u) -> derivative(x -> run.along(x, b, u, zDot, cPreviousDot)[0]));
        assertClose(hDot, (b, u) -> derivative(x -> run.along(x, b, u, zDot, cPreviousDot)[1]));
    }

    private static double derivative(DoubleUnaryOperator f) {
        double step = 1e-5;
        return (f.applyAsDouble(step) - f.applyAsDouble(-step)) / (2 * step);
    }

    /** A step of 2 sequences and its equations in double. */
    private static final class LstmCase {
        static final int UNITS = 21;

        final Matrix z = KernelCases.random(2, 4 * UNITS, 1);
        final Matrix gates = Matrix.zeros(2, 4 * UNITS);
        final Matrix cPrevious = KernelCases.random(2, UNITS, 2);
        final Matrix tanhC = Matrix.zeros(2, UNITS);

        LstmCase(Kernels kernels) {
            kernels.gated().lstm().forward(z, cPrevious, gates, Matrix.zeros(2, UNITS), tanhC, Matrix.zeros(2, UNITS));
        }

        /** c and h of unit u of sequence b, from its four pre-activations and its previous cell. */
        static double[] step(double i, double f, double g, double o, double previous) {
            double c = sigmoid(f) * previous + sigmoid(i) * StrictMath.tanh(g);
            return new double[] {c, sigmoid(o) * StrictMath.tanh(c)};
        }

        /** dh · h + dc · c with {@code change} added to pre-activation j, or to the previous cell for j from 4H on. */
        double loss(int b, int j, double change, Matrix dh, Matrix dc) {
            int u = j % UNITS;
            double[] x = new double[5];
            for (int gate = 0; gate < 4; gate++) {
                x[gate] = z.get(b, u + gate * UNITS);
            }
            x[4] = cPrevious.get(b, u);
            x[j / UNITS] += change;
            double[] cAndH = step(x[0], x[1], x[2], x[3], x[4]);
            return dc.get(b, u) * cAndH[0] + dh.get(b, u) * cAndH[1];
        }

        double[] along(double s, int b, int u, Matrix zDot, Matrix cDot) {
            double[] x = new double[4];
            for (int gate = 0; gate < 4; gate++) {
                x[gate] = z.get(b, u + gate * UNITS) + s * zDot.get(b, u + gate * UNITS);
            }
            return step(x[0], x[1], x[2], x[3], cPrevious.get(b, u) + s * cDot.get(b, u));
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void dotSumsInDouble(Kernels kernels) {
        float[] ones = new float[1000];
        java.util.Arrays.fill(ones, 1f);
        float[] b = new float[1000];
        java.util.Arrays.fill(b, 1e-8f);
        b[0] = 1e8f;
        assertThat(kernels.reductions().dot(ones, 0, b, 0, 1000)).isCloseTo(1e8 + 999e-8, within(3e-6));
        assertThat(kernels.reductions().dot(ones, 0, b, 0, 0)).isZero();
    }

    /** 2⁶⁰ absorbs a 1 that is added to it. In the sixteen lanes the ones survive; added one by one they would not. */
    @ParameterizedTest
    @MethodSource(ALL)
    void dotAddsSixteenLanesByATree(Kernels kernels) {
        float[] a = new float[33];
        float[] ones = new float[33];
        java.util.Arrays.fill(a, 1f);
        java.util.Arrays.fill(ones, 1f);
        a[0] = 0x1p60f;
        a[16] = -0x1p60f;
        a[32] = 0x1p-30f;
        assertThat(kernels.reductions().dot(a, 0, ones, 0, 33)).isEqualTo(30 + 0x1p-30);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void maxAbsSeesNaNAndInfinity(Kernels kernels) {
        for (int at = 0; at < 37; at++) {
            float[] a = new float[37];
            a[at] = -3f;
            assertThat(kernels.reductions().maxAbs(a, 0, 37)).isEqualTo(3f);
            a[at] = Float.NEGATIVE_INFINITY;
            assertThat(kernels.reductions().maxAbs(a, 0, 37)).isEqualTo(Float.POSITIVE_INFINITY);
            a[(at + 5) % 37] = Float.intBitsToFloat(0xffc12345);
            assertThat(kernels.reductions().maxAbs(a, 0, 37)).isNaN();
        }
        assertThat(kernels.reductions().maxAbs(new float[0], 0, 0)).isZero();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void wrongShapesAreNamed(Kernels kernels) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels.products()
                        .addProduct(Matrix.zeros(2, 3), kernels.products().newPanels(4, 5), Matrix.zeros(2, 5)))
                .withMessage("a matrix (2, 3) where (2, 4) is expected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels.activations().tanh(Matrix.zeros(2, 3), Matrix.zeros(3, 2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels.gated()
                        .lstm()
                        .cellBackward(
                                Matrix.zeros(2, 9),
                                Matrix.zeros(2, 2),
                                Matrix.zeros(2, 2),
                                Matrix.zeros(2, 2),
                                Matrix.zeros(2, 2)));
    }

    /** A last vector that is moved back to fit would read what the vector before it wrote. */
    @ParameterizedTest
    @MethodSource(ALL)
    void activationsRefuseToWriteWhereTheyRead(Kernels kernels) {
        Matrix a = Matrix.zeros(2, 19);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels.activations().tanh(a, a))
                .withMessage("input and output are one matrix, expected two");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels.activations().flushedTanh(a, a));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels.activations().flushingTanhBackward(Matrix.zeros(2, 19), a, a));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels.activations().sigmoid(a, a));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels.activations().tanhBackward(Matrix.zeros(2, 19), a, a));
    }

    @Test
    void namesTellTheImplementationsApart() {
        assertThat(KernelCases.all()).extracting(Kernels::name).doesNotHaveDuplicates();
    }
}
