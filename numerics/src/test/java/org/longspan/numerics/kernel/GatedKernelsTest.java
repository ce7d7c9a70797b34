package org.longspan.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;

/** The gated steps against their equations in double, and their derivatives against finite differences. */
class GatedKernelsTest {

    private static final String ALL = "org.longspan.numerics.kernel.KernelCases#all";
    private static final double CLOSE = 3e-6;
    private static final int SEQUENCES = 3;
    private static final int UNITS = 21;

    /** The outputs of one unit as a function of its inputs. */
    private interface Equation {
        double[] of(double... x);
    }

    private static final Equation GATE = x -> new double[] {sigmoid(x[0]) * x[1]};

    /** From z, a and dOut: the cotangents of z and a. */
    private static final Equation GATE_BACKWARD =
            x -> new double[] {x[2] * x[1] * sigmoid(x[0]) * (1 - sigmoid(x[0])), x[2] * sigmoid(x[0])};

    /** From h = tanh(z) and dh: the cotangent of z. */
    private static final Equation TANH_BACKWARD = x -> new double[] {x[1] * (1 - x[0] * x[0])};

    private static final Equation SIGMOID_BACKWARD = x -> new double[] {x[1] * x[0] * (1 - x[0])};

    private static final Equation MIX = x -> new double[] {sigmoid(x[0]) * x[1] + (1 - sigmoid(x[0])) * x[2]};

    /** From the pre-activations of r and z, from a, q and h(t-1): h(t). */
    private static final Equation GRU = x -> {
        double n = StrictMath.tanh(x[2] + sigmoid(x[0]) * x[3]);
        return new double[] {(1 - sigmoid(x[1])) * n + sigmoid(x[1]) * x[4]};
    };

    /** From the pre-activations of i, g and o and from c(t-1): c(t) and h(t), with the squashing functions of 1997. */
    private static final Equation CAROUSEL = x -> {
        double c = x[3] + sigmoid(x[0]) * (4 * sigmoid(x[1]) - 2);
        return new double[] {c, sigmoid(x[2]) * (2 * sigmoid(c) - 1)};
    };

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private static Matrix random(int columns, long seed) {
        return KernelCases.random(SEQUENCES, columns, seed);
    }

    private static Matrix zeros() {
        return Matrix.zeros(SEQUENCES, UNITS);
    }

    /** Returns the pre-activations gate by gate, then the other matrices. */
    private static List<Matrix> each(Matrix z, Matrix... others) {
        Matrix[] all = new Matrix[z.columns() / UNITS + others.length];
        for (int gate = 0; gate < all.length - others.length; gate++) {
            all[gate] = z.columns(gate * UNITS, UNITS);
        }
        System.arraycopy(others, 0, all, all.length - others.length, others.length);
        return List.of(all);
    }

    private static double[] at(List<Matrix> matrices, int b, int u) {
        return matrices.stream().mapToDouble(m -> m.get(b, u)).toArray();
    }

