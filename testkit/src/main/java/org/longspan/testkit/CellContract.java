package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.numerics.oracle.Site;

/** What every recurrent cell promises. Extend it and return the cell's entry. */
public abstract class CellContract extends CellSecondOrderFacts {

    // What it says of itself.

    @Test
    void itSaysWhatItIs() {
        assertThat(entry().name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(entry().summary()).isNotBlank().endsWith(".");
        assertThat(entry().equation()).isNotBlank();
        assertThat(entry().citation()).containsPattern("[0-9]{4}");
        assertThat(entry().settings().stream().map(Setting::name)).allMatch(n -> n.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void itHasTheShapeAskedFor() {
        CellRun run = run();
        assertThat(run.cell.inputs()).isEqualTo(CellRun.INPUTS);
        assertThat(run.cell.outputs()).isEqualTo(CellRun.HIDDEN);
        assertThat(run.unrolled.outputs().rows()).isEqualTo(CellRun.ROWS);
        assertThat(run.unrolled.outputs().columns()).isEqualTo(CellRun.HIDDEN);
        assertThat(Stream.of(run.theta, run.fixed).flatMap(weights -> weights.layout().blocks().stream()))
                .isNotEmpty()
                .allMatch(block -> block.name().startsWith(CellRun.PREFIX));
        assertThat(run.cell.sites()).contains(Site.HIDDEN);
        assertThat(run.cell.runSize(CellRun.STEPS, CellRun.SEQUENCES)).isGreaterThan(CellRun.ROWS * CellRun.HIDDEN);
    }

    // Forward.

    @Test
    void outputsDoNotDependOnLaterInputs() {
        CellRun run = run().forward();
        float[] before = run.outputs().clone();
        int from = 4 * CellRun.SEQUENCES;
        run.x.rows(from, CellRun.ROWS - from).fill(0.7f);
        float[] after = run.forward().outputs();

        int same = from * CellRun.HIDDEN;
        assertThat(Arrays.copyOf(after, same)).isEqualTo(Arrays.copyOf(before, same));
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void everyOutputStepDependsOnTheFirstInput() {
        CellRun run = run().forward();
        float[] before = run.outputs().clone();
        run.x.rows(0, CellRun.SEQUENCES).fill(0.7f);
        run.forward();

        int last = CellRun.ROWS - CellRun.SEQUENCES;
        assertThat(Arrays.copyOfRange(run.outputs(), last * CellRun.HIDDEN, before.length))
                .isNotEqualTo(Arrays.copyOfRange(before, last * CellRun.HIDDEN, before.length));
    }

    // Derivatives.

    @Test
    void tangentAndBackwardAreAdjoint() {
        CellRun run = run().all(null);
        Parameters thetaDot = new Parameters(run.theta.layout());
        CellRun.fill(thetaDot.data(), 1, 4);
        Matrix xDot = Matrix.zeros(CellRun.ROWS, CellRun.INPUTS);
        CellRun.fill(xDot.data(), 1, 5);
        run.tangent(thetaDot, xDot);

        double forward = CellRun.dot(run.w.data(), run.hDot.data());
        double back = CellRun.dot(run.gradient.data(), thetaDot.data()) + CellRun.dot(run.dx.data(), xDot.data());
        double scale = CellRun.norm(run.w.data()) * CellRun.norm(run.hDot.data());
        assertThat(back).isCloseTo(forward, within(scale * CellRun.ROUNDING));
    }

    @Test
    void noInputTangentIsAZeroInputTangent() {
        CellRun run = run().forward();
        Parameters thetaDot = new Parameters(run.theta.layout());
        CellRun.fill(thetaDot.data(), 1, 4);
        float[] without = run.tangent(thetaDot, null).hDot.data().clone();

        run.tangent(thetaDot, Matrix.zeros(CellRun.ROWS, CellRun.INPUTS));
        assertThat(run.hDot.data()).isEqualTo(without);
    }

    /** Along a segment of weights and inputs; units may have kinks, and even jump, as modReLU with a positive bias does. */
    @Test
    void backwardIsTheSlopeOfForward() {
        Segment.assertSlope(CellContract::alongForward, this::run);
    }

    private static Segment.Course alongForward(CellRun run, Segment segment) {
        return new Segment.Course() {
            @Override
            public double value() {
                return run.forward().projection();
            }

            @Override
            public double slope() {
                run.all(null);
                return CellRun.dot(run.gradient.data(), segment.thetaDot.data())
                        + CellRun.dot(run.dx.data(), segment.xDot.data());
            }

            @Override
            public double scale() {
                return CellRun.norm(run.w.data()) * CellRun.norm(run.outputs());
            }
        };
    }

    @Test
    void accumulateAdds() {
        CellRun run = run().all(null);
        float[] once = run.gradient.data().clone();
        run.unrolled.accumulate(null, run.gradient);

        double scale = CellRun.norm(once);
        for (int i = 0; i < once.length; i++) {
            assertThat((double) run.gradient.data()[i]).isCloseTo(2.0 * once[i], within(scale * CellRun.ROUNDING));
        }
    }

    // Sequences of a batch.

    @Test
    void batchMatesDoNotInfluenceASequence() {
        CellRun alone = run();
        for (int row = 0; row < CellRun.ROWS; row++) {
            if (row % CellRun.SEQUENCES != 2) {
                alone.x.rows(row, 1).fill(9f);
                alone.w.rows(row, 1).fill(-7f);
            }
        }
        CellRun among = run().all(null);
        alone.all(null);

        assertThat(CellRun.sequence(alone.unrolled.outputs(), 2))
                .isEqualTo(CellRun.sequence(among.unrolled.outputs(), 2));
        assertThat(CellRun.sequence(alone.dh, 2)).isEqualTo(CellRun.sequence(among.dh, 2));
        assertThat(CellRun.sequence(alone.dx, 2)).isEqualTo(CellRun.sequence(among.dx, 2));
        assertThat(gradientOf(alone, 2)).isEqualTo(gradientOf(among, 2));
    }

    private static float[] gradientOf(CellRun run, int b) {
        Parameters gradient = new Parameters(run.theta.layout());
        run.unrolled.accumulateSequence(b, gradient);
        return gradient.data();
    }

    @Test
    void gradientIsTheWeightedSumOfTheSequencesGradients() {
        float[] weights = {0.25f, 1f, 0f, 3f};
        CellRun run = run().all(weights);

        double[] sum = new double[run.theta.size()];
        for (int b = 0; b < CellRun.SEQUENCES; b++) {
            float[] g = gradientOf(run, b);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weights[b] * g[i];
            }
        }
        double scale = CellRun.norm(run.gradient.data());
        for (int i = 0; i < sum.length; i++) {
            assertThat((double) run.gradient.data()[i]).isCloseTo(sum[i], within(scale * CellRun.ROUNDING));
        }
    }

    // Bits.

    @Test
    void weightsOfOneChangeNoBit() {
        float[] weights = new float[CellRun.SEQUENCES];
        Arrays.fill(weights, 1f);

        assertThat(run().all(weights).bits()).isDeepEqualTo(run().all(null).bits());
    }

    @Test
    void passesOfTheSameRunGiveTheSameBitsAgain() {
        CellRun run = run().all(null);
        float[][] first = run.bits();
        run.tangent(run.theta, null);

        assertThat(run.all(null).bits()).isDeepEqualTo(first);
    }

    @Test
    void theFastestKernelsGiveTheBitsOfThePlainOnes() {
        CellRun fast = new CellRun(cell(), KernelChoice.best("auto").kernels()).all(null);
        CellRun slow = run().all(null);

        assertThat(fast.bits()).isDeepEqualTo(slow.bits());
        assertThat(fast.tangent(fast.theta, null).hDot.data())
                .isEqualTo(slow.tangent(slow.theta, null).hDot.data());
    }
}
