package org.longspan.model;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.longspan.numerics.Block;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;

/**
 * The oracle: a network in double, one sequence and one unit at a time, written from the equations. All derivatives
 * are central differences of it.
 */
final class SlowNetwork {

    static final double STEP = 1e-5;

    final String cell;
    final ParameterLayout layout;
    final int hidden;
    final int layers;
    final int outputs;

    SlowNetwork(String cell, ParameterLayout layout, int hidden, int layers, int outputs) {
        this.cell = cell;
        this.layout = layout;
        this.hidden = hidden;
        this.layers = layers;
        this.outputs = outputs;
    }

    static double[] doubles(Parameters theta) {
        double[] d = new double[theta.size()];
        Arrays.setAll(d, i -> theta.data()[i]);
        return d;
    }

    private static double at(double[] theta, Block block, int row, int column) {
        return theta[block.offset() + row * block.columns() + column];
    }

    /**
     * Returns h[layer][t][unit] of one sequence.
     *
     * @param nudge added to h[layer][t], or null
     */
    double[][][] hidden(double[] theta, double[][] x, double[][][] nudge) {
        double[][][] h = new double[layers][x.length][];
        double[][] below = x;
        for (int l = 0; l < layers; l++) {
            double[] state = new double[hidden];
            double[] c = new double[hidden];
            for (int t = 0; t < x.length; t++) {
                double[] z = preActivation(theta, "layer" + l + ".", below[t], state);
                state = cell.equals("lstm") ? lstm(z, c) : tanh(z);
                if (nudge != null) {
                    for (int j = 0; j < hidden; j++) {
                        state[j] += nudge[l][t][j];
                    }
                }
                h[l][t] = state;
            }
            below = h[l];
        }
        return h;
    }

    private double[] preActivation(double[] theta, String prefix, double[] x, double[] state) {
        Block bias = layout.block(prefix + "bias");
        Block input = layout.block(prefix + "input");
        Block recurrent = layout.block(prefix + "recurrent");
        double[] z = new double[bias.columns()];
        for (int j = 0; j < z.length; j++) {
            z[j] = at(theta, bias, 0, j);
            for (int i = 0; i < x.length; i++) {
                z[j] += x[i] * at(theta, input, i, j);
            }
            for (int i = 0; i < hidden; i++) {
                z[j] += state[i] * at(theta, recurrent, i, j);
            }
        }
        return z;
    }

    private static double[] tanh(double[] z) {
        return Arrays.stream(z).map(StrictMath::tanh).toArray();
    }

    private double[] lstm(double[] z, double[] c) {
        DoubleUnaryOperator sigma = v -> 1 / (1 + StrictMath.exp(-v));
        double[] h = new double[hidden];
        for (int j = 0; j < hidden; j++) {
            double in = sigma.applyAsDouble(z[j]);
            double forget = sigma.applyAsDouble(z[hidden + j]);
            double candidate = StrictMath.tanh(z[2 * hidden + j]);
            double out = sigma.applyAsDouble(z[3 * hidden + j]);
            c[j] = forget * c[j] + in * candidate;
            h[j] = out * StrictMath.tanh(c[j]);
        }
        return h;
    }

    /** Returns y[t][o] of one sequence. */
    double[][] outputs(double[] theta, double[][] x, double[][][] nudge) {
        double[][] top = hidden(theta, x, nudge)[layers - 1];
        Block bias = layout.block("readout.bias");
        Block weight = layout.block("readout.weight");
        double[][] y = new double[top.length][outputs];
        for (int t = 0; t < y.length; t++) {
            for (int o = 0; o < outputs; o++) {
                y[t][o] = at(theta, bias, 0, o);
                for (int i = 0; i < hidden; i++) {
                    y[t][o] += top[t][i] * at(theta, weight, i, o);
                }
            }
        }
        return y;
    }

    /** A function of a vector. */
    interface Function {
        double of(double[] v);
    }

    /** Returns the gradient of {@code f} at {@code v} by central differences. */
    static double[] gradient(Function f, double[] v) {
        double[] gradient = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            double kept = v[i];
            v[i] = kept + STEP;
            double up = f.of(v);
            v[i] = kept - STEP;
            double down = f.of(v);
            v[i] = kept;
            gradient[i] = (up - down) / (2 * STEP);
        }
        return gradient;
    }

    /** Returns v + factor · direction. */
    static double[] moved(double[] v, double factor, double[] direction) {
        double[] moved = new double[v.length];
        Arrays.setAll(moved, i -> v[i] + factor * direction[i]);
        return moved;
    }
}
