package org.longspan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.model.cell.Cells;
import org.longspan.numerics.Block;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.random.Seed;
import org.longspan.task.LossKind;
import org.longspan.task.Split;

/** Products with the Hessian against second differences of the slow oracle, and their laws. */
class HessianTest {

    private static final Curvature HESSIAN = new Curvature.Hessian();

    /** About a hundred roundings of 6e-8 in each direction, few of which add up. */
    private static final double FLOAT = 1e-5;

    /** Step of a second difference in double, whose rounding, 1e-16 / (4 STEP²), is a twentieth of that of floats. */
    private static final double STEP = 5e-5;

    /** Step of a difference of float gradients, each of which has an error of about 1e-7. */
    private static final double FLOAT_STEP = 1.0 / 512;

    private static final double FLOAT_DIFFERENCE = 1e-3;

    static Stream<Case> cases() {
        return Stream.concat(
                        Cells.all().stream()
                                .map(Entry::name)
                                .flatMap(cell -> Stream.of(1, 2)
                                        .flatMap(layers -> Arrays.stream(LossKind.values())
                                                .map(loss -> Case.of(cell, layers, loss)))),
                        Stream.concat(
                                Stream.of("lstm", "gru", "lstm-1997", "lru").map(HessianTest::ofOneStep),
                                Stream.concat(
                                        LearnedInitialStateTest.cells().map(HessianTest::ofALearnedStart),
                                        TaskObjectiveTest.withSettings())))
                .filter(c -> c.network.supports(HESSIAN));
    }

    private static Case ofOneStep(String cell) {
        return new Case(Architecture.of(cell, Case.HIDDEN).withLayers(2), ToyTask.lastOnly(1, 3, 2), 3, 3);
    }

    private static Case ofALearnedStart(String cell) {
        ToyTask task = ToyTask.masked(7, 3, 2, LossKind.SQUARED_ERROR);
        return new Case(
                Architecture.of(cell, Case.HIDDEN).withLayers(2).withStart(Architecture.Start.LEARNED), task, 5, 5);
    }

    private static Parameters product(Case c, Curvature curvature, Parameters direction) {
        Parameters product = new Parameters(c.network.layout());
        c.objective.gradient(c.theta, GradientSeams.NONE, product);
        c.objective.curvature(direction, curvature, product);
        return product;
    }

    /** Returns a direction of norm 1. */
    private static Parameters direction(Case c, long seed) {
        Parameters v = c.random(1, seed);
        v.scale((float) (1 / Math.sqrt(dot(v, v))));
        return v;
    }

    private static double dot(Parameters a, Parameters b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += (double) a.data()[i] * b.data()[i];
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void productIsTheSecondDifferenceOfTheOracle(Case c) {
        Parameters direction = direction(c, 3);
        double[] v = SlowNetwork.doubles(direction);
        double[] up = SlowNetwork.moved(SlowNetwork.doubles(c.theta), STEP, v);
        double[] down = SlowNetwork.moved(SlowNetwork.doubles(c.theta), -STEP, v);
        double[] expected = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            expected[i] = (difference(c, up, i) - difference(c, down, i)) / (4 * STEP * STEP);
        }

        assertThat(Case.relative(product(c, HESSIAN, direction).data(), expected))
                .isLessThan(FLOAT);
    }

