package org.longspan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.model.cell.Cells;
import org.longspan.numerics.Block;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.task.LossKind;
import org.longspan.task.Split;

/** Loss and derivatives against differences of the slow oracle. */
class TaskObjectiveTest {

    /** Seven steps of sums of a few dozen floats: about a hundred roundings of 6e-8, few of which add up. */
    private static final double FLOAT = 5e-6;

    /** The tolerance where the reference is a second difference. */
    private static final double SECOND_DIFFERENCE = 2e-5;

    static Stream<Case> cases() {
        return Stream.concat(
                Cells.all().stream()
                        .map(Entry::name)
                        .flatMap(cell -> Stream.of(1, 2)
                                .flatMap(layers ->
                                        Arrays.stream(LossKind.values()).map(loss -> Case.of(cell, layers, loss)))),
                Stream.concat(withSettings(), withLearnedStarts()));
    }

    static Stream<Case> withSettings() {
        return Stream.of(
                        new Architecture.Part("orthogonal-rnn", Settings.NONE.with("negatives", 0)),
                        new Architecture.Part("orthogonal-rnn", Settings.NONE.with("negatives", 1)),
                        new Architecture.Part("lru", Settings.NONE.with("states-per-output", 1.6)),
                        new Architecture.Part(
                                "lru",
                                Settings.NONE.with("states-per-output", 0.4).with("output", "identity")))
                .map(TaskObjectiveTest::withSettings);
    }

    private static Stream<Case> withLearnedStarts() {
        ToyTask task = ToyTask.masked(7, 3, 2, LossKind.SQUARED_ERROR);
        return Cells.all().stream()
                .filter(cell -> cell.create(Settings.NONE).cell(1, Case.HIDDEN).initialStateWidth() > 0)
                .map(cell -> Architecture.of(cell.name(), Case.HIDDEN).withLayers(2))
                .map(architecture -> new Case(architecture.withStart(Architecture.Start.LEARNED), task, 5, 5));
    }

