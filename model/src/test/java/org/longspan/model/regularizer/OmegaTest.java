package org.longspan.model.regularizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.model.Architecture;
import org.longspan.model.Case;
import org.longspan.model.Network;
import org.longspan.model.SlowNetwork;
import org.longspan.model.TaskObjective;
import org.longspan.model.ToyTask;
import org.longspan.model.cell.CellFactory;
import org.longspan.model.cell.Cells;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.model.initialization.OrthogonalRecurrence;
import org.longspan.numerics.Block;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;
import org.longspan.numerics.random.Seed;
import org.longspan.task.LossKind;
import org.longspan.task.Split;

/** Pascanu's Ω against an oracle in which everything except U is constant. */
class OmegaTest {

    /** About a hundred roundings of 6e-8, few of which add up, in a quotient of two sums. */
    private static final double FLOAT = 2e-5;

    private static final double ALPHA = 100; // the loss's own gradient is small beside it
    private static final List<String> CELLS =
            List.of("tanh-rnn", "logistic-rnn", "relu-rnn", "linear-rnn", "leaky-integrator");

    static Stream<Arguments> everyCellLayerAndForm() {
        return CELLS.stream()
                .flatMap(cell -> Stream.of(1, 2)
                        .flatMap(layers -> Stream.of("paper", "code").map(form -> Arguments.of(cell, layers, form))));
    }

    private static Case of(String cell, int layers, String form) {
        return of(cell, layers, form, ToyTask.masked(7, 3, 2, LossKind.SQUARED_ERROR), 5);
    }

    private static Case of(String cell, int layers, String form, ToyTask task, int capacity) {
        Architecture plain = Architecture.of(cell, Case.HIDDEN).withLayers(layers);
        return new Case(plain.withRegularizer(omega(ALPHA, form)), task, 5, capacity);
    }

    private static Architecture.Part omega(double alpha, String form) {
        return new Architecture.Part("omega", Settings.NONE.with("alpha", alpha).with("form", form));
    }

    private static Case without(Case c) {
        return new Case(c.network.architecture().withRegularizer(Architecture.Part.of("none")), c.task, 5, 5);
    }

    private static Omega.Form form(String name) {
        return name.equals("paper") ? Omega.Form.PAPER : Omega.Form.CODE;
    }

    private static Parameters gradient(Case c, GradientSeams seams) {
        Parameters gradient = new Parameters(c.network.layout());
        c.objective.gradient(c.theta, seams, gradient);
        return gradient;
    }

    @ParameterizedTest
    @MethodSource("everyCellLayerAndForm")
    void whatIsAddedIsTheImmediateSlopeOfTheOracle(String cell, int layers, String form) {
        Case c = of(cell, layers, form);
        float[] with = gradient(c, GradientSeams.NONE).data();
        float[] plain = gradient(without(c), GradientSeams.NONE).data();

        for (int l = 0; l < layers; l++) {
            SlowOmega slow = new SlowOmega(c, form(form), l);
            double[] expected = SlowNetwork.gradient(slow::value, slow.recurrent());
            Block block = slow.block();
            float[] added = new float[block.size()];
            for (int i = 0; i < added.length; i++) {
                added[i] = (float) ((with[block.offset() + i] - plain[block.offset() + i]) / ALPHA);
            }
            assertThat(Case.relative(added, expected)).isLessThan(FLOAT);
        }
    }

    @ParameterizedTest
    @MethodSource("everyCellLayerAndForm")
    void itsValueIsThatOfTheOracleSummedOverLayers(String cell, int layers, String form) {
        Case c = of(cell, layers, form);
        assertThat(c.objective.signalPenalty()).isNaN();
        gradient(c, GradientSeams.NONE);

        double expected = 0;
        for (int l = 0; l < layers; l++) {
            SlowOmega slow = new SlowOmega(c, form(form), l);
            expected += slow.value(slow.recurrent());
        }
        assertThat(c.objective.signalPenalty()).isCloseTo(expected, within(expected * FLOAT));
    }

    @ParameterizedTest
    @MethodSource("everyCellLayerAndForm")
    void nothingButRecurrentMapsHearsOfIt(String cell, int layers, String form) {
        Case c = of(cell, layers, form);
        Case plain = without(c);
        Parameters with = new Parameters(c.network.layout());
        Parameters alone = new Parameters(c.network.layout());

        assertThat(c.objective.gradient(c.theta, GradientSeams.NONE, with))
                .isEqualTo(plain.objective.gradient(c.theta, GradientSeams.NONE, alone));
        for (Block block : c.network.layout().blocks()) {
            float[] a = with.block(block.name()).toArray();
            float[] b = alone.block(block.name()).toArray();
            if (block.name().endsWith("recurrent")) {
                assertThat(a).isNotEqualTo(b);
            } else {
                assertThat(a).isEqualTo(b);
            }
        }
        assertThat(plain.objective.signalPenalty()).isNaN();
        assertThat(c.objective.loss(c.theta)).isEqualTo(plain.objective.loss(c.theta));
    }

