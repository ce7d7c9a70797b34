package org.longspan.model.initialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.model.Architecture;
import org.longspan.model.Network;
import org.longspan.model.ToyTask;
import org.longspan.model.cell.CellFactory;
import org.longspan.model.cell.CellOfShape;
import org.longspan.model.cell.Cells;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.model.cell.RecurrentMaps;
import org.longspan.model.regularizer.Regularizers;
import org.longspan.numerics.Block;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.random.Seed;
import org.longspan.task.LossKind;

class InitializationTest {

    private static final Kernels KERNELS = PlainKernels.create();
    private static final Architecture.Part SPARSE = Architecture.Part.of("sparse");

    private static Network network(Architecture architecture, LossKind loss) {
        return new Network(architecture, ToyTask.masked(5, 3, 2, loss).description(), PlainKernels.create());
    }

    private static Network sparse(String cell, int hidden, LossKind loss) {
        return network(Architecture.of(cell, hidden).withInitialization(SPARSE), loss);
    }

    static List<String> names() {
        return Initializations.all().stream().map(Entry::name).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSameSeedGivesTheSameBitsAndAnotherSeedOthers(String name) {
        Network network = network(
                Architecture.of("tanh-rnn", 20).withInitialization(Architecture.Part.of(name)), LossKind.SQUARED_ERROR);
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
    @ValueSource(strings = {"glorot", "sparse", "orthogonal", "pascanu-sigmoid", "pascanu-smart-tanh", "reservoir"})
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

    private static Matrix recurrent(String initialization, String cell, int hidden, Settings settings) {
        Architecture.Part part = new Architecture.Part(initialization, settings);
        return network(Architecture.of(cell, hidden).withInitialization(part), LossKind.SQUARED_ERROR)
                .initialize(Seed.root(5))
                .block("layer0.recurrent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh-rnn", "lstm"})
    void everyOrthogonalMapKeepsEveryNorm(String cell) {
        Matrix all = recurrent("orthogonal", cell, 24, Settings.NONE.with("gain", 0.7));
        for (int gate = 0; gate < all.columns() / 24; gate++) {
            Matrix map = all.columns(gate * 24, 24);
            for (int a = 0; a < 24; a++) {
                for (int b = 0; b < 24; b++) {
                    double dot = 0;
                    for (int r = 0; r < 24; r++) {
                        dot += (double) map.get(r, a) * map.get(r, b);
                    }
                    assertThat(dot).isCloseTo(a == b ? 0.49 : 0, within(1e-6));
                }
            }
        }
    }

    /**
     * Over 400 uniform orthogonal matrices of two rows, the first element has mean 0 and mean square 1/2; without the
     * signs it would never be positive. Four standard errors, of √(1/2 / 400) and √(1/8 / 400).
     */
    @Test
    void orthogonalMatricesAreUniform() {
        Network network = network(
                Architecture.of("tanh-rnn", 2).withInitialization(Architecture.Part.of("orthogonal")),
                LossKind.SQUARED_ERROR);
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < 400; seed++) {
            float first = network.initialize(Seed.root(seed))
                    .block("layer0.recurrent")
                    .get(0, 0);
            sum += first;
            squares += first * first;
        }
        assertThat(sum / 400).isCloseTo(0, within(4 * Math.sqrt(0.5 / 400)));
        assertThat(squares / 400).isCloseTo(0.5, within(4 * Math.sqrt(0.125 / 400)));
    }

    @Test
    void theRestOfOrthogonalIsGlorots() {
        Architecture tanh = Architecture.of("tanh-rnn", 7);
        Parameters glorot = network(tanh, LossKind.SQUARED_ERROR).initialize(Seed.root(1));
        Parameters orthogonal = network(
                        tanh.withInitialization(Architecture.Part.of("orthogonal")), LossKind.SQUARED_ERROR)
                .initialize(Seed.root(1));

        for (String block : List.of("layer0.input", "layer0.bias", "readout.weight", "readout.bias")) {
            assertThat(orthogonal.block(block).toArray())
                    .isEqualTo(glorot.block(block).toArray());
        }
    }

    @Test
    void identityIsAMultipleOfTheIdentity() {
        Matrix map = recurrent("identity", "relu-rnn", 9, Settings.NONE.with("factor", 0.9));
        for (int r = 0; r < 9; r++) {
            for (int c = 0; c < 9; c++) {
                assertThat(map.get(r, c)).isEqualTo(r == c ? 0.9f : 0f);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lstm | it has 4 recurrent maps, expected one square map",
                "lstm-1997 | it has 3 recurrent maps, expected one square map",
                "gru | it has 3 recurrent maps, expected one square map",
                "gru-cho | it has 3 recurrent maps, expected one square map",
                "min-gru | it has no recurrent map, expected a square one",
                "lru | it has no recurrent map, expected a square one"
            })
    void identityIsRefusedForWhatTheCellLacks(String cell, String reason) {
        assertThatThrownBy(() -> recurrent("identity", cell, 4, Settings.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("initialization identity does not suit cell " + cell + ": " + reason);
    }

    @Test
    void aCellWithoutASquareRecurrentMapIsRefused() {
        assertThat(RecurrentMaps.missingIn(new CellOfShape(7, 5)))
                .contains("its recurrent map is (7, 5), expected a square one");
        assertThat(RecurrentMaps.missingIn(new CellOfShape(0, 5)))
                .contains("it has no recurrent map, expected a square one");
        assertThat(RecurrentMaps.missingIn(new CellOfShape(5, 5))).isEmpty();
        for (Initialization square : List.of(
                new IdentityRecurrence(1, 1),
                new OrthogonalRecurrence(1),
                new SmartTanh(1, 1, 1),
                new ReservoirWeights(1, 1, 1, 1))) {
            assertThat(square.refuses(new CellOfShape(7, 5))).isPresent();
            assertThat(square.refuses(new CellOfShape(5, 5))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pascanu-sigmoid, 0.01, 0.01",
        "pascanu-basic-tanh, 0.1, 0.1",
        "pascanu-smart-tanh, 0.01, 0",
        "identity, 0.001, 0",
        "reservoir, 0.577, 0"
    })
    void deviationsAreThoseOfTheName(String name, double input, double recurrent) {
        Parameters theta = network(
                        Architecture.of("tanh-rnn", 150).withInitialization(Architecture.Part.of(name)),
                        LossKind.SQUARED_ERROR)
                .initialize(Seed.root(5));

        assertThat(deviation(theta.block("layer0.input"))).isCloseTo(input, within(0.15 * input));
        if (recurrent > 0) {
            assertThat(deviation(theta.block("layer0.recurrent"))).isCloseTo(recurrent, within(0.02 * recurrent));
        }
        assertThat(deviation(theta.block("layer0.bias"))).isZero();
        assertThat(deviation(theta.block("readout.bias"))).isZero();
    }

    @Test
    void smartTanhHasFifteenIncomingWeightsAndARadiusUnderOne() {
        Matrix map = recurrent("pascanu-smart-tanh", "tanh-rnn", 40, Settings.NONE);
        for (int c = 0; c < 40; c++) {
            assertThat(nonZeros(map.columns(c, 1))).isEqualTo(15);
        }
        assertThat(growth(map)).isCloseTo(0.95, within(0.02));
    }

    /** 10,000 elements of which a tenth are drawn: four standard errors of √(10,000 · 0.1 · 0.9) are 120. */
    @Test
    void aReservoirHasItsDensityAndItsSpectralRadius() {
        Matrix map = recurrent("reservoir", "tanh-rnn", 100, Settings.NONE.with("spectral-radius", 0.8));

        assertThat((double) nonZeros(map)).isCloseTo(1000, within(120.0));
        assertThat(growth(map)).isCloseTo(0.8, within(0.02));
    }

    private static int nonZeros(Matrix map) {
        int count = 0;
        for (float v : map.toArray()) {
            count += v != 0 ? 1 : 0;
        }
        return count;
    }

    /** A role that an initialization ignores would leave a map at zero, and the layer above it without a signal. */
    @Test
    void everyWeightOfEveryCellIsDrawnByEveryInitializationThatSuitsIt() {
        for (Entry<CellFactory> cell : Cells.all()) {
            RecurrentCell recurrent = cell.create(Settings.NONE).cell(2, 6);
            for (Entry<Initialization> initialization : Initializations.all()) {
                if (initialization.create(Settings.NONE).refuses(recurrent).isEmpty()) {
                    Architecture.Part part = Architecture.Part.of(initialization.name());
                    Architecture architecture = Architecture.of(cell.name(), 6).withInitialization(part);
                    assertEveryWeightIsDrawn(architecture);
                }
            }
        }
    }

    private static void assertEveryWeightIsDrawn(Architecture architecture) {
        Parameters theta = network(architecture, LossKind.SOFTMAX_CROSS_ENTROPY).initialize(Seed.root(0));
        for (Block block : theta.layout().blocks()) {
            if (block.role() != Role.BIAS && block.role() != Role.READ_OUT_BIAS) {
                Matrix map = theta.block(block.name());
                assertThat(KERNELS.reductions().maxAbs(map.data(), map.offset(), block.size()))
                        .as("%s of %s", block.name(), architecture)
                        .isPositive();
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

    /** A block may hold fewer than all gates of its cell. */
    @ParameterizedTest
    @ValueSource(strings = {"lstm", "gru", "gru-cho", "tanh-rnn"})
    void everyGateOnItsOwnCanBeOrthogonal(String cell) {
        Initialization orthogonal = Entry.find("initialization", Initializations.all(), "orthogonal")
                .create(Settings.NONE);
        RecurrentCell gated =
                Entry.find("cell", Cells.all(), cell).create(Settings.NONE).cell(1, 4);
        assertThat(orthogonal.refuses(gated)).isEmpty();
    }
}