    private static double derivative(Equation equation, double[] x, int input, int output) {
        double step = 1e-5;
        double[] up = x.clone();
        double[] down = x.clone();
        up[input] += step;
        down[input] -= step;
        return (equation.of(up)[output] - equation.of(down)[output]) / (2 * step);
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(CLOSE * (1 + Math.abs(expected))));
    }

    private static void assertOutputs(Equation equation, List<Matrix> x, Matrix... outputs) {
        for (int b = 0; b < SEQUENCES; b++) {
            for (int u = 0; u < UNITS; u++) {
                double[] expected = equation.of(at(x, b, u));
                for (int k = 0; k < outputs.length; k++) {
                    assertClose(outputs[k].get(b, u), expected[k]);
                }
            }
        }
    }

    /** Each cotangent dx is the sum over the outputs of the output's cotangent times its slope in x. */
    private static void assertCotangents(Equation equation, List<Matrix> x, List<Matrix> dOut, List<Matrix> dx) {
        for (int b = 0; b < SEQUENCES; b++) {
            for (int u = 0; u < UNITS; u++) {
                for (int i = 0; i < dx.size(); i++) {
                    double expected = 0;
                    for (int k = 0; k < dOut.size(); k++) {
                        expected += dOut.get(k).get(b, u) * derivative(equation, at(x, b, u), i, k);
                    }
                    assertClose(dx.get(i).get(b, u), expected);
                }
            }
        }
    }

    private static void assertTangents(Equation equation, List<Matrix> x, List<Matrix> xDot, Matrix... outDot) {
        for (int b = 0; b < SEQUENCES; b++) {
            for (int u = 0; u < UNITS; u++) {
                for (int k = 0; k < outDot.length; k++) {
                    double expected = 0;
                    for (int i = 0; i < xDot.size(); i++) {
                        expected += xDot.get(i).get(b, u) * derivative(equation, at(x, b, u), i, k);
                    }
                    assertClose(outDot[k].get(b, u), expected);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void sumsAreAddedToWhatStandsThereAndFlushed(Kernels kernels) {
        Matrix a = random(UNITS, 1);
        Matrix sum = random(UNITS, 2);
        Matrix before = KernelCases.copy(sum);
        a.set(1, 3, Kernels.FLOOR / 2);
        a.set(2, 20, -Kernels.FLOOR / 2);
        before.set(1, 3, 0f);
        before.set(2, 20, 0f);
        sum.set(1, 3, 0f);
        sum.set(2, 20, 0f);
        kernels.elementwise().addAndFlush(a, sum);
        for (int b = 0; b < SEQUENCES; b++) {
            for (int u = 0; u < UNITS; u++) {
                float added = before.get(b, u) + a.get(b, u);
                assertThat(sum.get(b, u)).isEqualTo(Math.abs(added) < Kernels.FLOOR ? 0f : added);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aGateMultiplies(Kernels kernels) {
        Matrix z = random(UNITS, 1);
        Matrix a = random(UNITS, 2);
        Matrix s = zeros();
        Matrix out = zeros();
        Matrix dz = zeros();
        Matrix da = zeros();
        Matrix outDot = zeros();
        Matrix direction = random(UNITS, 3);
        Matrix aDot = random(UNITS, 4);
        kernels.activations().sigmoid(z, s);
        kernels.gated().gates().forward(s, a, out);
        kernels.gated().gates().backward(s, a, direction, dz, da);
        kernels.gated().gates().tangent(s, a, direction, aDot, outDot);

        assertOutputs(GATE, List.of(z, a), out);
        assertCotangents(GATE, List.of(z, a), List.of(direction), List.of(dz, da));
        assertTangents(GATE, List.of(z, a), List.of(direction, aDot), outDot);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void tangentsOfBackwardStepsAreTheirDerivativesAlongADirection(Kernels kernels) {
        List<Matrix> x = List.of(random(UNITS, 1), random(UNITS, 2), random(UNITS, 3));
        List<Matrix> xDot = List.of(random(UNITS, 4), random(UNITS, 5), random(UNITS, 6));
        Matrix s = zeros();
        Matrix dzDot = zeros();
        Matrix daDot = zeros();
        kernels.activations().sigmoid(x.get(0), s);
        kernels.gated()
                .gates()
                .backwardTangent(s, x.get(1), xDot.get(0), xDot.get(1), x.get(2), xDot.get(2), dzDot, daDot);
        assertTangents(GATE_BACKWARD, x, xDot, dzDot, daDot);

        List<Matrix> both = List.of(s, x.get(1));
        List<Matrix> bothDot = List.of(xDot.get(0), xDot.get(1));
        kernels.activations().tanhBackwardTangent(s, xDot.get(0), x.get(1), xDot.get(1), dzDot);
        kernels.activations().sigmoidBackwardTangent(s, xDot.get(0), x.get(1), xDot.get(1), daDot);
        assertTangents(TANH_BACKWARD, both, bothDot, dzDot);
        assertTangents(SIGMOID_BACKWARD, both, bothDot, daDot);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aGateMixes(Kernels kernels) {
        List<Matrix> x = List.of(random(UNITS, 1), random(UNITS, 2), random(UNITS, 3));
        List<Matrix> dx = List.of(zeros(), zeros(), zeros());
        List<Matrix> xDot = List.of(random(UNITS, 4), random(UNITS, 5), random(UNITS, 6));
        Matrix s = zeros();
        Matrix out = zeros();
        Matrix outDot = zeros();
        Matrix dOut = random(UNITS, 7);
        kernels.activations().sigmoid(x.get(0), s);
        kernels.gated().gates().mixForward(s, x.get(1), x.get(2), out);
        kernels.gated().gates().mixBackward(s, x.get(1), x.get(2), dOut, dx.get(0), dx.get(1), dx.get(2));
        kernels.gated().gates().mixTangent(s, x.get(1), x.get(2), xDot.get(0), xDot.get(1), xDot.get(2), outDot);

        assertOutputs(MIX, x, out);
        assertCotangents(MIX, x, List.of(dOut), dx);
        assertTangents(MIX, x, xDot, outDot);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aGruStepIsTheUnit(Kernels kernels) {
        Matrix z = random(4 * UNITS, 1);
        Matrix hPrevious = random(UNITS, 2);
        Matrix gates = random(4 * UNITS, 3);
        Matrix h = zeros();
        kernels.gated().gru().forward(z, hPrevious, gates, h);
        Matrix dh = random(UNITS, 4);
        Matrix dz = random(4 * UNITS, 5);
        Matrix dhPrevious = zeros();
        kernels.gated().gru().backward(gates, hPrevious, dh, dz, dhPrevious);
        Matrix zDot = random(4 * UNITS, 6);
        Matrix hDotPrevious = random(UNITS, 7);
        Matrix hDot = zeros();
        kernels.gated().gru().tangent(gates, hPrevious, zDot, hDotPrevious, hDot);

        List<Matrix> x = each(z, hPrevious);
        assertOutputs(GRU, x, h);
        assertCotangents(GRU, x, List.of(dh), each(dz, dhPrevious));
        assertTangents(GRU, x, each(zDot, hDotPrevious), hDot);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aCarouselStepIsTheCell(Kernels kernels) {
        Matrix z = random(3 * UNITS, 1);
        Matrix cPrevious = random(UNITS, 2);
        Matrix gates = random(3 * UNITS, 3);
        Matrix c = zeros();
        Matrix squashed = zeros();
        Matrix h = zeros();
        kernels.gated().carousel().forward(z, cPrevious, gates, c, squashed, h);
        Matrix dh = random(UNITS, 4);
        Matrix dcAfter = random(UNITS, 5);
        Matrix dc = zeros();
        Matrix dz = random(3 * UNITS, 6);
        kernels.gated().carousel().cellBackward(gates, squashed, dh, dcAfter, dc);
        kernels.gated().carousel().gatesBackward(gates, squashed, dh, dc, dz);
        Matrix zDot = random(3 * UNITS, 7);
        Matrix cDotPrevious = random(UNITS, 8);
        Matrix cDot = zeros();
        Matrix hDot = zeros();
        kernels.gated().carousel().tangent(gates, squashed, zDot, cDotPrevious, cDot, hDot);

        List<Matrix> x = each(z, cPrevious);
        assertOutputs(CAROUSEL, x, c, h);
        assertCotangents(CAROUSEL, x, List.of(dcAfter, dh), each(dz, dc)); // c(t-1) has the cotangent of c(t)
        assertTangents(CAROUSEL, x, each(zDot, cDotPrevious), cDot, hDot);
    }

    /** With r and z saturated at 0, a pre-activation of n under the floor leaves no denormal number. */
    @ParameterizedTest
    @MethodSource(ALL)
    void aGruLeavesNoDenormalNumber(Kernels kernels) {
        Matrix z = Matrix.zeros(SEQUENCES, 4 * UNITS);
        z.columns(0, 2 * UNITS).fill(-60f);
        z.columns(2 * UNITS, UNITS).fill(1e-39f);
        z.columns(3 * UNITS, UNITS).fill(1e-30f);
        Matrix gates = Matrix.zeros(SEQUENCES, 4 * UNITS);
        Matrix h = zeros();
        kernels.gated().gru().forward(z, zeros(), gates, h);

        assertThat(h.data()).containsOnly(0f);
        assertThat(Arrays.copyOfRange(gates.data(), 2 * UNITS, 4 * UNITS)).containsOnly(0f);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void wrongShapesAreNamed(Kernels kernels) {
        Matrix narrow = Matrix.zeros(SEQUENCES, 3 * UNITS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels.gated().gru().forward(narrow, zeros(), narrow, zeros()))
                .withMessage("a matrix (3, 63) where (3, 84) is expected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels.gated().carousel().cellBackward(zeros(), zeros(), zeros(), zeros(), zeros()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels.gated().gates().mixForward(narrow, zeros(), zeros(), zeros()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels.elementwise().addAndFlush(narrow, zeros()));
    }
}