    @ParameterizedTest
    @MethodSource("everyCellLayerAndForm")
    void aFactorOfZeroIsNoRegularizerBitForBit(String cell, int layers, String form) {
        Case c = of(cell, layers, form);
        Case zero = new Case(c.network.architecture().withRegularizer(omega(0, form)), c.task, 5, 5);

        assertThat(gradient(zero, GradientSeams.NONE).data())
                .isEqualTo(gradient(without(c), GradientSeams.NONE).data());
    }

    /** A signal a thousandth as long, and one that would stop Ω's terms at all earlier steps. */
    private static final SignalTransform SHORTEN = new SignalTransform() {
        @Override
        public Site site() {
            return Site.HIDDEN;
        }

        @Override
        public boolean apply(float[] signal, int from, int width) {
            for (int i = from; i < from + width; i++) {
                signal[i] = i == from ? 0f : signal[i] / 1000;
            }
            return true;
        }
    };

    @ParameterizedTest
    @MethodSource("everyCellLayerAndForm")
    void itsSignalsAreThoseThatNothingRewrites(String cell, int layers, String form) {
        Case c = of(cell, layers, form);
        GradientSeams seams = new GradientSeams(SHORTEN, norm -> Math.min(1, 1e-3 / norm));
        Parameters with = gradient(c, seams);
        double clipped = c.objective.signalPenalty();
        Parameters plain = gradient(without(c), seams);
        Parameters unclippedWith = gradient(c, GradientSeams.NONE);
        Parameters unclipped = gradient(without(c), GradientSeams.NONE);

        assertThat(clipped).isEqualTo(c.objective.signalPenalty());
        float[] added = new float[with.size()];
        double[] expected = new double[with.size()];
        for (int i = 0; i < added.length; i++) {
            added[i] = with.data()[i] - plain.data()[i];
            expected[i] = (double) unclippedWith.data()[i] - unclipped.data()[i];
        }
        assertThat(Case.relative(added, expected)).isLessThan(1e-6);
        assertThat(plain.data()).isNotEqualTo(unclipped.data());
    }

    @ParameterizedTest
    @MethodSource("everyCellLayerAndForm")
    void chunksAndRoomToSpareChangeNothing(String cell, int layers, String form) {
        Case c = of(cell, layers, form);
        float[] whole = gradient(c, GradientSeams.NONE).data();
        Case roomy = of(cell, layers, form, c.task, 8);
        Case inChunks = of(cell, layers, form, c.task, 2);

        assertThat(gradient(roomy, GradientSeams.NONE).data()).isEqualTo(whole);
        assertThat(roomy.objective.signalPenalty()).isEqualTo(c.objective.signalPenalty());
        assertThat(Case.relative(gradient(inChunks, GradientSeams.NONE).data(), doubles(whole)))
                .isLessThan(FLOAT);
        assertThat(inChunks.objective.signalPenalty()).isCloseTo(c.objective.signalPenalty(), within(1e-12));
    }

    private static double[] doubles(float[] floats) {
        double[] doubles = new double[floats.length];
        Arrays.setAll(doubles, i -> floats[i]);
        return doubles;
    }

    @ParameterizedTest
    @MethodSource("everyCellLayerAndForm")
    void theFastestKernelsGiveTheBitsOfThePlainOnes(String cell, int layers, String form) {
        Case c = of(cell, layers, form);
        Network fast = new Network(
                c.network.architecture(),
                c.task.description(),
                KernelChoice.best("auto").kernels());
        Parameters gradient = new Parameters(c.network.layout());
        TaskObjective objective = new TaskObjective(fast, c.task, Split.TRAIN, Case.SEED, fast.newWorkspace(5));
        objective.bind(Case.FROM, 5).gradient(c.theta, GradientSeams.NONE, gradient);

        assertThat(gradient.data()).isEqualTo(gradient(c, GradientSeams.NONE).data());
        assertThat(objective.signalPenalty()).isEqualTo(c.objective.signalPenalty());
    }

