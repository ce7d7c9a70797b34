package org.longspan.optim.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.Block;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.random.RandomStream;
import org.longspan.optim.FieldOracle;
import org.longspan.optim.Guard;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Run;
import org.longspan.optim.Step;
import org.longspan.optim.StepReport;
import org.longspan.optim.clip.NoClipping;
import org.longspan.optim.nonfinite.HoldStill;
import org.longspan.optim.schedule.Constant;

class MuonTest {

    private static final Muon MUON = new Muon(0.95, 1e-7, new Adam(0.9, 0.95, 1e-8), 0.25, 0, true);
    private static final ParameterLayout LAYOUT = ParameterLayout.builder()
            .add("layer0.input", 3, 16, Role.INPUT)
            .add("layer0.recurrent", 4, 16, Role.RECURRENT)
            .add("layer0.bias", 1, 16, Role.BIAS)
            .add("read-out", 4, 2, Role.READ_OUT)
            .build();

    private final RandomStream random = new RandomStream(9);
    private final Kernels kernels = PlainKernels.create();
    private final Step step = Run.step(new Constant(), 100);

    /** U diag(σ) Vᵀ (p, q) for p values σ, with U and V products of random reflections, in double. */
    private double[][] withSingularValues(int q, double... sigma) {
        double[][] matrix = new double[sigma.length][q];
        for (int i = 0; i < sigma.length; i++) {
            matrix[i][i] = sigma[i];
        }
        return matrix;
    }

    /** M ← (I − 2wwᵀ)M or M(I − 2wwᵀ) for a unit vector w. */
    private static void reflect(double[][] m, double[] w, boolean fromLeft) {
        for (int line = 0; line < (fromLeft ? m[0].length : m.length); line++) {
            double along = 0;
            for (int i = 0; i < w.length; i++) {
                along += w[i] * (fromLeft ? m[i][line] : m[line][i]);
            }
            for (int i = 0; i < w.length; i++) {
                if (fromLeft) {
                    m[i][line] -= 2 * along * w[i];
                } else {
                    m[line][i] -= 2 * along * w[i];
                }
            }
        }
    }

