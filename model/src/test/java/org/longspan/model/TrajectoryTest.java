package org.longspan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.longspan.model.LagErrors.error;
import static org.longspan.model.LagErrors.hold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.model.Architecture.Start;
import org.longspan.model.LagErrors.Quantity;
import org.longspan.model.cell.Cells;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.task.LossKind;

/** Derivatives in the state of every step against differences of the slow oracle, cut there. */
@ExtendWith(LagErrors.class)
class TrajectoryTest {

    static Stream<Case> cases() {
        return Cells.all().stream()
                .map(Entry::name)
                .flatMap(cell -> Stream.of(1, 2)
                        .flatMap(layers -> Arrays.stream(LossKind.values()).map(loss -> Case.of(cell, layers, loss))));
    }

    static Stream<Case> smoothCases() {
        return cases().filter(c -> LagProducts.refusesHessian(c.network).isEmpty());
    }

    static Trajectory trajectory(Case c) {
        Trajectory along = new Trajectory(c.network, c.batch.capacity());
        along.run(c.theta, c.batch);
        return along;
    }

    private static Matrix random(Trajectory along, long seed) {
        Matrix v = along.newState();
        RandomStream stream = Seed.root(seed).stream();
        for (int i = 0; i < v.data().length; i++) {
            v.data()[i] = (float) stream.uniform(-1, 1);
        }
        return v;
    }

    static double[] row(Matrix v, int b) {
        double[] row = new double[v.columns()];
        Arrays.setAll(row, j -> v.get(b, j));
        return row;
    }

    /** A check of sequence b at a lag. */
    private interface AtLag {
        void check(int b, int lag, SlowCut slow);
    }

