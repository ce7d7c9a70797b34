package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Site;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.kernel.KernelChoice;

/** What every recurrent cell promises. Extend it and return the cell's entry. */
public abstract class CellContract extends CellSignalFacts {

    /** Some hundred float operations between an input and a sum over all outputs, few of whose roundings add up. */
    private static final double ROUNDING = 1e-5;

    private static final float SEGMENT = 1f / 8;
    private static final int INTERVALS = 512;
    private static final int SHORTER = 64;

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
        assertThat(run.tape.outputs().rows()).isEqualTo(CellRun.ROWS);
        assertThat(run.tape.outputs().columns()).isEqualTo(CellRun.HIDDEN);
        assertThat(Stream.of(run.theta, run.fixed).flatMap(weights -> weights.layout().blocks().stream()))
                .isNotEmpty()
                .allMatch(block -> block.name().startsWith(CellRun.PREFIX));
        assertThat(run.cell.sites()).contains(Site.HIDDEN);
        assertThat(run.cell.tapeSize(CellRun.STEPS, CellRun.SEQUENCES)).isGreaterThan(CellRun.ROWS * CellRun.HIDDEN);
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
        assertThat(back).isCloseTo(forward, within(scale * ROUNDING));
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

    /**
     * Along a segment of weights and inputs, ⟨w, h⟩ changes by the integral of its slope, here by the midpoint rule. That
     * holds for units with kinks too: a kink costs at most a part of one interval. Where units jump, as modReLU with a
     * positive bias does at 0, a segment must be short enough to meet no jump, and roundings weigh as much more.
     */
    @Test
    void backwardIsTheSlopeOfForward() {
        Deviation along = deviation(SEGMENT);
        Deviation alongLess = along.isRounding(ROUNDING) ? along : deviation(SEGMENT / SHORTER);
        assertThat(alongLess)
                .as("the slope's integral, against the change along the shorter way")
                .matches(d -> d.isRounding(d == along ? ROUNDING : ROUNDING * SHORTER));
    }

    /** What the slopes make of a segment of {@code length}, and what the change is. */
    private Deviation deviation(float length) {
        CellRun run = run();
        Segment segment = new Segment(run);
        double change = run.forward().projection();
        segment.moveTo(length);
        change = run.forward().projection() - change;
        double slopes = 0;
        for (int i = 0; i < INTERVALS; i++) {
            segment.moveTo(length * (i + 0.5f) / INTERVALS);
            slopes += segment.slope(run.all(null));
        }
        double scale = CellRun.norm(run.w.data()) * CellRun.norm(run.outputs());
        return new Deviation(slopes / INTERVALS, change / length, scale);
    }

    private record Deviation(double slope, double change, double scale) {

        boolean isRounding(double rounding) {
            return Math.abs(slope - change) <= scale * rounding;
        }
    }

    /** Weights and inputs on their way in a direction of norm 1. */
    private static final class Segment {

        private final CellRun run;
        private final Parameters theta;
        private final Matrix x = Matrix.zeros(CellRun.ROWS, CellRun.INPUTS);
        private final float[] thetaDirection;
        private final float[] xDirection;

        Segment(CellRun run) {
            this.run = run;
            this.theta = run.theta.copy();
            x.copyFrom(run.x);
            float[] direction = CellRun.fill(new float[theta.size() + x.data().length], 1, 6);
            double norm = CellRun.norm(direction);
            for (int i = 0; i < direction.length; i++) {
                direction[i] /= (float) norm;
            }
            this.thetaDirection = Arrays.copyOf(direction, theta.size());
            this.xDirection = Arrays.copyOfRange(direction, theta.size(), direction.length);
        }

        void moveTo(float s) {
            move(s, theta.data(), thetaDirection, run.theta.data());
            move(s, x.data(), xDirection, run.x.data());
        }

        private static void move(float s, float[] start, float[] direction, float[] to) {
            for (int i = 0; i < to.length; i++) {
                to[i] = Math.fma(s, direction[i], start[i]);
            }
        }

        double slope(CellRun at) {
            return CellRun.dot(at.gradient.data(), thetaDirection) + CellRun.dot(at.dx.data(), xDirection);
        }
    }

    @Test
    void accumulateAdds() {
        CellRun run = run().all(null);
        float[] once = run.gradient.data().clone();
        run.cell.accumulate(null, run.tape, run.gradient, plain);

        double scale = CellRun.norm(once);
        for (int i = 0; i < once.length; i++) {
            assertThat((double) run.gradient.data()[i]).isCloseTo(2.0 * once[i], within(scale * ROUNDING));
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

        assertThat(CellRun.sequence(alone.tape.outputs(), 2)).isEqualTo(CellRun.sequence(among.tape.outputs(), 2));
        assertThat(CellRun.sequence(alone.dh, 2)).isEqualTo(CellRun.sequence(among.dh, 2));
        assertThat(CellRun.sequence(alone.dx, 2)).isEqualTo(CellRun.sequence(among.dx, 2));
        assertThat(gradientOf(alone, 2)).isEqualTo(gradientOf(among, 2));
    }

    private static float[] gradientOf(CellRun run, int b) {
        Parameters gradient = new Parameters(run.theta.layout());
        run.cell.accumulateSequence(b, run.tape, gradient, run.kernels);
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
            assertThat((double) run.gradient.data()[i]).isCloseTo(sum[i], within(scale * ROUNDING));
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
    void aSecondRunOnTheSameTapeGivesTheSameBits() {
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
