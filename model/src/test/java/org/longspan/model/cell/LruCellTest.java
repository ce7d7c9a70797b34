package org.longspan.model.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.model.Architecture;
import org.longspan.model.Case;
import org.longspan.model.Network;
import org.longspan.model.ToyTask;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.random.Seed;
import org.longspan.task.LossKind;

class LruCellTest {

    private static final Kernels KERNELS = PlainKernels.create();

    private static Network network(int hidden, Settings settings) {
        Architecture plain = Architecture.of("lru", hidden);
        return new Network(
                new Architecture(
                        new Architecture.Part("lru", settings), hidden, 1, plain.initialization(), plain.regularizer()),
                ToyTask.masked(7, 3, 2, LossKind.SQUARED_ERROR).description(),
                KERNELS);
    }

    /** Means of 1000 uniform draws lie within four standard errors of the middle, 4 / √(12 · 1000) of the width. */
    @ParameterizedTest
    @CsvSource({"0, 1", "0.9, 0.999", "0.5, 0.6"})
    void eigenvaluesBeginUniformOnTheRing(double least, double greatest) {
        Parameters theta = network(1000, Settings.NONE.with("r-min", least).with("r-max", greatest))
                .initialize(Seed.root(5));
        double squares = 0;
        double angles = 0;
        for (int j = 0; j < 1000; j++) {
            double modulus =
                    StrictMath.exp(-StrictMath.exp(theta.block("layer0.nu").get(0, j)));
            double angle = StrictMath.exp(theta.block("layer0.phi").get(0, j));
            double gain = StrictMath.exp(theta.block("layer0.gamma").get(0, j));
            assertThat(modulus).isBetween(least - 1e-6, greatest + 1e-6);
            assertThat(angle).isBetween(0.0, 2 * Math.PI + 1e-5);
            assertThat(gain * gain).isCloseTo(1 - modulus * modulus, within(1e-6));
            squares += modulus * modulus / 1000;
            angles += angle / 1000;
        }
        double error = 4 / Math.sqrt(12 * 1000);
        double width = greatest * greatest - least * least;
        assertThat(squares).isCloseTo(least * least + width / 2, within(error * width));
        assertThat(angles).isCloseTo(Math.PI, within(error * 2 * Math.PI));
    }

    /** A mean of n squares of normal numbers lies within four standard errors, 4 √(2/n), of their variance. */
    @ParameterizedTest
    @CsvSource({"glorot, 0.5", "pascanu-sigmoid, 2"})
    void mapsBeginWithTheVariancesOfThePaperWhateverTheInitialization(String initialization, double perOutput) {
        Architecture architecture = new Architecture(
                new Architecture.Part("lru", Settings.NONE.with("states-per-output", perOutput)),
                200,
                1,
                new Architecture.Part(initialization, Settings.NONE),
                Architecture.of("lru", 200).regularizer());
        Network network = new Network(
                architecture, ToyTask.masked(7, 3, 2, LossKind.SQUARED_ERROR).description(), KERNELS);
        Parameters theta = network.initialize(Seed.root(8));
        int states = (int) (perOutput * 200);

        assertVariance(theta.block("layer0.input").columns(0, states), 1.0 / (2 * 3));
        assertVariance(theta.block("layer0.input").columns(states, states), 1.0 / (2 * 3));
        assertVariance(theta.block("layer0.output"), 1.0 / states);
    }

    private static void assertVariance(Matrix part, double expected) {
        int n = part.rows() * part.columns();
        double squares = 0;
        for (int i = 0; i < part.rows(); i++) {
            for (int j = 0; j < part.columns(); j++) {
                squares += (double) part.get(i, j) * part.get(i, j) / n;
            }
        }
        assertThat(squares).isCloseTo(expected, within(4 * Math.sqrt(2.0 / n) * expected));
    }

