package org.longspan.testkit;

import org.longspan.model.cell.RecurrentCell;
import org.longspan.model.cell.RecurrentRun;
import org.longspan.model.cell.Unrolling;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;

/** A run of a cell on random weights and inputs, with random cotangents of all outputs. */
final class CellRun {

    static final String PREFIX = "layer0.";
    static final int INPUTS = 3;
    static final int HIDDEN = 17; // no multiple of a vector's width
    static final int STEPS = 6;
    static final int SEQUENCES = 4;

    /** Some hundred float operations between an input and a sum over all outputs, few of whose roundings add up. */
    static final double ROUNDING = 1e-5;

    static final int ROWS = STEPS * SEQUENCES;

    final RecurrentCell cell;
    final RecurrentRun unrolled;
    final Parameters theta;
    final Parameters fixed; // what is not trained, outside θ
    final Parameters gradient;
    final Matrix x = Matrix.zeros(ROWS, INPUTS); // (T·B, I)
    final Matrix w = Matrix.zeros(ROWS, HIDDEN); // (T·B, H)
    final Matrix dh = Matrix.zeros(ROWS, HIDDEN); // (T·B, H)
    final Matrix dx = Matrix.zeros(ROWS, INPUTS); // (T·B, I)
    final Matrix hDot = Matrix.zeros(ROWS, HIDDEN); // (T·B, H)

    CellRun(RecurrentCell cell, Kernels kernels) {
        ParameterLayout.Builder layout = ParameterLayout.builder();
        ParameterLayout.Builder fixedLayout = ParameterLayout.builder();
        cell.addBlocks(PREFIX, layout);
        cell.addFixedBlocks(PREFIX, fixedLayout);
        this.theta = new Parameters(layout.build());
        this.fixed = new Parameters(fixedLayout.build());
        this.gradient = new Parameters(theta.layout());
        this.cell = cell.withFixed(fixed);
        this.unrolled = this.cell.open(Unrolling.fromZero(PREFIX, STEPS, SEQUENCES, kernels));
        fill(theta.data(), 0.5, 1);
        fill(fixed.data(), 0.5, 7);
        fill(x.data(), 1, 2);
        fill(w.data(), 1, 3);
    }

    /** Writes numbers uniform on ±range. */
    static float[] fill(float[] data, double range, long seed) {
        RandomStream stream = Seed.root(seed).stream();
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) stream.uniform(-range, range);
        }
        return data;
    }

    CellRun forward() {
        unrolled.prepare(theta);
        unrolled.forward(theta, x);
        return this;
    }

    CellRun backward(SignalTransform perStep) {
        System.arraycopy(w.data(), 0, dh.data(), 0, w.data().length);
        unrolled.backward(theta, dh, dx, perStep);
        return this;
    }

    /** Forward, backward and weight gradient. */
    CellRun all(float[] weights) {
        forward().backward(null);
        gradient.zero();
        unrolled.accumulate(weights, gradient);
        return this;
    }

    CellRun tangent(Parameters thetaDot, Matrix xDot) {
        unrolled.tangent(theta, thetaDot, xDot, hDot);
        return this;
    }

    float[] outputs() {
        return unrolled.outputs().toArray();
    }

    /** Returns ⟨w, h(θ)⟩. */
    double projection() {
        return dot(w.data(), outputs());
    }

    /** Returns the elements of one sequence of a (T·B, W) matrix. */
    static float[] sequence(Matrix whole, int b) {
        float[] rows = new float[STEPS * whole.columns()];
        for (int t = 0; t < STEPS; t++) {
            System.arraycopy(whole.data(), whole.row(t * SEQUENCES + b), rows, t * whole.columns(), whole.columns());
        }
        return rows;
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    static double norm(float[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** Returns how many elements are neither 0 nor as great as the floor. */
    static long underTheFloor(float[]... arrays) {
        long count = 0;
        for (float[] array : arrays) {
            for (float v : array) {
                count += v != 0 && Math.abs(v) < Kernels.FLOOR ? 1 : 0;
            }
        }
        return count;
    }

    /** Returns how many elements are not 0; NaN is not. */
    static long nonZeros(float[]... arrays) {
        long count = 0;
        for (float[] array : arrays) {
            for (float v : array) {
                count += v != 0 ? 1 : 0;
            }
        }
        return count;
    }

    /** Returns a copy of what a run left: outputs, ∂L/∂h, ∂L/∂x, gradient. */
    float[][] bits() {
        return new float[][] {
            outputs(), dh.data().clone(), dx.data().clone(), gradient.data().clone()
        };
    }
}