    private static void everywhere(Case c, Trajectory along, AtLag check) {
        int checked = 0;
        for (int b = 0; b < along.sequences(); b++) {
            SlowCut slow = new SlowCut(c, b, along.width());
            assertThat(along.readOutOf(b)).isEqualTo(slow.tau);
            for (int lag = 1; lag <= slow.tau; lag++) {
                check.check(b, lag, slow);
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void statesHaveTheBitsOfATrainingStep(Case c) {
        Trajectory along = trajectory(c);
        c.objective.gradient(c.theta, GradientSeams.NONE, new Parameters(c.network.layout()));

        for (StatePart part : along.parts()) {
            for (int t = 0; t < along.steps() && !part.inner(); t++) {
                Matrix h = c.workspace.buffers().runs[part.layer()].outputs().groups(along.sequences())[t];
                assertThat(along.state(t + 1).columns(part.from(), part.width()).toArray())
                        .isEqualTo(h.toArray());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theLossIsThatOfTheLastReadOutAlone(Case c) {
        Trajectory along = trajectory(c);
        for (int b = 0; b < along.sequences(); b++) {
            SlowCut slow = new SlowCut(c, b, along.width());
            double loss = slow.tau == 0 ? 0 : slow.loss(1, new double[along.width()]);
            assertThat(along.lossOf(b)).isCloseTo(loss, within((1 + loss) * 1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void signalsAreDifferencesOfTheCutNetwork(Case c) {
        Trajectory along = trajectory(c);
        Matrix w = random(along, 3);
        Matrix[][] found = new Matrix[along.steps() + 1][2];
        along.backward(new Trajectory.Seed[] {along.loss(), new Trajectory.Seed(w, null)}, (state, signals) -> {
            for (int i = 0; i < 2; i++) {
                found[state][i] = along.newState();
                found[state][i].copyFrom(signals[i]);
            }
        });

        everywhere(c, along, (b, lag, slow) -> {
            Matrix[] here = found[slow.tau - lag];
            hold(c, Quantity.SIGNAL, error(here[0], b, slow.signal(lag)));
            hold(c, Quantity.TRANSPOSED, error(here[1], b, slow.transposed(lag, row(w, b))));
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tangentsAndGaussNewtonAreDifferencesOfTheCutNetwork(Case c) {
        Trajectory along = trajectory(c);
        LagProducts products = new LagProducts(along);
        Matrix v = random(along, 3);
        List<Matrix> tangents = new ArrayList<>();
        List<double[]> forms = new ArrayList<>();
        List<Matrix> products2 = new ArrayList<>();
        for (int lag = 1; lag <= along.steps(); lag++) {
            Matrix tangent = along.newState();
            Matrix product = along.newState();
            products.tangent(lag, v, tangent);
            forms.add(products.gaussNewtonForms());
            products.gaussNewton(lag, v, product);
            tangents.add(tangent);
            products2.add(product);
        }

        everywhere(c, along, (b, lag, slow) -> {
            double[] direction = row(v, b);
            hold(c, Quantity.TANGENT, error(tangents.get(lag - 1), b, slow.jacobian(lag, direction)));
            hold(c, Quantity.GAUSS_NEWTON, error(products2.get(lag - 1), b, slow.gaussNewton(lag, direction)));
            hold(c, Quantity.FORM, error(forms.get(lag - 1)[b], slow.form(lag, direction)));
        });
    }

    @ParameterizedTest
    @MethodSource("smoothCases")
    void productsWithTheHessianAreSecondDifferencesOfTheCutNetwork(Case c) {
        Trajectory along = trajectory(c);
        LagProducts products = new LagProducts(along);
        Matrix v = random(along, 3);
        List<Matrix> found = new ArrayList<>();
        for (int lag = 1; lag <= along.steps(); lag++) {
            Matrix product = along.newState();
            products.hessian(lag, v, product);
            found.add(product);
        }

        everywhere(
                c,
                along,
                (b, lag, slow) ->
                        hold(c, Quantity.HESSIAN, error(found.get(lag - 1), b, slow.hessian(lag, row(v, b)))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFastestKernelsGiveTheBitsOfThePlainOnes(Case c) {
        Architecture architecture =
                Architecture.of(c.network.architecture().cell().name(), 19).withLayers(2);
        float[][] found = new float[2][];
        for (int i = 0; i < 2; i++) {
            Network network = new Network(
                    architecture,
                    c.task.description(),
                    KernelChoice.best(i == 0 ? "plain" : "auto").kernels());
            Trajectory along = new Trajectory(network, c.batch.capacity());
            along.run(network.initialize(Seed.root(4)), c.batch);
            Matrix last = along.newState();
            along.backward(new Trajectory.Seed[] {along.loss()}, (state, signals) -> last.copyFrom(signals[0]));
            if (LagProducts.refusesHessian(network).isEmpty()) {
                new LagProducts(along).hessian(3, last, last);
            }
            found[i] = last.data();
        }

        assertThat(found[1]).isEqualTo(found[0]);
    }

    static Stream<String> cellsThatLearnTheirStart() {
        return LearnedInitialStateTest.cells();
    }

    /** ∂L/∂s₀ is the mean of ∂ℓ/∂s(0), where only the last step is read out. */
    @ParameterizedTest
    @MethodSource("cellsThatLearnTheirStart")
    void theSignalAtALearnedStartIsItsGradient(String cell) {
        Architecture architecture =
                Architecture.of(cell, Case.HIDDEN).withLayers(2).withStart(Start.LEARNED);
        Case c = new Case(architecture, ToyTask.lastOnly(7, 3, 2), 4, 4);
        Parameters gradient = new Parameters(c.network.layout());
        c.objective.gradient(c.theta, GradientSeams.NONE, gradient);
        Trajectory along = trajectory(c);
        Matrix first = along.newState();
        along.backward(new Trajectory.Seed[] {along.loss()}, (state, signals) -> first.copyFrom(signals[0]));

        int width = along.width() / 2;
        for (int i = 0; i < along.width(); i++) {
            double mean = 0;
            for (int b = 0; b < along.sequences(); b++) {
                mean += first.get(b, i) / (double) along.sequences();
            }
            float of = gradient.block("layer" + i / width + ".initial-state").get(0, i % width);
            assertThat((double) of).isCloseTo(mean, within(1e-6 * (1 + Math.abs(mean))));
        }
    }

    @Test
    void lagsBeforeTheFirstAndBatchesOfAnotherSizeAreRefused() {
        Case c = Case.of("lstm", 1, LossKind.SQUARED_ERROR);
        Trajectory along = trajectory(c);

        assertThatThrownBy(() -> new LagProducts(along).tangent(0, along.newState(), along.newState()))
                .hasMessage("lag 0, expected a whole number from 1");
        assertThatThrownBy(() -> new Trajectory(c.network, 3).run(c.theta, c.batch))
                .hasMessage("a batch of capacity 5, expected 3");
        assertThatThrownBy(() -> new LagProducts(trajectory(Case.of("orthogonal-rnn", 1, LossKind.SQUARED_ERROR)))
                        .hessian(1, along.newState(), along.newState()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("products with the Hessian through cell orthogonal-rnn: it does not give the tangent of"
                        + " its backward pass");
    }
}