    @Test
    void signalsThatKeepTheirLengthCostNothingAndThoseThatDoubleCostTheirForm() {
        for (String form : List.of("paper", "code")) {
            Case c = of("linear-rnn", 1, form, ToyTask.lastOnly(7, 3, 2), 5);
            Matrix recurrent = c.theta.block("layer0.recurrent");
            recurrent.fill(0f);
            new OrthogonalRecurrence(1).draw(Role.RECURRENT, recurrent, c.task.description(), Seed.root(4).stream());
            gradient(c, GradientSeams.NONE);
            assertThat(c.objective.signalPenalty()).isLessThan(1e-10);

            for (int i = 0; i < Case.HIDDEN; i++) {
                for (int j = 0; j < Case.HIDDEN; j++) {
                    recurrent.set(i, j, 2 * recurrent.get(i, j));
                }
            }
            gradient(c, GradientSeams.NONE);
            double expected = form.equals("paper") ? 7 : 9; // Σ over 7 steps of (2 - 1)², mean of (4 - 1)²
            assertThat(c.objective.signalPenalty()).isCloseTo(expected, within(1e-4));
        }
    }

    @Test
    void signalsThatVanishOrExplodeLeaveItFinite() {
        for (String form : List.of("paper", "code")) {
            for (float factor : new float[] {0, 1e-12f, 1e-3f, 8}) {
                Case c = of("linear-rnn", 2, form, ToyTask.lastOnly(14, 3, 2), 5);
                for (String block : List.of("layer0.recurrent", "layer1.recurrent")) {
                    Matrix recurrent = c.theta.block(block);
                    recurrent.fill(0f);
                    for (int i = 0; i < Case.HIDDEN; i++) {
                        recurrent.set(i, (i + 1) % Case.HIDDEN, factor);
                    }
                }
                for (float g : gradient(c, GradientSeams.NONE).data()) {
                    assertThat(g).isFinite();
                }
                assertThat(c.objective.signalPenalty()).isFinite().isPositive();
            }
        }
    }

    @Test
    void signalsThatAreDeadCountNothing() {
        Case c = of("tanh-rnn", 1, "code");
        Parameters gradient = new Parameters(c.network.layout());
        c.objective.bind(6, 1).gradient(c.theta, GradientSeams.NONE, gradient); // is not read out

        assertThat(gradient.data()).containsOnly(0f);
        assertThat(c.objective.signalPenalty()).isZero();
    }

    @Test
    void aCellWithoutAFormulaIsRefusedWithTheReason() {
        for (Entry<CellFactory> entry : Cells.all()) {
            RecurrentCell cell = entry.create(Settings.NONE).cell(3, 5);
            assertThat(new Omega(1, Omega.Form.CODE).refuses(cell).isEmpty()).isEqualTo(CELLS.contains(entry.name()));
            assertThat(new L2(1).refuses(cell)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lstm | its signals flow through 4 recurrent maps, expected one",
                "gru | its signals flow through 3 recurrent maps, expected one",
                "min-gru | it trains no recurrent map, expected one, the only weights whose gradient has the term",
                "lru | it trains no recurrent map, expected one, the only weights whose gradient has the term",
                "echo-state | it trains no recurrent map, expected one, the only weights whose gradient has the term",
                "orthogonal-rnn | it makes its recurrent map from another matrix, expected one that is itself trained"
            })
    void aRefusalSaysWhatTheCellLacks(String cell, String reason) {
        assertThatThrownBy(() -> of(cell, 1, "code"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("regularizer omega does not suit cell " + cell + ": " + reason);
    }

    @Test
    void itSaysThatItIsNoFunctionsGradient() {
        Case c = of("tanh-rnn", 1, "code");
        Parameters product = gradient(c, GradientSeams.NONE);

        assertThat(c.network.regularizer().hasPotential()).isFalse();
        assertThat(without(c).network.regularizer().hasPotential()).isTrue();
        assertThat(c.objective.supports(Curvature.GAUSS_NEWTON)).isFalse();
        assertThatThrownBy(() -> c.objective.curvature(c.theta, Curvature.GAUSS_NEWTON, product))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageEndingWith("regularizer omega adds what is no function's gradient");
    }

    @Test
    void itCostsTheProductsThatItMakes() {
        Case c = of("tanh-rnn", 1, "code");

        assertThat(c.objective.signalCost(GradientSeams.NONE)).isEqualTo(2);
        assertThat(c.objective.signalCost(new GradientSeams(SHORTEN, null))).isEqualTo(3);
        assertThat(without(c).objective.signalCost(GradientSeams.NONE)).isZero();
    }
}
