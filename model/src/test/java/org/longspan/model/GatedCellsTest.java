package org.longspan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.model.cell.Cells;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.model.cell.RecurrentRun;
import org.longspan.model.cell.SecondOrderCell;
import org.longspan.model.cell.Unrolling;
import org.longspan.model.initialization.SquareMaps;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.task.LossKind;

/** Facts that hold only for gated cells. */
class GatedCellsTest {

    private static final Kernels KERNELS = PlainKernels.create();
    private static final int INPUTS = 3;
    private static final int HIDDEN = 4;
    private static final int STEPS = 6;
    private static final int SEQUENCES = 2;

    private static RecurrentCell cell(String name) {
        return Entry.find("cell", Cells.all(), name).create(Settings.NONE).cell(INPUTS, HIDDEN);
    }

    private static Parameters zeros(RecurrentCell cell) {
        ParameterLayout.Builder layout = ParameterLayout.builder();
        cell.addBlocks("", layout);
        return new Parameters(layout.build());
    }

    private static Matrix fill(Matrix matrix, long seed) {
        RandomStream stream = Seed.root(seed).stream();
        for (int r = 0; r < matrix.rows(); r++) {
            for (int c = 0; c < matrix.columns(); c++) {
                matrix.set(r, c, (float) stream.uniform(-1, 1));
            }
        }
        return matrix;
    }

    private static float[] outputs(RecurrentCell cell, Parameters theta) {
        RecurrentRun run = cell.open(Unrolling.fromZero("", STEPS, SEQUENCES, KERNELS));
        run.prepare(theta);
        run.forward(theta, fill(Matrix.zeros(STEPS * SEQUENCES, INPUTS), 9));
        return run.outputs().toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh-rnn", "lstm", "lstm-1997", "gru", "gru-cho", "min-gru"})
    void aRunHoldsTheFloatsThatItClaims(String name) throws IllegalAccessException {
        for (int hidden : new int[] {HIDDEN, 64, 128}) {
            RecurrentCell cell =
                    Entry.find("cell", Cells.all(), name).create(Settings.NONE).cell(INPUTS, hidden);
            Unrolling unrolling = Unrolling.fromZero("", STEPS, SEQUENCES, KERNELS);
            long held = floats(cell.open(unrolling));

            assertThat(cell.runSize(STEPS, SEQUENCES)).as("%d units", hidden).isEqualTo(held);
            if (cell instanceof SecondOrderCell second) {
                assertThat(second.tangentsSize(STEPS, SEQUENCES))
                        .as("tangents of %d units", hidden)
                        .isEqualTo(floats(second.open(unrolling).openTangents()) - held);
            }
        }
    }

    private static long floats(Object holder) throws IllegalAccessException {
        return FloatArrays.of(holder).stream().mapToLong(array -> array.length).sum();
    }

    /** Where nothing is reset, both arrangements are tanh(x V + h Q + d). */
    @Test
    void bothGrusAgreeWhereTheResetGateIsOpen() {
        RecurrentCell gru = cell("gru");
        RecurrentCell cho = cell("gru-cho");
        Parameters theta = zeros(gru);
        Parameters thetaOfCho = zeros(cho);
        for (String block : new String[] {"gates.input", "gates.recurrent", "candidate.input", "candidate.recurrent"}) {
            thetaOfCho.block(block).copyFrom(fill(theta.block(block), block.length()));
        }
        for (Parameters each : new Parameters[] {theta, thetaOfCho}) {
            each.block("gates.bias").columns(0, HIDDEN).fill(60f);
            each.block("candidate.bias").fill(0.3f);
        }

        float[] outputs = outputs(gru, theta);
        assertThat(outputs(cho, thetaOfCho)).usingComparatorWithPrecision(1e-6f).containsExactly(outputs);
        theta.block("gates.bias").fill(0f);
        thetaOfCho.block("gates.bias").fill(0f);
        assertThat(outputs(cho, thetaOfCho)).isNotEqualTo(outputs(gru, theta));
    }

    /** z = 1 keeps what was there in a GRU, and takes what is new in a minimal one. */
    @Test
    void anOpenUpdateGateKeepsInTheOneAndForgetsInTheOther() {
        RecurrentCell gru = cell("gru");
        Parameters theta = zeros(gru);
        fill(theta.block("candidate.input"), 1);
        theta.block("gates.bias").columns(HIDDEN, HIDDEN).fill(60f);
        assertThat(outputs(gru, theta)).containsOnly(0f);

        RecurrentCell minimal = cell("min-gru");
        Parameters ofMinimal = zeros(minimal);
        ofMinimal.block("bias").columns(0, HIDDEN).fill(60f);
        ofMinimal.block("bias").columns(HIDDEN, HIDDEN).fill(0.7f);
        assertThat(outputs(minimal, ofMinimal)).containsOnly(0.7f);
    }

    /** Gates of ½ and a constant g: c(t) = t g / 2, whatever its age, so h(t) = (2 σ(t g / 2) - 1) / 2. */
    @Test
    void theCellOf1997ForgetsNothing() {
        RecurrentCell cell = cell("lstm-1997");
        Parameters theta = zeros(cell);
        theta.block("bias").columns(HIDDEN, HIDDEN).fill(1f);
        float[] h = outputs(cell, theta);

        double g = 4 / (1 + StrictMath.exp(-1)) - 2;
        for (int t = 0; t < STEPS; t++) {
            double expected = 1 / (1 + StrictMath.exp(-(t + 1) * g / 2)) - 0.5;
            assertThat((double) h[t * SEQUENCES * HIDDEN]).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void theCellOf1997BeginsWithTheBiasesOfItsGates() {
        Settings settings = Settings.NONE.with("input-bias", -4.0).with("output-bias", -1.5);
        Architecture architecture = new Architecture(
                new Architecture.Part("lstm-1997", settings),
                HIDDEN,
                1,
                Architecture.Part.of("glorot"),
                Architecture.Part.of("none"));
        Parameters theta = network(architecture).initialize(Seed.root(0));

        Matrix bias = theta.block("layer0.bias");
        for (int u = 0; u < HIDDEN; u++) {
            assertThat(bias.get(0, u)).isEqualTo(-4f);
            assertThat(bias.get(0, HIDDEN + u)).isZero();
            assertThat(bias.get(0, 2 * HIDDEN + u)).isEqualTo(-1.5f);
        }
    }

    /** Each gate's map is square and drawn separately, even where a block holds only some of the gates. */
    @ParameterizedTest
    @CsvSource({"gru, gates, 2", "gru, candidate, 1", "gru-cho, gates, 2", "gru-cho, candidate, 1"})
    void everyRecurrentMapHasTheSpectralRadius(String name, String part, int maps) {
        int hidden = 20;
        Architecture architecture = Architecture.of(name, hidden).withInitialization(Architecture.Part.of("sparse"));
        Matrix block = network(architecture).initialize(Seed.root(5)).block("layer0." + part + ".recurrent");

        assertThat(block.columns()).isEqualTo(maps * hidden);
        for (int m = 0; m < maps; m++) {
            Array2DRowRealMatrix map = new Array2DRowRealMatrix(hidden, hidden);
            for (int r = 0; r < hidden; r++) {
                for (int c = 0; c < hidden; c++) {
                    map.setEntry(r, c, block.get(r, m * hidden + c));
                }
            }
            assertThat(SquareMaps.spectralRadius(map)).isCloseTo(1.1, within(1e-5));
        }
    }

    private static Network network(Architecture architecture) {
        return new Network(
                architecture, ToyTask.masked(5, 3, 2, LossKind.SQUARED_ERROR).description(), KERNELS);
    }
}