    private double[] unit(int n) {
        double[] w = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            w[i] = random.normal();
            sum += w[i] * w[i];
        }
        double norm = Math.sqrt(sum);
        return Arrays.stream(w).map(x -> x / norm).toArray();
    }

    private static double lifted(double sigma) {
        double x = sigma;
        for (int s = 0; s < 5; s++) {
            x = 3.4445 * x - 4.7750 * x * x * x + 2.0315 * x * x * x * x * x;
        }
        return x;
    }

    private static float[] floats(double[][] matrix) {
        float[] flat = new float[matrix.length * matrix[0].length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) matrix[i / matrix[0].length][i % matrix[0].length];
        }
        return flat;
    }

    /** The oracle knows the singular vectors: it moves the values alone, by the polynomial in double. */
    @ParameterizedTest
    @CsvSource({"4, false", "9, false", "4, true", "9, true"})
    void eachSingularValueGoesThroughThePolynomialAndItsVectorsStay(int q, boolean standing) {
        double[] sigma = {1, 0.5, 0.03, 0.002};
        double norm = Math.sqrt(Arrays.stream(sigma).map(s -> s * s).sum());
        double[][] g =
                withSingularValues(q, Arrays.stream(sigma).map(s -> 7 * s).toArray());
        double[][] expected = withSingularValues(
                q, Arrays.stream(sigma).map(s -> lifted(s / norm)).toArray());
        for (int i = 0; i < 4; i++) {
            double[] left = unit(4);
            double[] right = unit(q);
            reflect(g, left, true);
            reflect(expected, left, true);
            reflect(g, right, false);
            reflect(expected, right, false);
        }
        float[] x = floats(standing ? transposed(g) : g);
        float[] result = floats(standing ? transposed(expected) : expected);

        new NewtonSchulz(standing ? q : 4, standing ? 4 : q, kernels).orthogonalize(x, 0, 0, kernels);

        for (int i = 0; i < x.length; i++) {
            assertThat((double) x[i]).isCloseTo(result[i], within(2e-4)); // 485 times the roundings of small values
        }
    }

    private static double[][] transposed(double[][] m) {
        double[][] t = new double[m[0].length][m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < t.length; j++) {
                t[j][i] = m[i][j];
            }
        }
        return t;
    }

    @Test
    void whatIsOverAHundredthOfTheNormComesNearOne() {
        int n = 24;
        float[] diagonal = new float[n * n];
        for (int i = 0; i < n; i++) {
            diagonal[i * n + i] = (float) StrictMath.pow(0.87, i); // from 1 to 0.04, over a norm of 2
        }
        new NewtonSchulz(n, n, kernels).orthogonalize(diagonal, 0, 0, kernels);
        for (int i = 0; i < n * n; i++) {
            if (i % (n + 1) == 0) {
                assertThat(diagonal[i]).isBetween(0.68f, 1.14f);
            } else {
                assertThat(diagonal[i]).isZero();
            }
        }
    }

    private Parameters gradient() {
        Parameters gradient = new Parameters(LAYOUT);
        for (int i = 0; i < gradient.size(); i++) {
            gradient.data()[i] = (float) random.normal();
        }
        return gradient;
    }

    private Parameters applied(Muon muon, Parameters gradient, Parameters theta, Memory memory) {
        Parameters update = gradient.copy();
        muon.apply(update, theta, memory, step);
        return update;
    }

    /** W Wᵀ of a block with fewer rows than columns, in double. */
    private static double[][] gram(Parameters vector, String block) {
        int rows = vector.block(block).rows();
        double[][] gram = new double[rows][rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                for (int k = 0; k < vector.block(block).columns(); k++) {
                    gram[i][j] += (double) vector.block(block).get(i, k)
                            * vector.block(block).get(j, k);
                }
            }
        }
        return gram;
    }

    /** All four gates of an LSTM with H = 4 are one matrix (4, 16): its rows are orthogonal, not each gate's. */
    @ParameterizedTest
    @ValueSource(strings = {"layer0.input", "layer0.recurrent"})
    void theUpdateOfAHiddenMatrixHasSingularValuesNearTheRootOfOutputsOverInputs(String block) {
        Parameters update = applied(MUON, gradient(), new Parameters(LAYOUT), new Memory(LAYOUT));
        double aspect = 16.0 / update.block(block).rows();
        double[][] gram = gram(update, block);
        double[] w = unit(gram.length);
        for (int i = 0; i < 2000; i++) { // Rayleigh quotients of random directions lie between the squares
            w = unit(gram.length);
            double quotient = 0;
            for (int r = 0; r < w.length; r++) {
                for (int c = 0; c < w.length; c++) {
                    quotient += w[r] * gram[r][c] * w[c];
                }
            }
            assertThat(quotient / aspect).isBetween(0.68 * 0.68, 1.14 * 1.14);
        }
    }

    @Test
    void otherBlocksGoTheWayOfAdamAtTheirShareOfTheRate() {
        Memory memory = new Memory(LAYOUT);
        Memory adams = new Memory(LAYOUT);
        Adam adam = new Adam(0.9, 0.95, 1e-8);
        int from = LAYOUT.block("layer0.bias").offset();
        for (int k = 0; k < 20; k++) {
            Parameters gradient = gradient();
            Parameters update = applied(MUON, gradient, new Parameters(LAYOUT), memory);
            adam.apply(gradient, gradient, adams, step);
            for (int i = from; i < LAYOUT.size(); i++) {
                assertThat(update.data()[i]).isEqualTo(0.25f * gradient.data()[i]);
            }
        }
    }

    /** The entry's defaults: of two layers only the lower one's input goes to Adam, as every bias and the read-out do. */
    @Test
    void theInputOfTheFirstLayerGoesToAdamAndThatOfALayerAboveIsHidden() {
        ParameterLayout layers = ParameterLayout.builder()
                .add("layer0.gates.input", 2, 4, Role.INPUT)
                .add("layer0.recurrent", 4, 4, Role.RECURRENT)
                .add("layer0.candidate.input", 2, 4, Role.INPUT)
                .add("layer0.bias", 1, 4, Role.BIAS)
                .add("layer1.input", 4, 4, Role.INPUT)
                .add("layer1.recurrent", 4, 4, Role.RECURRENT)
                .add("read-out", 4, 1, Role.READ_OUT)
                .build();
        Parameters gradient = new Parameters(layers);
        for (int i = 0; i < gradient.size(); i++) {
            gradient.data()[i] = (float) random.normal();
        }
        Parameters theta = new Parameters(layers);
        FieldOracle field = new FieldOracle((at, g) -> {
            g.copyFrom(gradient);
            return 0;
        });
        Settings rates = Settings.NONE.with("learning-rate", 0.5).with("other-learning-rate", 0.125);
        Optimizer muon = Muon.ENTRY.create(rates);
        muon.step(field, theta, new Memory(layers), new Guard(NoClipping.NONE, HoldStill.FAIL), step, new StepReport());

        for (Block block : layers.blocks()) {
            boolean hidden = List.of("layer0.recurrent", "layer1.input", "layer1.recurrent")
                    .contains(block.name());
            for (int i = block.offset(); i < block.end(); i++) {
                double sign = Math.signum(gradient.data()[i]);
                if (hidden) {
                    assertThat(theta.data()[i]).as(block.name()).isNotEqualTo((float) (-0.125 * sign));
                } else { // Adam's first step is its rate
                    assertThat((double) theta.data()[i]).as(block.name()).isCloseTo(-0.125 * sign, within(1e-6));
                }
            }
        }
    }

    @Test
    void theFirstUpdateDoesNotSeeTheScaleOfTheGradient() {
        Parameters gradient = gradient();
        Parameters small = gradient.copy();
        small.scale(0x1p-10f);
        Muon exact = new Muon(0.95, 1e-30, MUON.others(), 0.25, 0, true);
        float[] one = applied(exact, gradient, gradient, new Memory(LAYOUT)).data();
        float[] other = applied(exact, small, gradient, new Memory(LAYOUT)).data();
        int hidden = LAYOUT.block("layer0.bias").offset();
        assertThat(Arrays.copyOf(other, hidden)).containsExactly(Arrays.copyOf(one, hidden));
    }

    @Test
    void theMatrixIsMadeOfAMeanOfGradientsThatLooksAhead() {
        Memory memory = new Memory(LAYOUT);
        Parameters first = gradient();
        Parameters second = gradient();
        applied(MUON, first, first, memory);
        float[] update = applied(MUON, second, first, memory).data();
        int size = LAYOUT.block("layer0.input").size();
        float[] expected = new float[size];
        for (int i = 0; i < size; i++) {
            double m = 0.95 * 0.05 * first.data()[i] + 0.05 * second.data()[i];
            expected[i] = (float) (0.05 * second.data()[i] + 0.95 * m);
        }
        new NewtonSchulz(3, 16, kernels).orthogonalize(expected, 0, 1e-7, kernels);
        for (int i = 0; i < size; i++) {
            assertThat((double) update[i]).isCloseTo(Math.sqrt(16.0 / 3) * expected[i], within(1e-5));
        }
    }

    @Test
    void withoutAGradientDecayAloneIsLeftAndOtherBlocksHaveTheirShareOfIt() {
        Muon decaying = new Muon(0.95, 1e-7, MUON.others(), 0.25, 0.1, true);
        Parameters theta = gradient();
        float[] update = applied(decaying, new Parameters(LAYOUT), theta, new Memory(LAYOUT))
                .data();
        int hidden = LAYOUT.block("layer0.bias").offset();
        for (int i = 0; i < update.length; i++) {
            double share = i < hidden ? 0.1 : 0.25 * 0.1;
            assertThat((double) update[i]).isCloseTo(share * theta.data()[i], within(1e-7));
        }
    }
}
