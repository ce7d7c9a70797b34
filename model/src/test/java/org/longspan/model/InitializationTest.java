package org.longspan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.Block;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.PlainKernels;
import org.longspan.numerics.random.Seed;
import org.longspan.task.LossKind;

class InitializationTest {

    private static final Architecture.Part SPARSE = Architecture.Part.of("sparse");

    private static Network network(Architecture architecture, LossKind loss) {
        return new Network(architecture, ToyTask.masked(5, 3, 2, loss).description(), new PlainKernels());
    }

    private static Network sparse(String cell, int hidden, LossKind loss) {
        return network(Architecture.of(cell, hidden).withInitialization(SPARSE), loss);
    }

    @ParameterizedTest
    @ValueSource(strings = {"glorot", "sparse"})
    void theSameSeedGivesTheSameBitsAndAnotherSeedOthers(String name) {
        Network network = network(
                Architecture.of("lstm", 20).withInitialization(Architecture.Part.of(name)), LossKind.SQUARED_ERROR);
        float[] theta = network.initialize(Seed.root(0)).data();

        assertThat(network.initialize(Seed.root(0)).data()).isEqualTo(theta);
        assertThat(network.initialize(Seed.root(1)).data()).isNotEqualTo(theta);
    }

    @Test
    void moreLayersDoNotChangeTheDrawsOfTheLowest() {
        Parameters one =
                network(Architecture.of("lstm", 6), LossKind.SQUARED_ERROR).initialize(Seed.root(3));
        Parameters two = network(Architecture.of("lstm", 6).withLayers(2), LossKind.SQUARED_ERROR)
                .initialize(Seed.root(3));

        Block recurrent = one.layout().block("layer0.recurrent");
        assertThat(two.data()).startsWith(Arrays.copyOf(one.data(), recurrent.end()));
    }

    @Test
    void glorotIsUniformWithinTheBoundOfOneGate() {
        Parameters theta =
                network(Architecture.of("lstm", 50), LossKind.SQUARED_ERROR).initialize(Seed.root(1));

        assertUniform(theta.block("layer0.recurrent"), Math.sqrt(6.0 / 100));
        assertUniform(theta.block("layer0.input"), Math.sqrt(6.0 / 53));
        assertUniform(theta.block("readout.weight"), Math.sqrt(6.0 / 52));
        assertThat(theta.block("readout.bias").get(0, 0)).isZero();
    }

