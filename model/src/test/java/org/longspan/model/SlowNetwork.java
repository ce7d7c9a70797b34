package org.longspan.model;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.longspan.model.cell.Cells;
import org.longspan.numerics.Block;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;

/**
 * The oracle: a network in double, one sequence and one unit at a time, written from the equations. All derivatives
 * are central differences of it.
 */
public final class SlowNetwork {

    static final double STEP = 1e-5;

    public final String cell;
    public final Settings settings; // of the cell, complete
    final ParameterLayout layout;
    final ParameterLayout cellLayout; // of θ, or of the weights that are not trained
    final double[] fixed; // their values, or null
    public final int hidden;
    public final int layers;
    final int outputs;

    SlowNetwork(Architecture architecture, ParameterLayout layout, Parameters fixed, int outputs) {
        this.cell = architecture.cell().name();
        this.settings = Entry.find("cell", Cells.all(), cell)
                .complete(architecture.cell().settings());
        this.layout = layout;
        this.cellLayout = fixed.size() > 0 ? fixed.layout() : layout;
        this.fixed = fixed.size() > 0 ? doubles(fixed) : null;
        this.hidden = architecture.hidden();
        this.layers = architecture.layers();
        this.outputs = outputs;
    }

    public static double[] doubles(Parameters theta) {
        double[] d = new double[theta.size()];
        Arrays.setAll(d, i -> theta.data()[i]);
        return d;
    }

    static double at(double[] theta, Block block, int row, int column) {
        return theta[block.offset() + row * block.columns() + column];
    }

    /**
     * Returns h[layer][t][unit] of one sequence.
     *
     * @param nudge added to h[layer][t], or null
     */
    public double[][][] hidden(double[] theta, double[][] x, double[][][] nudge) {
        return hidden(theta, x, nudge, (layer, t, h, inner) -> {});
    }

    /** Sees, and may change, the state that a step hands on. */
    interface HandOver {

        /**
         * Looks at what step {@code t} hands on, counted from 0; -1 is the state before the first step.
         *
         * @param h of a cell that hands it on
         * @param inner what it hands on besides
         */
        void at(int layer, int t, double[] h, double[] inner);
    }

    double[][][] hidden(double[] theta, double[][] x, double[][][] nudge, HandOver handOver) {
        double[][][] h = new double[layers][x.length][];
        double[][] below = x;
        for (int l = 0; l < layers; l++) {
            if (SlowRecurrence.has(cell)) {
                SlowRecurrence own = new SlowRecurrence(this, theta, "layer" + l + ".");
                int layer = l;
                h[l] = own.hidden(
                        below,
                        nudge == null ? null : nudge[l],
                        (none, t, state, inner) -> handOver.at(layer, t, state, inner));
                below = h[l];
                continue;
            }
            double[] start = start(theta, "layer" + l + ".", 2 * hidden);
            double[] state = Arrays.copyOf(start, hidden);
            double[] c = Arrays.copyOfRange(start, hidden, 2 * hidden);
            handOver.at(l, -1, state, c);
            for (int t = 0; t < x.length; t++) {
                state = step(theta, "layer" + l + ".", below[t], state, c);
                if (nudge != null) {
                    for (int j = 0; j < hidden; j++) {
                        state[j] += nudge[l][t][j];
                    }
                }
                h[l][t] = state.clone();
                handOver.at(l, t, state, c);
            }
            below = h[l];
        }
        return h;
    }

    /** Returns the learned initial state, if there is one, and zeros up to {@code width}. */
    double[] start(double[] theta, String prefix, int width) {
        String name = prefix + "initial-state";
        if (layout.blocks().stream().noneMatch(block -> block.name().equals(name))) {
            return new double[width];
        }
        Block block = layout.block(name);
        return Arrays.copyOf(Arrays.copyOfRange(theta, block.offset(), block.end()), width);
    }

    /** Returns h(t) from x(t), h(t-1) and, in place, c(t-1). */
    private double[] step(double[] theta, String prefix, double[] x, double[] state, double[] c) {
        if (SlowGatedCells.NAMES.contains(cell)) {
            return new SlowGatedCells(theta, layout, prefix, x, state).step(cell, c);
        }
        double[] z = preActivation(theta, prefix, x, state);
        return switch (cell) {
            case "tanh-rnn" -> each(z, StrictMath::tanh);
            case "logistic-rnn" -> each(z, SlowNetwork::logistic);
            case "relu-rnn" -> each(z, v -> v > 0 ? v : 0);
            case "linear-rnn" -> z;
            case "leaky-integrator", "echo-state" -> leaky(z, state, settings.number("leak"));
            case "lstm" -> lstm(z, c);
            default -> throw new IllegalArgumentException("no oracle of " + cell);
        };
    }

    private static double[] each(double[] z, DoubleUnaryOperator activation) {
        return Arrays.stream(z).map(activation).toArray();
    }

    private static double logistic(double v) {
        return 1 / (1 + StrictMath.exp(-v));
    }

    private static double[] leaky(double[] z, double[] state, double leak) {
        double[] h = new double[z.length];
        Arrays.setAll(h, j -> (1 - leak) * state[j] + leak * StrictMath.tanh(z[j]));
        return h;
    }

    private double[] preActivation(double[] theta, String prefix, double[] x, double[] state) {
        Block bias = cellLayout.block(prefix + "bias");
        Block input = cellLayout.block(prefix + "input");
        Block recurrent = cellLayout.block(prefix + "recurrent");
        double[] weights = fixed == null ? theta : fixed;
        double[] z = new double[bias.columns()];
        for (int j = 0; j < z.length; j++) {
            z[j] = at(weights, bias, 0, j);
            for (int i = 0; i < x.length; i++) {
                z[j] += x[i] * at(weights, input, i, j);
            }
            for (int i = 0; i < hidden; i++) {
                z[j] += state[i] * at(weights, recurrent, i, j);
            }
        }
        return z;
    }

    private double[] lstm(double[] z, double[] c) {
        double[] h = new double[hidden];
        for (int j = 0; j < hidden; j++) {
            double in = logistic(z[j]);
            double forget = logistic(z[hidden + j]);
            double candidate = StrictMath.tanh(z[2 * hidden + j]);
            double out = logistic(z[3 * hidden + j]);
            c[j] = forget * c[j] + in * candidate;
            h[j] = out * StrictMath.tanh(c[j]);
        }
        return h;
    }

    /** Returns y[t][o] of one sequence. */
    double[][] outputs(double[] theta, double[][] x, double[][][] nudge) {
        return outputs(theta, hidden(theta, x, nudge)[layers - 1]);
    }

    double[][] outputs(double[] theta, double[][] top) {
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
    public interface Function {
        double of(double[] v);
    }

    /** Returns the gradient of {@code f} at {@code v} by central differences. */
    public static double[] gradient(Function f, double[] v) {
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
