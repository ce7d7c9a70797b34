package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;

/** Weights and inputs of a run on their way in a direction of norm 1. */
final class Segment {

    private static final float LENGTH = 1f / 8;
    private static final int INTERVALS = 512;
    private static final int SHORTER = 64;

    final Parameters thetaDot; // the direction
    final Matrix xDot = Matrix.zeros(CellRun.ROWS, CellRun.INPUTS);

    private final CellRun run;
    private final Parameters theta; // where it begins
    private final Matrix x = Matrix.zeros(CellRun.ROWS, CellRun.INPUTS);

    /** A number that changes on the way, its slope, and what roundings are measured by. */
    interface Course {

        double value();

        double slope();

        double scale();
    }

    private Segment(CellRun run) {
        this.run = run;
        this.theta = run.theta.copy();
        this.thetaDot = new Parameters(theta.layout());
        x.copyFrom(run.x);
        float[] direction = CellRun.fill(new float[theta.size() + x.data().length], 1, 6);
        double norm = CellRun.norm(direction);
        for (int i = 0; i < direction.length; i++) {
            direction[i] /= (float) norm;
        }
        System.arraycopy(direction, 0, thetaDot.data(), 0, theta.size());
        System.arraycopy(direction, theta.size(), xDot.data(), 0, xDot.data().length);
    }

    /**
     * Requires that {@code course} changes by the integral of its slope, here by the midpoint rule. That holds where the
     * course has kinks too: a kink costs at most a part of one interval. Where it jumps, a segment must be short enough
     * to meet no jump, and roundings weigh as much more.
     */
    static void assertSlope(BiFunction<CellRun, Segment, Course> course, Supplier<CellRun> runs) {
        Deviation along = deviation(LENGTH, course, runs.get());
        Deviation alongLess =
                along.isRounding(CellRun.ROUNDING) ? along : deviation(LENGTH / SHORTER, course, runs.get());
        assertThat(alongLess)
                .as("the slope's integral, against the change along the shorter way")
                .matches(d -> d.isRounding(d == along ? CellRun.ROUNDING : CellRun.ROUNDING * SHORTER));
    }

    /** What the slopes make of a segment of {@code length}, and what the change is. */
    private static Deviation deviation(float length, BiFunction<CellRun, Segment, Course> of, CellRun run) {
        Segment segment = new Segment(run);
        Course course = of.apply(run, segment);
        double change = course.value();
        segment.moveTo(length);
        change = course.value() - change;
        double slopes = 0;
        for (int i = 0; i < INTERVALS; i++) {
            segment.moveTo(length * (i + 0.5f) / INTERVALS);
            slopes += course.slope();
        }
        return new Deviation(slopes / INTERVALS, change / length, course.scale());
    }

    private record Deviation(double slope, double change, double scale) {

        boolean isRounding(double rounding) {
            return Math.abs(slope - change) <= scale * rounding;
        }
    }

    private void moveTo(float s) {
        move(s, theta.data(), thetaDot.data(), run.theta.data());
        move(s, x.data(), xDot.data(), run.x.data());
    }

    private static void move(float s, float[] start, float[] direction, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.fma(s, direction[i], start[i]);
        }
    }
}