    private static Case withSettings(Architecture.Part cell) {
        Architecture plain = Architecture.of(cell.name(), Case.HIDDEN).withLayers(2);
        ToyTask task = ToyTask.masked(7, 3, 2, LossKind.SQUARED_ERROR);
        return new Case(
                new Architecture(cell, plain.hidden(), 2, plain.initialization(), plain.regularizer()), task, 5, 5);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lossIsThatOfTheOracle(Case c) {
        double expected = c.slowLoss(SlowNetwork.doubles(c.theta));

        assertThat(c.objective.loss(c.theta)).isCloseTo(expected, within(expected * FLOAT));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientIsTheSlopeOfTheOracle(Case c) {
        Parameters gradient = c.random(1, 2);
        double loss = c.objective.gradient(c.theta, GradientSeams.NONE, gradient);

        double[] expected = SlowNetwork.gradient(c::slowLoss, SlowNetwork.doubles(c.theta));
        assertThat(Case.relative(gradient.data(), expected)).isLessThan(FLOAT);
        assertThat(loss).isEqualTo(c.objective.loss(c.theta));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hiddenCotangentsAreTheSlopesInEveryHiddenOutput(Case c) {
        c.objective.gradient(c.theta, GradientSeams.NONE, new Parameters(c.network.layout()));

        double[] theta = SlowNetwork.doubles(c.theta);
        int layers = c.workspace.buffers().dh.length;
        int steps = c.task.steps();
        for (int b = 0; b < c.batch.sequences(); b++) {
            int sequence = b;
            float[] dh = new float[layers * steps * Case.HIDDEN];
            for (int i = 0; i < dh.length; i++) {
                int t = i / Case.HIDDEN % steps;
                dh[i] = c.workspace.buffers().dh[i / Case.HIDDEN / steps].get(t * 5 + b, i % Case.HIDDEN);
            }
            double[] expected = SlowNetwork.gradient(
                    nudge -> c.slowLoss(theta, sequence, cut(nudge, layers, steps)), new double[dh.length]);
            if (c.batch.readOutsOf(b) == 0) {
                assertThat(dh).containsOnly(0f);
            } else {
                assertThat(Case.relative(dh, expected)).isLessThan(FLOAT);
            }
        }
    }

    private static double[][][] cut(double[] flat, int layers, int steps) {
        double[][][] cut = new double[layers][steps][];
        for (int l = 0; l < layers; l++) {
            for (int t = 0; t < steps; t++) {
                int from = (l * steps + t) * Case.HIDDEN;
                cut[l][t] = Arrays.copyOfRange(flat, from, from + Case.HIDDEN);
            }
        }
        return cut;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gaussNewtonProductIsThatOfTheOracle(Case c) {
        for (Curvature.GaussNewton curvature : List.of(
                new Curvature.GaussNewton(0),
                new Curvature.GaussNewton(0.3),
                new Curvature.GaussNewton(0.3, Curvature.Divergence.SQUARED))) {
            Parameters direction = c.random(1, 3);
            Parameters product = new Parameters(c.network.layout());
            c.objective.gradient(c.theta, GradientSeams.NONE, product);
            c.objective.curvature(direction, curvature, product);

            double[] expected = slowGaussNewton(c, SlowNetwork.doubles(direction), curvature);
            assertThat(Case.relative(product.data(), expected))
                    .as("%s", curvature)
                    .isLessThan(SECOND_DIFFERENCE);
        }
    }

    /**
     * The gradient in θ of the mean of ⟨L″ J v, y(θ)⟩ + λμ ⟨D″ J_h v, h(θ)⟩, the brackets' left sides held fixed.
     */
    static double[] slowGaussNewton(Case c, double[] v, Curvature.GaussNewton curvature) {
        double[] theta = SlowNetwork.doubles(c.theta);
        double[] product = new double[theta.length];
        for (int b = 0; b < c.batch.sequences(); b++) {
            double[] y = flat(c, b, theta);
            double[] up = flat(c, b, SlowNetwork.moved(theta, SlowNetwork.STEP, v));
            double[] down = flat(c, b, SlowNetwork.moved(theta, -SlowNetwork.STEP, v));
            double[] jv = new double[y.length];
            Arrays.setAll(jv, i -> (up[i] - down[i]) / (2 * SlowNetwork.STEP));
            double[] w = lossHessianTimes(c, b, y, jv, curvature);
            int sequence = b;
            double[] part = SlowNetwork.gradient(at -> dot(w, flat(c, sequence, at)), theta);
            Arrays.setAll(product, i -> product[i] + part[i] / c.batch.sequences());
        }
        return product;
    }

    /** Returns outputs y(1..T), then all hidden outputs. */
    private static double[] flat(Case c, int b, double[] theta) {
        double[][] x = c.inputs(b);
        return Stream.concat(
                        Arrays.stream(c.slow.outputs(theta, x, null)),
                        Arrays.stream(c.slow.hidden(theta, x, null)).flatMap(Arrays::stream))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static double[] lossHessianTimes(Case c, int b, double[] y, double[] u, Curvature.GaussNewton curvature) {
        int width = c.task.outputs();
        int steps = c.task.steps();
        double[] w = new double[u.length];
        for (int i = steps * width; i < u.length; i++) {
            double second = SlowDivergence.second(c.slow, curvature.divergence(), y[i]);
            w[i] = isBeforeTheEnd(c, b, i) ? curvature.hiddenDamping() * second * u[i] : 0;
        }
        for (int t = 0; t < steps; t++) {
            if (!c.batch.isReadOut(t, b)) {
                continue;
            }
            double z = 0;
            double mean = 0;
            for (int i = t * width; i < (t + 1) * width; i++) {
                z += StrictMath.exp(y[i]);
                mean += StrictMath.exp(y[i]) * u[i];
            }
            for (int i = t * width; i < (t + 1) * width; i++) {
                double hessian = c.task.loss() == LossKind.SQUARED_ERROR
                        ? 2.0 / width * u[i]
                        : StrictMath.exp(y[i]) / z * (u[i] - mean / z);
                w[i] = hessian / c.batch.readOutsOf(b);
            }
        }
        return w;
    }

    /** Returns whether element {@code i} of {@link #flat} is of a step up to the sequence's last read-out. */
    private static boolean isBeforeTheEnd(Case c, int b, int i) {
        int t = (i - c.task.steps() * c.task.outputs()) / Case.HIDDEN % c.task.steps();
        return IntStream.range(t, c.task.steps()).anyMatch(later -> c.batch.isReadOut(later, b));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double dot(Parameters a, Parameters b) {
        return dot(SlowNetwork.doubles(a), SlowNetwork.doubles(b));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gaussNewtonIsSymmetricAndPositive(Case c) {
        Parameters u = c.random(1, 5);
        Parameters v = c.random(1, 6);
        Parameters gu = new Parameters(c.network.layout());
        Parameters gv = new Parameters(c.network.layout());
        c.objective.gradient(c.theta, GradientSeams.NONE, gu);
        c.objective.curvature(u, Curvature.GAUSS_NEWTON, gu);
        c.objective.curvature(v, Curvature.GAUSS_NEWTON, gv);

        double scale = Math.sqrt(dot(gu, gu) * dot(v, v));
        assertThat(dot(gu, v)).isCloseTo(dot(gv, u), within(scale * FLOAT));
        assertThat(dot(gu, u)).isPositive();
        assertThat(dot(gv, v)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exampleNormsAreThoseOfEachSequenceAlone(Case c) {
        double[] norms = new double[5];
        c.objective.exampleNorms(c.theta, GradientSeams.NONE, norms);

        double[] theta = SlowNetwork.doubles(c.theta);
        for (int b = 0; b < 5; b++) {
            int sequence = b;
            double[] g = SlowNetwork.gradient(at -> c.slowLoss(at, sequence, null), theta);
            double norm = Math.sqrt(dot(g, g));
            assertThat(norms[b]).isCloseTo(norm, within(1e-12 + norm * FLOAT));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exampleWeightsScaleEachSequencesGradient(Case c) {
        double[] norms = new double[5];
        c.objective.exampleNorms(c.theta, GradientSeams.NONE, norms);
        double threshold = norms[1];
        GradientSeams clip = new GradientSeams(null, norm -> norm > threshold ? threshold / norm : 1);
        Parameters gradient = new Parameters(c.network.layout());
        c.objective.gradient(c.theta, clip, gradient);

        double[] expected = SlowNetwork.gradient(
                at -> {
                    double sum = 0;
                    for (int b = 0; b < 5; b++) {
                        sum += Math.min(1, threshold / Math.max(norms[b], 1e-9)) * c.slowLoss(at, b, null) / 5;
                    }
                    return sum;
                },
                SlowNetwork.doubles(c.theta));
        assertThat(Case.relative(gradient.data(), expected)).isLessThan(FLOAT);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exampleWeightsOfOneChangeNoBit(Case c) {
        Parameters plain = new Parameters(c.network.layout());
        Parameters weighed = new Parameters(c.network.layout());
        c.objective.gradient(c.theta, GradientSeams.NONE, plain);
        c.objective.gradient(c.theta, new GradientSeams(null, norm -> 1), weighed);

        assertThat(weighed.data()).isEqualTo(plain.data());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hiddenDivergenceIsThatOfTheOracle(Case c) {
        Parameters delta = c.random(0.1, 9);
        double[] theta = SlowNetwork.doubles(c.theta);
        double[] moved = SlowNetwork.moved(theta, 1, SlowNetwork.doubles(delta));
        double sum = 0;
        for (int b = 0; b < 5; b++) {
            double[] before = flat(c, b, theta);
            double[] after = flat(c, b, moved);
            for (int i = c.task.steps() * c.task.outputs(); i < before.length; i++) {
                sum += isBeforeTheEnd(c, b, i) ? (after[i] - before[i]) * (after[i] - before[i]) / 2 : 0;
            }
        }

        assertThat(c.objective.hiddenDivergence(c.theta, delta)).isCloseTo(sum / 5, within(sum / 5 * 20 * FLOAT));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void chunksGiveTheMeanOverAllSequences(Case c) {
        Case inChunks = new Case(c.network.architecture(), c.task, 5, 2);
        Parameters whole = new Parameters(c.network.layout());
        Parameters sum = new Parameters(c.network.layout());
        double loss = c.objective.gradient(c.theta, GradientSeams.NONE, whole);

        assertThat(inChunks.objective.gradient(c.theta, GradientSeams.NONE, sum))
                .isCloseTo(loss, within(1e-12));
        assertThat(Case.relative(sum.data(), SlowNetwork.doubles(whole))).isLessThan(FLOAT);
        Parameters direction = c.random(1, 3);
        c.objective.curvature(direction, Curvature.GAUSS_NEWTON, whole);
        inChunks.objective.curvature(direction, Curvature.GAUSS_NEWTON, sum);
        assertThat(Case.relative(sum.data(), SlowNetwork.doubles(whole))).isLessThan(FLOAT);
        double[] norms = new double[5];
        double[] normsInChunks = new double[5];
        c.objective.exampleNorms(c.theta, GradientSeams.NONE, norms);
        inChunks.objective.exampleNorms(c.theta, GradientSeams.NONE, normsInChunks);
        assertThat(normsInChunks).isEqualTo(norms);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void roomToSpareChangesNoBit(Case c) {
        Case roomy = new Case(c.network.architecture(), c.task, 5, 8);
        Parameters tight = new Parameters(c.network.layout());
        Parameters spare = new Parameters(c.network.layout());

        assertThat(roomy.objective.gradient(c.theta, GradientSeams.NONE, spare))
                .isEqualTo(c.objective.gradient(c.theta, GradientSeams.NONE, tight));
        assertThat(spare.data()).isEqualTo(tight.data());
        Parameters v = c.random(1, 3);
        c.objective.curvature(v, new Curvature.GaussNewton(0.5), tight);
        roomy.objective.curvature(v, new Curvature.GaussNewton(0.5), spare);
        assertThat(spare.data()).isEqualTo(tight.data());
        assertThat(roomy.objective.hiddenDivergence(c.theta, v)).isEqualTo(c.objective.hiddenDivergence(c.theta, v));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void askingTwiceGivesTheSameBits(Case c) {
        Parameters first = new Parameters(c.network.layout());
        Parameters second = c.random(1, 8);
        double loss = c.objective.gradient(c.theta, GradientSeams.NONE, first);
        c.objective.bind(90, 3).loss(c.random(2, 7));

        assertThat(c.objective.bind(Case.FROM, 5).gradient(c.theta, GradientSeams.NONE, second))
                .isEqualTo(loss);
        assertThat(second.data()).isEqualTo(first.data());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void curvatureIsTakenAtTheLastGradientWhateverWasAskedSince(Case c) {
        Parameters v = c.random(1, 3);
        Parameters kept = new Parameters(c.network.layout());
        Parameters again = new Parameters(c.network.layout());
        c.objective.gradient(c.theta, GradientSeams.NONE, kept);
        assertThat(c.objective.keepsTape()).isTrue();
        c.objective.curvature(v, Curvature.GAUSS_NEWTON, kept);
        c.objective.loss(c.random(1, 4));
        assertThat(c.objective.keepsTape()).isFalse();
        c.objective.curvature(v, Curvature.GAUSS_NEWTON, again);

        assertThat(again.data()).isEqualTo(kept.data());
    }

    @Test
    void objectivesThatShareAWorkspaceDoNotTakeEachOthersTape() {
        Case c = Case.of("lstm", 1, LossKind.SQUARED_ERROR);
        TaskObjective other =
                new TaskObjective(c.network, c.task, Split.TRAIN, Case.SEED, c.workspace).bind(Case.FROM, 5);
        Parameters product = new Parameters(c.network.layout());
        Parameters again = new Parameters(c.network.layout());
        c.objective.gradient(c.theta, GradientSeams.NONE, product);
        c.objective.curvature(c.theta, Curvature.GAUSS_NEWTON, product);
        other.gradient(c.random(1, 4), GradientSeams.NONE, again);

        assertThat(c.objective.keepsTape()).isFalse();
        c.objective.curvature(c.theta, Curvature.GAUSS_NEWTON, again);
        assertThat(again.data()).isEqualTo(product.data());
    }

    @Test
    void regularizerIsInTheGradientAndNotInTheLoss() {
        Case c = Case.of("lstm", 1, LossKind.SQUARED_ERROR);
        Architecture.Part l2 = new Architecture.Part("l2", Settings.NONE.with("lambda", 0.5));
        Case penalized = new Case(c.network.architecture().withRegularizer(l2), c.task, 5, 5);
        Parameters plain = new Parameters(c.network.layout());
        Parameters gradient = new Parameters(c.network.layout());
        double loss = c.objective.gradient(c.theta, GradientSeams.NONE, plain);

        assertThat(penalized.objective.gradient(c.theta, GradientSeams.NONE, gradient))
                .isEqualTo(loss);
        for (Block block : c.network.layout().blocks()) {
            boolean bias = block.name().endsWith("bias");
            for (int i = block.offset(); i < block.end(); i++) {
                float expected = plain.data()[i] + (bias ? 0 : 0.5f * c.theta.data()[i]);
                assertThat(gradient.data()[i]).isCloseTo(expected, within(1e-6f));
            }
        }
    }

    @Test
    void curvatureBeforeAnyGradientAndTheHessianOfACellWithoutItAreRefused() {
        Case c = Case.of("orthogonal-rnn", 1, LossKind.SQUARED_ERROR);

        assertThatThrownBy(() -> c.objective.curvature(c.theta, Curvature.GAUSS_NEWTON, c.random(1, 1)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(c.objective.supports(new Curvature.Hessian())).isFalse();
        assertThat(c.objective.supports(new Curvature.GaussNewton(3))).isTrue();
        assertThatThrownBy(() -> c.objective.curvature(c.theta, new Curvature.Hessian(), c.random(1, 1)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("no products with Hessian[] through cell orthogonal-rnn, only with" + " Gauss-Newton");
    }

    @Test
    void bindingToNothingIsRefused() {
        Case c = Case.of("tanh-rnn", 1, LossKind.SQUARED_ERROR);

        assertThatThrownBy(() -> c.objective.bind(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> c.objective.bind(-1, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