    /** Returns the change of the oracle's loss when element i moves from one step below to one step above. */
    private static double difference(Case c, double[] theta, int i) {
        double kept = theta[i];
        theta[i] = kept + STEP;
        double above = c.slowLoss(theta);
        theta[i] = kept - STEP;
        double below = c.slowLoss(theta);
        theta[i] = kept;
        return above - below;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void productIsTheDifferenceOfItsOwnGradients(Case c) {
        Parameters direction = direction(c, 3);
        Parameters moved = c.theta.copy();
        Parameters up = new Parameters(c.network.layout());
        Parameters down = new Parameters(c.network.layout());
        moved.addScaled((float) FLOAT_STEP, direction);
        c.objective.gradient(moved, GradientSeams.NONE, up);
        moved.addScaled((float) (-2 * FLOAT_STEP), direction);
        c.objective.gradient(moved, GradientSeams.NONE, down);
        double[] expected = new double[up.size()];
        Arrays.setAll(expected, i -> ((double) up.data()[i] - down.data()[i]) / (2 * FLOAT_STEP));

        assertThat(Case.relative(product(c, HESSIAN, direction).data(), expected))
                .isLessThan(FLOAT_DIFFERENCE);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hessianIsSymmetric(Case c) {
        Parameters u = direction(c, 5);
        Parameters v = direction(c, 6);
        Parameters hu = product(c, HESSIAN, u);
        Parameters hv = product(c, HESSIAN, v);

        assertThat(dot(hu, v)).isCloseTo(dot(hv, u), within(Math.sqrt(dot(hu, hu)) * FLOAT));
    }

    /** Outputs are linear in the weights of the read-out, so L″ is all the curvature between any two of them. */
    @ParameterizedTest
    @MethodSource("cases")
    void amongReadOutWeightsItIsTheGaussNewtonMatrix(Case c) {
        Parameters direction = direction(c, 3);
        int from = c.network.layout().block("readout.weight").offset();
        Arrays.fill(direction.data(), 0, from, 0f);
        Parameters hessian = product(c, HESSIAN, direction);
        Parameters gaussNewton = product(c, Curvature.GAUSS_NEWTON, direction);

        assertThat(Arrays.copyOfRange(hessian.data(), from, hessian.size()))
                .isEqualTo(Arrays.copyOfRange(gaussNewton.data(), from, gaussNewton.size()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void withoutResidualItIsTheGaussNewtonMatrix(Case c) {
        GivenTask perfect =
                new GivenTask(3, 2, 2, LossKind.SQUARED_ERROR, new double[] {1, -1, 2, 0.5, -0.7, 0.3}, null);
        Architecture architecture = c.network.architecture();
        Network network = new Network(architecture, perfect.description(), PlainKernels.create());
        Parameters theta = network.initialize(Seed.root(4));
        Workspace workspace = network.newWorkspace(1);
        Parameters hessian = new Parameters(network.layout());
        Parameters gaussNewton = new Parameters(network.layout());
        new TaskObjective(network, perfect.answering(0, 0), Split.TRAIN, 1, workspace)
                .bind(0, 1)
                .loss(theta);
        float[] y = workspace.buffers().yAt[2].toArray();
        TaskObjective objective =
                new TaskObjective(network, perfect.answering(y[0], y[1]), Split.TRAIN, 1, workspace).bind(0, 1);

        assertThat(objective.gradient(theta, GradientSeams.NONE, hessian)).isZero();
        objective.curvature(theta, HESSIAN, hessian);
        objective.curvature(theta, Curvature.GAUSS_NEWTON, gaussNewton);
        assertThat(dot(gaussNewton, gaussNewton)).isPositive();
        assertThat(Case.relative(hessian.data(), SlowNetwork.doubles(gaussNewton)))
                .isLessThan(FLOAT);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void chunksGiveTheMeanAndRoomToSpareChangesNoBit(Case c) {
        int count = c.objective.sequences();
        Parameters v = direction(c, 3);
        Parameters whole = product(c, HESSIAN, v);
        Parameters inChunks = product(new Case(c.network.architecture(), c.task, count, 2), HESSIAN, v);
        Parameters roomy = product(new Case(c.network.architecture(), c.task, count, 8), HESSIAN, v);

        assertThat(Case.relative(inChunks.data(), SlowNetwork.doubles(whole))).isLessThan(FLOAT);
        assertThat(roomy.data()).isEqualTo(whole.data());
    }

    /** Signals of the gradient are reused, but only if they are still there and no seam rewrote them. */
    @ParameterizedTest
    @MethodSource("cases")
    void productDependsOnNothingThatWasAskedBefore(Case c) {
        Parameters v = direction(c, 3);
        Parameters first = product(c, HESSIAN, v);
        Parameters again = c.random(1, 9);
        c.objective.curvature(v, HESSIAN, again);
        assertThat(again.data()).as("once more").isEqualTo(first.data());
        c.objective.curvature(v, new Curvature.GaussNewton(0.5), again);
        c.objective.curvature(v, HESSIAN, again);
        assertThat(again.data()).as("after Gauss-Newton").isEqualTo(first.data());
        c.objective.gradient(c.theta, new GradientSeams(new Halving(), norm -> 0.5), again);
        c.objective.curvature(v, HESSIAN, again);
        assertThat(again.data()).as("after a clipped gradient").isEqualTo(first.data());
        c.objective.gradient(c.theta, new GradientSeams(null, norm -> 0.5), again);
        c.objective.curvature(v, HESSIAN, again);
        assertThat(again.data()).as("after weighted sequences").isEqualTo(first.data());
        c.objective.loss(c.random(1, 4));
        c.objective.curvature(v, HESSIAN, again);
        assertThat(again.data()).as("without the tape").isEqualTo(first.data());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gaussNewtonAfterAHessianProductGivesTheSameBits(Case c) {
        Parameters v = direction(c, 3);
        Parameters before = product(c, Curvature.GAUSS_NEWTON, v);
        Parameters after = product(c, HESSIAN, v);
        c.objective.curvature(v, Curvature.GAUSS_NEWTON, after);

        assertThat(after.data()).isEqualTo(before.data());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFastestKernelsGiveTheBitsOfThePlainOnes(Case c) {
        Architecture architecture =
                Architecture.of(c.network.architecture().cell().name(), 19).withLayers(2);
        float[][] products = new float[2][];
        for (String name : new String[] {"plain", "auto"}) {
            Network network = new Network(
                    architecture, c.task.description(), KernelChoice.best(name).kernels());
            TaskObjective objective =
                    new TaskObjective(network, c.task, Split.TRAIN, 1, network.newWorkspace(4)).bind(0, 6);
            Parameters theta = network.initialize(Seed.root(4));
            Parameters product = new Parameters(network.layout());
            objective.gradient(theta, GradientSeams.NONE, product);
            objective.curvature(theta, HESSIAN, product);
            products[name.equals("plain") ? 0 : 1] = product.data();
        }

        assertThat(products[1]).isEqualTo(products[0]);
    }

    @Test
    void theRegularizerIsPartOfTheProduct() {
        Case c = Case.of("lstm", 1, LossKind.SQUARED_ERROR);
        Architecture.Part l2 = new Architecture.Part("l2", Settings.NONE.with("lambda", 0.5));
        Case penalized = new Case(c.network.architecture().withRegularizer(l2), c.task, 5, 5);
        Parameters v = direction(c, 3);
        Parameters plain = product(c, HESSIAN, v);
        Parameters product = product(penalized, HESSIAN, v);

        for (Block block : c.network.layout().blocks()) {
            boolean bias = block.name().endsWith("bias");
            for (int i = block.offset(); i < block.end(); i++) {
                float expected = plain.data()[i] + (bias ? 0 : 0.5f * v.data()[i]);
                assertThat(product.data()[i]).isCloseTo(expected, within(1e-6f));
            }
        }
    }

    @Test
    void roomForProductsThatACellDoesNotGiveIsRefused() {
        Case c = Case.of("orthogonal-rnn", 1, LossKind.SQUARED_ERROR);

        assertThatThrownBy(() -> c.network.capacityFor(3, HESSIAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("products with the Hessian through cell orthogonal-rnn, expected a cell that gives the"
                        + " tangent of its backward pass");
    }

    @Test
    void aWorkspaceWithoutRoomForTheTangentsIsRefusedNamingTheRoomThereIs() {
        Network network = new Network(
                Architecture.of("lstm", 128),
                ToyTask.masked(2000, 3, 2, LossKind.SQUARED_ERROR).description(),
                PlainKernels.create());
        int capacity = network.capacityFor(1000);
        int room = network.capacityFor(1000, HESSIAN);

        assertThat(room).isLessThan(capacity);
        assertThat(new WorkspaceSize(network).bytes(room, HESSIAN)).isLessThanOrEqualTo(Workspace.GREATEST);
        assertThat(new WorkspaceSize(network).bytes(room + 1, HESSIAN)).isGreaterThan(Workspace.GREATEST);
        assertThatThrownBy(() -> network.newWorkspace(capacity).secondTangents())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected at most 256: a capacity of " + room);
    }
}
