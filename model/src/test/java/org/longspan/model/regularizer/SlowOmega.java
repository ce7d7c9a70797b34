package org.longspan.model.regularizer;

import java.util.Arrays;
import org.longspan.model.Case;
import org.longspan.model.SlowNetwork;
import org.longspan.numerics.Block;

/**
 * The oracle of {@link Omega}: its value in double as a function of one layer's U alone. The hidden states, the slopes
 * and ∂E/∂h(t), which is a difference of the slow network's loss, are taken once and stay.
 */
final class SlowOmega {

    private final Case c;
    private final Omega.Form form;
    private final int layer;
    private final double keep;
    private final double[][][] dh; // B of [t][unit]
    private final double[][][] slope; // B of [t][unit], of h(t) in z(t)

    SlowOmega(Case c, Omega.Form form, int layer) {
        this.c = c;
        this.form = form;
        this.layer = layer;
        this.keep = c.slow.cell.equals("leaky-integrator") ? 1 - c.slow.settings.number("leak") : 0;
        this.dh = new double[c.batch.sequences()][][];
        this.slope = new double[dh.length][][];
        double[] theta = SlowNetwork.doubles(c.theta);
        for (int b = 0; b < dh.length; b++) {
            dh[b] = signals(theta, b);
            slope[b] = slopes(c.slow.hidden(theta, c.inputs(b), null)[layer]);
        }
    }

    private double[][] signals(double[] theta, int b) {
        double[][][] nudge = new double[c.slow.layers][c.task.steps()][Case.HIDDEN];
        double[][] signals = new double[c.task.steps()][];
        for (int t = 0; t < signals.length; t++) {
            double[] here = nudge[layer][t];
            signals[t] = SlowNetwork.gradient(v -> c.slowLoss(theta, b, nudge), here);
        }
        return signals;
    }

    private double[][] slopes(double[][] h) {
        double[][] slopes = new double[h.length][Case.HIDDEN];
        for (int t = 0; t < h.length; t++) {
            for (int j = 0; j < Case.HIDDEN; j++) {
                slopes[t][j] = slope(h[t][j], t == 0 ? 0 : h[t - 1][j]);
            }
        }
        return slopes;
    }

    private double slope(double h, double hBefore) {
        double tanh = (h - keep * hBefore) / (1 - keep);
        return switch (c.slow.cell) {
            case "tanh-rnn", "leaky-integrator" -> (1 - keep) * (1 - tanh * tanh);
            case "logistic-rnn" -> h * (1 - h);
            case "relu-rnn" -> h > 0 ? 1 : 0;
            case "linear-rnn" -> 1;
            default -> throw new IllegalArgumentException("no oracle of Ω for " + c.slow.cell);
        };
    }

    /** Returns the elements of U. */
    double[] recurrent() {
        Block block = block();
        return Arrays.copyOfRange(SlowNetwork.doubles(c.theta), block.offset(), block.end());
    }

    Block block() {
        return c.network.layout().block("layer" + layer + ".recurrent");
    }

    /** Returns Ω of the layer at {@code u}. */
    double value(double[] u) {
        double sum = 0;
        int alive = 0;
        for (int b = 0; b < dh.length; b++) {
            for (int t = 0; t < c.task.steps(); t++) {
                double now = squared(dh[b][t]);
                if (now / (dh.length * dh.length) >= 1e-20) {
                    double ratio = squared(before(u, dh[b][t], slope[b][t])) / now;
                    double off = (form == Omega.Form.PAPER ? Math.sqrt(ratio) : ratio) - 1;
                    sum += off * off;
                    alive++;
                }
            }
        }
        return sum / (form == Omega.Form.PAPER ? dh.length : alive);
    }

    private double[] before(double[] u, double[] dhNow, double[] slopeNow) {
        double[] v = new double[Case.HIDDEN];
        for (int i = 0; i < v.length; i++) {
            v[i] = keep * dhNow[i];
            for (int j = 0; j < v.length; j++) {
                v[i] += dhNow[j] * slopeNow[j] * u[i * Case.HIDDEN + j];
            }
        }
        return v;
    }

    private static double squared(double[] v) {
        return Arrays.stream(v).map(x -> x * x).sum();
    }
}