    /** White noise of variance 1 through B and the gains leaves a state with the mean square 1. */
    @Test
    void aStateIsAsLargeAsItsInput() {
        Parameters theta = network(400, Settings.NONE.with("r-max", 0.99)).initialize(Seed.root(6));
        double sum = 0;
        for (int j = 0; j < 400; j++) {
            double modulus =
                    StrictMath.exp(-StrictMath.exp(theta.block("layer0.nu").get(0, j)));
            double gain = StrictMath.exp(theta.block("layer0.gamma").get(0, j));
            double norm = 0; // ‖b‖² of the column, real and imaginary
            for (int i = 0; i < 3; i++) {
                double re = theta.block("layer0.input").get(i, j);
                double im = theta.block("layer0.input").get(i, j + 400);
                norm += re * re + im * im;
            }
            sum += gain * gain * norm / (1 - modulus * modulus) / 400; // E|s|² = g² ‖b‖² Σ |λ|²ᵏ
        }
        assertThat(sum).isCloseTo(1, within(4 * Math.sqrt(2.0 / (400 * 6))));
    }

    @Test
    void aRingWithoutWidthIsRefused() {
        assertThatThrownBy(() -> network(4, Settings.NONE.with("r-min", 0.5).with("r-max", 0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("eigenvalues on a ring from r-min 0.5 to r-max 0.5, expected 0 ≤ r-min < r-max ≤ 1");
    }

    @ParameterizedTest
    @CsvSource({"1, 20, 20", "0.5, 5, 3", "0.01, 5, 1", "2.5, 4, 10"})
    void statesAreAsManyAsAskedForAndAtLeastOne(double perOutput, int hidden, int states) {
        Network network = network(hidden, Settings.NONE.with("states-per-output", perOutput));

        assertThat(network.layout().block("layer0.nu").columns()).isEqualTo(states);
        assertThat(network.layout().block("layer0.output").rows()).isEqualTo(2 * states);
    }

    @Test
    void multiplyAddsAreThoseOfItsProducts() {
        Network network = network(4, Settings.NONE.with("states-per-output", 2));

        // forward and weights of x(t) B and x(t) D, no cotangent of the lowest inputs; all three of s(t) C and the
        // read-out
        int eachStep = 2 * 3 * 16 + 2 * 3 * 4 + 3 * 16 * 4 + 3 * 4 * 2;
        assertThat(network.multiplyAdds(7, 10)).isEqualTo(10 * 7 * eachStep);
    }

    /** One state, λ = r e^{iα}: after an impulse h(t) = Re(c g B λ^{t-1}), a decaying wave. */
    @Test
    void anImpulseRingsOutAsAPowerOfTheEigenvalue() {
        int steps = 50;
        LruCell cell = new LruCell(1, 1, 1, new EigenvalueRing(0, 1), false);
        ParameterLayout.Builder layout = ParameterLayout.builder();
        cell.addBlocks("", layout);
        Parameters theta = new Parameters(layout.build());
        theta.block("nu").set(0, 0, (float) StrictMath.log(0.05));
        theta.block("phi").set(0, 0, (float) StrictMath.log(0.7));
        theta.block("input").set(0, 0, 2f);
        theta.block("output").set(0, 0, 0.5f);
        Matrix x = Matrix.zeros(steps, 1);
        x.set(0, 0, 1f);
        RecurrentRun run = cell.open(Unrolling.fromZero("", steps, 1, KERNELS));
        run.prepare(theta);
        run.forward(theta, x);

        for (int t = 0; t < steps; t++) {
            double expected = StrictMath.exp(-0.05 * t) * StrictMath.cos(0.7 * t);
            assertThat((double) run.outputs().get(t, 0)).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void aGreatDecayHasNoSlopeAndIsNoNaN() {
        Case c = Case.of("lru", 1, LossKind.SQUARED_ERROR);
        c.theta.block("layer0.nu").fill(1000f);
        Parameters gradient = new Parameters(c.network.layout());
        c.objective.gradient(c.theta, GradientSeams.NONE, gradient);

        assertThat(gradient.block("layer0.nu").toArray()).containsOnly(0f);
        for (float v : gradient.data()) {
            assertThat(v).isFinite();
        }
    }
}
