package org.longspan.model;

import java.util.Arrays;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.longspan.numerics.Block;

/** One layer of {@link SlowNetwork} whose recurrence is derived from θ: in double, written from the equations. */
final class SlowRecurrence {

    private final SlowNetwork network;
    private final double[] theta;
    private final String prefix;

    SlowRecurrence(SlowNetwork network, double[] theta, String prefix) {
        this.network = network;
        this.theta = theta;
        this.prefix = prefix;
    }

    static boolean has(String cell) {
        return cell.equals("orthogonal-rnn") || cell.equals("lru");
    }

    /** Returns h[t][unit]. */
    double[][] hidden(double[][] x, double[][] nudge, SlowNetwork.HandOver handOver) {
        return network.cell.equals("lru") ? lru(x, nudge, handOver) : orthogonal(x, nudge, handOver);
    }

    private double at(String block, int row, int column) {
        return SlowNetwork.at(theta, network.layout.block(prefix + block), row, column);
    }

    private double[][] orthogonal(double[][] x, double[][] nudge, SlowNetwork.HandOver handOver) {
        RealMatrix u = cayley((int) Math.floor(network.settings.number("negatives") * network.hidden));
        double[][] h = new double[x.length][network.hidden];
        double[] state = network.start(theta, prefix, network.hidden);
        handOver.at(0, -1, state, new double[0]);
        for (int t = 0; t < x.length; t++) {
            double[] fromState = u.preMultiply(state);
            for (int j = 0; j < network.hidden; j++) {
                double z = fromState[j];
                for (int i = 0; i < x[t].length; i++) {
                    z += x[t][i] * at("input", i, j);
                }
                h[t][j] = Math.signum(z) * Math.max(Math.abs(z) + at("bias", 0, j), 0);
            }
            add(nudge, t, h[t]);
            state = h[t].clone();
            handOver.at(0, t, state, new double[0]);
        }
        return h;
    }

    /** Returns D (I + A)⁻¹ (I - A), by solving for it. */
    private RealMatrix cayley(int negatives) {
        Block skew = network.layout.block(prefix + "skew");
        int n = skew.rows();
        RealMatrix plus = new Array2DRowRealMatrix(n, n);
        RealMatrix minus = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double a = i == j ? 0 : i > j ? at("skew", i, j) : -at("skew", j, i);
                plus.setEntry(i, j, (i == j ? 1 : 0) + a);
                minus.setEntry(i, j, (i == j ? 1 : 0) - a);
            }
        }
        RealMatrix u = new LUDecomposition(plus).getSolver().solve(minus);
        for (int i = n - negatives; i < n; i++) {
            u.setRowMatrix(i, u.getRowMatrix(i).scalarMultiply(-1));
        }
        return u;
    }

    private double[][] lru(double[][] x, double[][] nudge, SlowNetwork.HandOver handOver) {
        int states = network.layout.block(prefix + "nu").columns();
        Complex[] s = new Complex[states];
        double[] start = network.start(theta, prefix, 2 * states);
        Arrays.setAll(s, k -> new Complex(start[k], start[k + states]));
        handOver(-1, s, handOver);
        double[][] h = new double[x.length][network.hidden];
        for (int t = 0; t < x.length; t++) {
            for (int k = 0; k < states; k++) {
                Complex in = Complex.ZERO;
                for (int i = 0; i < x[t].length; i++) {
                    in = in.add(new Complex(at("input", i, k), at("input", i, k + states)).multiply(x[t][i]));
                }
                Complex lambda = new Complex(-StrictMath.exp(at("nu", 0, k)), StrictMath.exp(at("phi", 0, k))).exp();
                s[k] = lambda.multiply(s[k]).add(in.multiply(StrictMath.exp(at("gamma", 0, k))));
            }
            for (int j = 0; j < network.hidden; j++) {
                h[t][j] = lruOutput(s, x[t], j);
            }
            handOver(t, s, handOver);
            add(nudge, t, h[t]);
        }
        return h;
    }

    private static void handOver(int t, Complex[] s, SlowNetwork.HandOver handOver) {
        double[] parts = new double[2 * s.length];
        for (int k = 0; k < s.length; k++) {
            parts[k] = s[k].getReal();
            parts[k + s.length] = s[k].getImaginary();
        }
        handOver.at(0, t, new double[0], parts);
        Arrays.setAll(s, k -> new Complex(parts[k], parts[k + s.length]));
    }

    private double lruOutput(Complex[] s, double[] x, int j) {
        double z = at("bias", 0, j);
        for (int k = 0; k < s.length; k++) {
            Complex c = new Complex(at("output", k, j), -at("output", k + s.length, j));
            z += s[k].multiply(c).getReal();
        }
        for (int i = 0; i < x.length; i++) {
            z += x[i] * at("direct", i, j);
        }
        return network.settings.word("output").equals("tanh") ? StrictMath.tanh(z) : z;
    }

    private static void add(double[][] nudge, int t, double[] h) {
        for (int j = 0; nudge != null && j < h.length; j++) {
            h[j] += nudge[t][j];
        }
    }
}
