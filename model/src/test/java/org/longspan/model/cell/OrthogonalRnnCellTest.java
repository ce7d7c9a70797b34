package org.longspan.model.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.model.Architecture;
import org.longspan.model.Case;
import org.longspan.model.Network;
import org.longspan.model.ToyTask;
import org.longspan.numerics.Block;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.task.LossKind;

class OrthogonalRnnCellTest {

    private static final Kernels KERNELS = PlainKernels.create();

    private static Matrix random(int size, double range) {
        Matrix skew = Matrix.zeros(size, size);
        RandomStream stream = Seed.root(3).stream();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                skew.set(i, j, (float) stream.uniform(-range, range)); // also above the diagonal, which is not read
            }
        }
        return skew;
    }

    private static Matrix cayley(Matrix skew, int negatives) {
        Matrix u = Matrix.zeros(skew.rows(), skew.rows());
        new Cayley(skew.rows(), negatives, KERNELS).forward(skew, u);
        return u;
    }

    /** An element is rounded to within 3e-8, a product of two rows sums up to 100 of them. */
    @ParameterizedTest
    @CsvSource({"1, 1, 0", "2, 1, 1", "17, 0.3, 8", "64, 1, 32", "100, 30, 50", "101, 10000, 0"})
    void theMatrixIsOrthogonalToRounding(int size, double range, int negatives) {
        Matrix u = cayley(random(size, range), negatives);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double product = 0;
                for (int k = 0; k < size; k++) {
                    product += (double) u.get(i, k) * u.get(j, k);
                }
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-6));
            }
        }
    }

    @Test
    void noRotationLeavesTheDiagonal() {
        Matrix u = cayley(Matrix.zeros(4, 4), 1);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat(u.get(i, j)).isEqualTo(i != j ? 0f : i == 3 ? -1f : 1f);
            }
        }
    }

    private static Network network(int hidden, double negatives, double angle) {
        Settings settings = Settings.NONE.with("negatives", negatives).with("angle", angle);
        Architecture plain = Architecture.of("orthogonal-rnn", hidden);
        return new Network(
                new Architecture(
                        new Architecture.Part("orthogonal-rnn", settings),
                        hidden,
                        1,
                        plain.initialization(),
                        plain.regularizer()),
                ToyTask.masked(7, 3, 2, LossKind.SQUARED_ERROR).description(),
                KERNELS);
    }

    /** As published: 10⁻³ for all weights, 10⁻⁴ for the skew-symmetric matrix. */
    @Test
    void theSkewMatrixLearnsAtATenthOfTheRateOfTheOthers() {
        for (Block block : network(5, 0.5, 1).layout().blocks()) {
            assertThat(block.rateFactor())
                    .as(block.name())
                    .isEqualTo(block.name().equals("layer0.skew") ? 0.1 : 1);
        }
    }

    /** The greatest of 100 uniform draws is over 90 % of the bound in all but 3 of 100 000 cases. */
    @ParameterizedTest
    @ValueSource(doubles = {1.5707963267948966, 0.5})
    void pairsOfUnitsTurnByUniformAnglesAtTheStart(double angle) {
        int hidden = 201;
        Matrix skew = network(hidden, 0, angle).initialize(Seed.root(2)).block("layer0.skew");
        Matrix u = cayley(skew, 0);
        double greatest = 0;
        double sum = 0;
        for (int i = 0; i + 1 < hidden; i += 2) {
            double turned = StrictMath.atan2(u.get(i, i + 1), u.get(i, i));
            assertThat(u.get(i + 1, i)).isEqualTo(-u.get(i, i + 1));
            assertThat(u.get(i + 1, i + 1)).isEqualTo(u.get(i, i));
            assertThat(turned).isBetween(0.0, angle);
            greatest = Math.max(greatest, turned);
            sum += turned;
        }
        assertThat(u.get(hidden - 1, hidden - 1)).isEqualTo(1f);
        assertThat(greatest).isGreaterThan(0.9 * angle);
        assertThat(sum / 100).isCloseTo(angle / 2, within(4 * angle / Math.sqrt(12 * 100)));
    }

    @Test
    void onlyTheLowerTriangleIsDrawnAndHasAGradient() {
        Network network = network(6, 0.5, 1);
        Parameters theta = network.initialize(Seed.root(2));
        ToyTask task = ToyTask.masked(7, 3, 2, LossKind.SQUARED_ERROR);
        Case c = new Case(network.architecture(), task, 5, 5);
        Parameters gradient = new Parameters(network.layout());
        c.objective.gradient(c.theta, GradientSeams.NONE, gradient);

        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                float drawn = theta.block("layer0.skew").get(i, j);
                float slope = gradient.block("layer0.skew").get(i, j);
                assertThat(drawn != 0).isEqualTo(j == i - 1 && i % 2 == 1);
                assertThat(slope != 0).isEqualTo(j < i);
            }
        }
    }

    /** A signal passes through an orthogonal matrix and slopes of 1: with b ≥ 0 its norm stays over any time. */
    @Test
    void signalsNeitherVanishNorExplodeWhereEveryUnitIsOn() {
        ToyTask task = ToyTask.lastOnly(400, 2, 1);
        Architecture architecture = Architecture.of("orthogonal-rnn", 20);
        Case c = new Case(architecture, task, 1, 1);
        Parameters theta = c.network.initialize(Seed.root(1));
        theta.block("layer0.bias").fill(0f);
        c.objective.gradient(theta, GradientSeams.NONE, new Parameters(c.network.layout()));

        Matrix dh = c.dh(0);
        double last = KERNELS.reductions().sumOfSquares(dh.data(), dh.row(399), 20);
        double first = KERNELS.reductions().sumOfSquares(dh.data(), dh.row(0), 20);
        assertThat(first).isCloseTo(last, within(last * 1e-4));
    }
}
