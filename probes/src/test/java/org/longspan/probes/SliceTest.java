package org.longspan.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.longspan.model.TaskObjective;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.task.Split;

@ExtendWith(ProbeErrors.class)
class SliceTest {

    private final Subject subject = ProbesTest.subject("tanh-rnn", new NoiseTask(6, 2, 1));
    private final Parameters theta = subject.theta();
    private final TaskObjective objective = new TaskObjective(
                    subject.network(),
                    subject.task(),
                    Split.VALIDATION,
                    3,
                    subject.network().newWorkspace(20))
            .bind(0, 20);
    private final Parameters gradient = new Parameters(theta.layout());
    private final Parameters update = random(4);
    private final double loss = objective.gradient(theta, GradientSeams.NONE, gradient);
    private final Slice slice = new Slice(theta, gradient, update);

    private Parameters random(long seed) {
        Parameters v = new Parameters(theta.layout());
        RandomStream stream = Seed.root(seed).stream();
        for (int i = 0; i < v.size(); i++) {
            v.data()[i] = (float) stream.normal();
        }
        return v;
    }

    /** Returns θ + a e₁ + b e₂, with e₂ by Gram and Schmidt. */
    private Parameters at(double a, double b) {
        double[] g = Doubles.of(gradient);
        double[] u = Doubles.of(update);
        double share = Doubles.dot(g, u) / Doubles.dot(g, g);
        double[] rest = u.clone();
        for (int i = 0; i < g.length; i++) {
            rest[i] -= share * g[i];
        }
        Parameters there = theta.copy();
        for (int i = 0; i < g.length; i++) {
            there.data()[i] = (float) (theta.data()[i] + a * g[i] / Doubles.norm(g) + b * rest[i] / Doubles.norm(rest));
        }
        return there;
    }

    @Test
    void theGridIsThatOfSingleEvaluations() {
        float[] before = theta.data().clone();
        Slice.Scale a = new Slice.Scale(0.01, 2, 5);
        Slice.Scale b = new Slice.Scale(0.1, 1, 3);
        Table grid = slice.grid(objective, a, b);

        assertThat(grid.column("loss")).hasSize(15);
        for (int row = 0; row < 15; row++) {
            double expected = objective.loss(at(grid.column("a")[row], grid.column("b")[row]));
            double difference = Math.abs(grid.column("loss")[row] - expected) / (1 + expected);
            ProbeErrors.hold("slice", "losses of the grid, single evaluations", "tanh-rnn", difference, 1e-5);
        }
        assertThat(grid.column("loss")[7]).isEqualTo(objective.loss(theta)).isCloseTo(loss, within(1e-9));
        assertThat(theta.data()).isEqualTo(before);
    }

    @Test
    void aScaleIsSymmetricAndDenseInTheMiddle() {
        Slice.Scale scale = new Slice.Scale(0.01, 3, 65);

        assertThat(scale.at(0)).isCloseTo(-3, within(1e-12));
        assertThat(scale.at(32)).isZero();
        assertThat(scale.at(64)).isCloseTo(3, within(1e-12));
        for (int i = 1; i <= 32; i++) {
            assertThat(scale.at(32 + i)).isEqualTo(-scale.at(32 - i)).isGreaterThan(scale.at(31 + i));
        }
        assertThat(scale.at(33)).isLessThan(0.01);
        assertThatThrownBy(() -> new Slice.Scale(0.01, 3, 64))
                .hasMessage("a scale of 64 places up to 3.0, linear up to 0.01, expected an odd number of places from 3"
                        + " and positive lengths");
    }

    @Test
    void pathsAreProjectedAndWhatLiesOutsideIsSaid() {
        Parameters half = at(0.6, -0.8);
        Table path = slice.project(new Slice.Path("path", -2, List.of(theta, at(0.5, 0), half, random(9))));

        assertThat(path.column("place")).containsExactly(-2, -1, 0, 1);
        assertThat(path.column("a")[1]).isCloseTo(0.5, within(1e-6));
        assertThat(path.column("b")[1]).isCloseTo(0, within(1e-6));
        assertThat(path.column("a")[2]).isCloseTo(0.6, within(1e-6));
        assertThat(path.column("b")[2]).isCloseTo(-0.8, within(1e-6));
        assertThat(path.column("share outside")[0]).isZero();
        assertThat(path.column("share outside")[2]).isLessThan(1e-5);
        assertThat(path.column("share outside")[3]).isBetween(0.8, 1.0);
    }

    @Test
    void twoDirectionsThatAreOneSpanNoPlane() {
        assertThatThrownBy(() -> new Slice(theta, gradient, gradient))
                .hasMessage("an update along the gradient spans no plane with it");
        assertThatThrownBy(() -> new Slice(theta, new Parameters(theta.layout()), update))
                .hasMessage("a direction of norm 0.0, expected a positive number");
    }

    @Test
    void thePictureReachesAQuarterFurtherThanItsPaths() {
        ProbeResult.Measured picture = slice.picture(
                objective,
                0.1,
                List.of(
                        new Slice.Path("path", 0, List.of(theta)),
                        new Slice.Path("other path", 0, List.of(theta, at(1, -0.02)))));
        double[] a = picture.table("grid").column("a");
        double[] b = picture.table("grid").column("b");

        assertThat(picture.tables()).extracting(Table::name).containsExactly("grid", "path", "other path");
        assertThat(picture.numbers())
                .containsEntry("loss", objective.loss(theta))
                .containsEntry("step", 0.1);
        assertThat(picture.notes()).isEmpty();
        assertThat(a).hasSize(65 * 65);
        assertThat(a[a.length - 1]).isCloseTo(1.25, within(1e-6));
        assertThat(b[b.length - 1]).as("four steps at least").isCloseTo(0.4, within(1e-12));
    }

    @Test
    void aPathThatRunsTooFarLeavesThePicture() {
        ProbeResult.Measured picture =
                slice.picture(objective, 1e-3, List.of(new Slice.Path("path", 0, List.of(theta, at(100, 0)))));
        double[] a = picture.table("grid").column("a");

        assertThat(a[a.length - 1]).isCloseTo(10, within(1e-9));
        assertThat(picture.notes()).containsExactly("The path leaves the picture.");
    }
}
