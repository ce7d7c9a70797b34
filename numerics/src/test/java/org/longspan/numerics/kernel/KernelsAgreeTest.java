package org.longspan.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.kernel.plain.PlainKernels;

/** Every implementation gives the bits of the plain kernels at sizes that fit no vector, and writes nothing else. */
class KernelsAgreeTest {

    interface Use {
        /** Calls kernels on fresh arguments and returns every matrix that they may have written. */
        List<Matrix> with(Kernels kernels);
    }

    static void agree(Use use) {
        List<Matrix> expected = use.with(PlainKernels.create());
        for (Kernels kernels : KernelCases.all()) {
            List<Matrix> actual = use.with(kernels);
            for (int m = 0; m < expected.size(); m++) {
                assertSameBits(kernels.name() + ", argument " + m, expected.get(m), actual.get(m));
            }
        }
    }

    /** Compares whole arrays, so that a write outside the view shows. All NaNs count as equal. */
    private static void assertSameBits(String what, Matrix expected, Matrix actual) {
        for (int i = 0; i < expected.data().length; i++) {
            int want = Float.floatToIntBits(expected.data()[i]);
            int got = Float.floatToIntBits(actual.data()[i]);
            if (want != got) {
                assertThat(actual.data()[i])
                        .as("%s, index %d of (%d, %d)", what, i, expected.rows(), expected.columns())
                        .isEqualTo(expected.data()[i]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,1",
        "4,8,64",
        "20,32,128",
        "20,50,200",
        "5,17,68",
        "3,7,15",
        "4,3,16",
        "6,9,17",
        "7,5,31",
        "9,4,33",
        "2,300,49",
        "8,513,80",
        "1,600,63",
        "17,17,17",
        "13,0,5",
        "3,2,97",
        "5,1,127",
        "5,17,3",
        "6,9,1",
        "11,50,2",
        "7,5,64",
        "8,7,80",
        "9,4,80",
        "10,4,97",
        "11,130,113"
    })
    void products(int m, int k, int n) {
        agree(kernels -> {
            Matrix c = KernelCases.random(m, n, 3);
            Matrix set = KernelCases.random(m, n, 6);
            Panels panels = kernels.products().newPanels(k, n);
            panels.pack(KernelCases.random(k, n, 2));
            kernels.products().addProduct(KernelCases.random(m, k, 1), panels, c);
            panels.packTransposed(KernelCases.random(n, k, 7));
            kernels.products().setProduct(KernelCases.random(1, n, 8), KernelCases.random(m, k, 9), panels, set);
            kernels.products().addTransposedProduct(KernelCases.random(k, m, 4), KernelCases.random(k, n, 5), c);
            return List.of(c, set);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {37, 97})
    void productsOfExtremeValues(int n) {
        agree(kernels -> {
            Matrix c = KernelCases.extreme(5, n, 3);
            Matrix set = KernelCases.random(5, n, 4);
            Matrix transposed = KernelCases.extreme(8, n, 5);
            Panels panels = kernels.products().newPanels(2, n);
            panels.pack(KernelCases.extreme(2, n, 2));
            kernels.products().addProduct(KernelCases.extreme(5, 2, 1), panels, c);
            kernels.products().setProduct(KernelCases.extreme(1, n, 6), KernelCases.extreme(5, 2, 1), panels, set);
            kernels.products()
                    .addTransposedProduct(KernelCases.extreme(2, 8, 7), KernelCases.extreme(2, n, 2), transposed);
            return List.of(c, set, transposed);
        });
    }

    @ParameterizedTest
    @CsvSource({"1,1", "3,16", "5,17", "4,31", "2,64", "7,50", "33,18", "0,4"})
    void columnSums(int rows, int columns) {
        agree(kernels -> {
            Matrix a = KernelCases.random(rows, columns, 1);
            Matrix sum = KernelCases.random(1, columns, 4);
            kernels.products().addColumnSums(a, sum);
            return List.of(sum);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 7, 8, 15, 16, 17, 31, 33, 50, 128})
    void activations(int columns) {
        agree(kernels -> {
            List<Matrix> written = new ArrayList<>();
            for (Matrix a : List.of(KernelCases.extreme(6, columns, columns), KernelCases.contiguous(6, columns, 2))) {
                Matrix tanh = KernelCases.random(6, columns, 9);
                Matrix sigmoid = KernelCases.contiguous(6, columns, 9);
                Matrix exp = KernelCases.copy(a);
                Matrix flushed = KernelCases.copy(a);
                Matrix flushedTanh = KernelCases.random(6, columns, 9);
                kernels.activations().tanh(a, tanh);
                kernels.activations().flushedTanh(a, flushedTanh);
                kernels.activations().sigmoid(a, sigmoid);
                kernels.elementwise().exp(exp, exp);
                kernels.elementwise().flush(flushed);
                Matrix relu = KernelCases.random(6, columns, 9);
                kernels.activations().relu(a, relu);
                written.addAll(List.of(tanh, flushedTanh, sigmoid, exp, flushed, relu));
            }
            return written;
        });
    }

    @Test
    void activationsOfLongRows() {
        agree(kernels -> {
            Matrix a = KernelCases.contiguous(3, 5003, 1);
            Matrix tanh = Matrix.zeros(3, 5003);
            Matrix sigmoid = Matrix.zeros(3, 5003);
            kernels.activations().tanh(a, tanh);
            kernels.activations().sigmoid(a, sigmoid);
            return List.of(tanh, sigmoid);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 16, 17, 32, 50})
    void slopesOfActivations(int columns) {
        agree(kernels -> {
            List<Matrix> written = new ArrayList<>();
            for (Matrix h : List.of(KernelCases.random(5, columns, 1), KernelCases.extreme(5, columns, 4))) {
                Matrix dh = KernelCases.extreme(5, columns, 2);
                Matrix ofTanh = KernelCases.random(5, columns, 3);
                Matrix ofSigmoid = KernelCases.random(5, columns, 3);
                Matrix ofRelu = KernelCases.random(5, columns, 3);
                kernels.activations().tanhBackward(h, dh, ofTanh);
                kernels.activations().sigmoidBackward(h, dh, ofSigmoid);
                kernels.activations().reluBackward(h, dh, ofRelu);
                Matrix flushed = KernelCases.copy(dh);
                Matrix ofFlushed = KernelCases.random(5, columns, 3);
                kernels.activations().flushingTanhBackward(h, flushed, ofFlushed);
                written.addAll(List.of(ofTanh, ofSigmoid, ofRelu, flushed, ofFlushed));
            }
            return written;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 16, 17, 32, 50})
    void scaledSums(int columns) {
        agree(kernels -> {
            Matrix c = KernelCases.random(5, columns, 1);
            Matrix extreme = KernelCases.extreme(5, columns, 2);
            kernels.elementwise().addScaled(0.7f, KernelCases.random(5, columns, 3), c);
            kernels.elementwise().addScaled(-1e-3f, KernelCases.extreme(5, columns, 4), extreme);
            return List.of(c, extreme);
        });
    }

    @ParameterizedTest
    @CsvSource({"1,1", "5,17", "20,32", "3,50", "2,15", "4,16", "1,129"})
    void lstmSteps(int sequences, int units) {
        agree(kernels -> lstm(kernels, sequences, units, false));
        agree(kernels -> lstm(kernels, sequences, units, true));
    }

    private static List<Matrix> lstm(Kernels kernels, int sequences, int units, boolean extreme) {
        Matrix z = extreme ? KernelCases.extreme(sequences, 4 * units, 1) : KernelCases.random(sequences, 4 * units, 1);
        Matrix gates = KernelCases.random(sequences, 4 * units, 12);
        Matrix cPrevious = KernelCases.random(sequences, units, 2);
        Matrix c = KernelCases.random(sequences, units, 3);
        Matrix tanhC = KernelCases.random(sequences, units, 4);
        Matrix h = KernelCases.random(sequences, units, 5);
        kernels.gated().lstm().forward(z, cPrevious, gates, c, tanhC, h);
        Matrix dh = KernelCases.extreme(sequences, units, 6);
        Matrix dc = KernelCases.random(sequences, units, 7);
        kernels.gated().lstm().cellBackward(gates, tanhC, dh, KernelCases.random(sequences, units, 13), dc);
        Matrix dcPrevious = KernelCases.random(sequences, units, 14);
        Matrix dz = KernelCases.random(sequences, 4 * units, 8);
        kernels.gated().lstm().gatesBackward(gates, cPrevious, tanhC, dh, dc, dz, dcPrevious);
        Matrix cDot = KernelCases.random(sequences, units, 9);
        Matrix hDot = KernelCases.random(sequences, units, 10);
        Matrix zDot = KernelCases.random(sequences, 4 * units, 11);
        kernels.gated()
                .lstm()
                .tangent(gates, cPrevious, tanhC, zDot, KernelCases.random(sequences, units, 15), cDot, hDot);
        return List.of(gates, c, tanhC, h, dh, dc, dz, dcPrevious, cDot, hDot);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 16, 17, 32, 50})
    void modRelu(int columns) {
        agree(kernels -> {
            Matrix z = KernelCases.extreme(5, columns, 1);
            Matrix bias = KernelCases.extreme(1, columns, 2);
            Matrix h = KernelCases.random(5, columns, 3);
            Matrix hDot = KernelCases.random(5, columns, 4);
            kernels.activations().modRelu(z, bias, h);
            kernels.activations().modReluTangent(z, KernelCases.extreme(5, columns, 5), bias, hDot);
            return List.of(h, hDot);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 16, 17, 32, 50})
    void complexMultiplyAdd(int units) {
        agree(kernels -> {
            Matrix out = KernelCases.random(5, 2 * units, 1);
            Matrix ofExtremes = KernelCases.random(5, 2 * units, 2);
            Matrix lambda = KernelCases.random(1, 2 * units, 3);
            Matrix plus = KernelCases.random(5, 2 * units, 4);
            kernels.elementwise().complexMultiplyAdd(lambda, KernelCases.random(5, 2 * units, 5), plus, out);
            kernels.elementwise().complexMultiplyAdd(lambda, KernelCases.extreme(5, 2 * units, 6), plus, ofExtremes);
            return List.of(out, ofExtremes);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 31, 32, 100, 127, 128, 129, 143, 1003})
    void sumsOverSlices(int n) {
        float[] a = KernelCases.contiguous(1, n + 7, 1).data();
        float[] b = KernelCases.contiguous(1, n + 7, 2).data();
        Kernels plain = PlainKernels.create();
        for (Kernels kernels : KernelCases.all()) {
            assertThat(kernels.reductions().dot(a, 3, b, 5, n))
                    .as(kernels.name())
                    .isEqualTo(plain.reductions().dot(a, 3, b, 5, n));
            assertThat(kernels.reductions().sumOfSquares(a, 1, n))
                    .isEqualTo(plain.reductions().sumOfSquares(a, 1, n));
            assertThat(kernels.reductions().maxAbs(a, 2, n))
                    .isEqualTo(plain.reductions().maxAbs(a, 2, n));
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.MIN_VALUE, 1e-30f, Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NaN})
    void sumsOfSquaresWithOneElementThatIsFarFromOne(float odd) {
        Kernels plain = PlainKernels.create();
        int n = 165;
        for (int at = 0; at < n; at++) {
            float[] a = KernelCases.contiguous(1, n, 1).data();
            a[at] = at % 2 == 0 ? odd : -odd;
            Double expected = plain.reductions().sumOfSquares(a, 0, n); // boxed: NaN equals NaN
            for (Kernels kernels : KernelCases.all()) {
                assertThat(kernels.reductions().sumOfSquares(a, 0, n))
                        .as("%s, element %d", kernels.name(), at)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.MIN_VALUE, Float.MIN_NORMAL, Kernels.FLOOR, Float.MAX_VALUE})
    void sumsOfSquaresOfNothingElse(float value) {
        float[] a = new float[1003];
        Arrays.fill(a, value);
        double expected = PlainKernels.create().reductions().sumOfSquares(a, 0, a.length);
        for (Kernels kernels : KernelCases.all()) {
            assertThat(kernels.reductions().sumOfSquares(a, 0, a.length))
                    .as(kernels.name())
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 7, 8, 15, 16, 17, 33, 1003, 1024, 2600})
    void quotientsAndRunningMeansOfSlices(int n) {
        agree(kernels -> {
            List<Matrix> written = new ArrayList<>();
            Matrix a = KernelCases.extreme(1, n + 10, 1);
            for (float factor : new float[] {0.3f, 1e-30f, 1e30f, -1f}) {
                Matrix product = KernelCases.extreme(1, n + 10, 2);
                kernels.elementwise().multiply(factor, product.data(), 7, n);
                Matrix quotient = KernelCases.extreme(1, n + 10, 2);
                kernels.elementwise().divide(factor, quotient.data(), 7, n);
                Matrix mean = KernelCases.extreme(1, n + 10, 3);
                kernels.elementwise().average(0.9f, factor, a.data(), mean.data(), 7, n);
                Matrix meanSquare = KernelCases.extreme(1, n + 10, 3);
                kernels.elementwise().averageSquares(0.9f, factor, a.data(), meanSquare.data(), 7, n);
                written.addAll(List.of(product, quotient, mean, meanSquare));
            }
            return written;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 7, 8, 15, 16, 17, 33, 1003, 1024, 2600})
    void rewritingOfSlices(int n) {
        agree(kernels -> {
            List<Matrix> written = new ArrayList<>();
            for (float floor : new float[] {Kernels.FLOOR, Float.MIN_NORMAL, 1f}) {
                Matrix a = KernelCases.extreme(1, n + 5, 1);
                kernels.elementwise().flush(floor, a.data(), 7, n);
                written.add(a);
            }
            for (double factor : new double[] {0.3, 1e-30, 1e30, -1}) {
                Matrix a = KernelCases.extreme(1, n + 5, 2);
                kernels.elementwise().scale(factor, a.data(), 7, n);
                written.add(a);
            }
            for (float bound : new float[] {0f, Kernels.FLOOR, 1f, Float.MAX_VALUE, Float.POSITIVE_INFINITY}) {
                Matrix a = KernelCases.extreme(1, n + 5, 3);
                kernels.elementwise().clamp(bound, a.data(), 7, n);
                written.add(a);
            }
            return written;
        });
    }
}