    /** Of n uniform draws the greatest is within 7/n of the bound but for one case in a thousand: e^-7. */
    private static void assertUniform(Matrix map, double bound) {
        double greatest = 0;
        double squares = 0;
        int n = map.rows() * map.columns();
        for (int r = 0; r < map.rows(); r++) {
            for (int c = 0; c < map.columns(); c++) {
                greatest = Math.max(greatest, Math.abs(map.get(r, c)));
                squares += map.get(r, c) * map.get(r, c);
            }
        }
        assertThat(greatest).isBetween(bound * (1 - 7.0 / n), bound * (1 + 1e-6));
        // The variance of u² for u on [-1, 1] is 4/45: four standard errors.
        assertThat(squares / n / bound / bound).isCloseTo(1.0 / 3, within(4 * Math.sqrt(4.0 / 45 / n)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh-rnn", "lstm"})
    void sparseHasFifteenIncomingWeightsAndTheSpectralRadius(String cell) {
        int hidden = 40;
        Parameters theta = sparse(cell, hidden, LossKind.SQUARED_ERROR).initialize(Seed.root(5));
        Matrix recurrent = theta.block("layer0.recurrent");
        for (int column = 0; column < recurrent.columns(); column++) {
            int nonZeros = 0;
            for (int row = 0; row < hidden; row++) {
                nonZeros += recurrent.get(row, column) != 0 ? 1 : 0;
            }
            assertThat(nonZeros).isEqualTo(15);
        }
        for (int gate = 0; gate < recurrent.columns() / hidden; gate++) {
            assertThat(growth(recurrent.columns(gate * hidden, hidden))).isCloseTo(1.1, within(0.02));
        }
    }

    /** The spectral radius by its definition: ‖Uⁿ‖^(1/n) for n = 2¹⁰, by repeated squaring. */
    private static double growth(Matrix map) {
        int n = map.rows();
        Array2DRowRealMatrix power = new Array2DRowRealMatrix(n, n);
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                power.setEntry(r, c, map.get(r, c));
            }
        }
        for (int i = 0; i < 10; i++) {
            power = power.multiply(power);
        }
        return StrictMath.pow(power.getFrobeniusNorm(), 1.0 / 1024);
    }

    @Test
    void sparseTakesAllRowsWhereThereAreFewer() {
        Matrix recurrent = sparse("tanh-rnn", 6, LossKind.SQUARED_ERROR)
                .initialize(Seed.root(5))
                .block("layer0.recurrent");
        for (int r = 0; r < 6; r++) {
            for (int c = 0; c < 6; c++) {
                assertThat(recurrent.get(r, c)).isNotZero();
            }
        }
    }

    @Test
    void aNilpotentRecurrentMapIsLeftAsItIs() {
        Architecture.Part one = new Architecture.Part("sparse", Settings.NONE.with("fan-in", 1));
        for (int seed = 0; seed < 20; seed++) {
            float[] theta = network(Architecture.of("tanh-rnn", 2).withInitialization(one), LossKind.SQUARED_ERROR)
                    .initialize(Seed.root(seed))
                    .data();
            for (float v : theta) {
                assertThat(v).isFinite();
            }
        }
    }

    /** A deviation over n normal draws has a relative error of 1/√(2n): here 4 %, and we grant 15 %. */
    @Test
    void sparseScalesFollowTheKindOfTask() {
        Parameters real = sparse("tanh-rnn", 150, LossKind.SQUARED_ERROR).initialize(Seed.root(5));
        Parameters classes =
                sparse("tanh-rnn", 150, LossKind.SOFTMAX_CROSS_ENTROPY).initialize(Seed.root(5));

        assertThat(deviation(real.block("layer0.input"))).isCloseTo(0.001, within(0.00015));
        assertThat(deviation(classes.block("layer0.input"))).isCloseTo(0.1, within(0.015));
        assertThat(deviation(real.block("readout.weight"))).isCloseTo(0.1, within(0.015));
        assertThat(real.block("readout.bias").get(0, 1)).isEqualTo(0.25f);
        assertThat(classes.block("readout.bias").get(0, 1)).isZero();
        assertThat(deviation(real.block("layer0.bias"))).isZero();
    }

    private static double deviation(Matrix map) {
        double squares = 0;
        for (int r = 0; r < map.rows(); r++) {
            for (int c = 0; c < map.columns(); c++) {
                squares += map.get(r, c) * map.get(r, c);
            }
        }
        return Math.sqrt(squares / map.rows() / map.columns());
    }

    @ParameterizedTest
    @ValueSource(strings = {"glorot", "sparse"})
    void onlyTheForgetGateHasABias(String name) {
        Architecture.Part lstm = new Architecture.Part("lstm", Settings.NONE.with("forget-bias", 2.5));
        Architecture architecture =
                new Architecture(lstm, 4, 2, Architecture.Part.of(name), Architecture.Part.of("none"));
        Parameters theta = network(architecture, LossKind.SQUARED_ERROR).initialize(Seed.root(0));

        for (String block : List.of("layer0.bias", "layer1.bias")) {
            for (int j = 0; j < 16; j++) {
                assertThat(theta.block(block).get(0, j)).isEqualTo(j / 4 == 1 ? 2.5f : 0f);
            }
        }
    }

    @Test
    void everyEntryNamesEquationAndSource() {
        assertThat(Initializations.all()).allSatisfy(entry -> {
            assertThat(entry.equation()).isNotBlank();
            assertThat(entry.citation()).containsPattern("[0-9]{4}");
            assertThat(entry.summary()).endsWith(".");
        });
        assertThat(Regularizers.all()).allSatisfy(entry -> {
            assertThat(entry.equation()).isNotBlank();
            assertThat(entry.citation()).isNotBlank();
            assertThat(entry.summary()).endsWith(".");
        });
    }
}
