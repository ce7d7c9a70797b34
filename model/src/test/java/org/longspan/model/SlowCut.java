package org.longspan.model;

import java.util.Arrays;
import org.longspan.task.LossKind;

/**
 * The oracle of a {@link Trajectory}: the network of one sequence, cut where step τ-k hands its state on, in double. All
 * derivatives are central differences in what is added there.
 */
final class SlowCut {

    /** Steps of a second difference of fourth order, whose rounding, 1e-16 / STEP², is far under that of floats. */
    private static final double SECOND_STEP = 1e-3;

    final int tau; // counted from 1

    private final Case c;
    private final double[] theta;
    private final int b;
    private final int width;

    SlowCut(Case c, int b, int width) {
        this.c = c;
        this.theta = SlowNetwork.doubles(c.theta);
        this.b = b;
        this.width = width;
        int last = 0;
        for (int t = 0; t < c.batch.steps(); t++) {
            last = c.batch.isReadOut(t, b) ? t + 1 : last;
        }
        this.tau = last;
    }

    /** The outputs of step τ and the state that it hands on. */
    record End(double[] y, double[] state) {}

    /** Runs the sequence with {@code e} added to s(τ-k). */
    End end(int lag, double[] e) {
        double[] state = new double[width];
        int perLayer = width / c.slow.layers;
        double[][] top = c.slow.hidden(theta, c.inputs(b), null, (layer, t, h, inner) -> {
            int from = layer * perLayer;
            int visible = Math.min(h.length, perLayer);
            for (int j = 0; j < perLayer; j++) {
                double[] part = j < visible ? h : inner;
                int at = j < visible ? j : j - visible;
                part[at] += t + 1 == tau - lag ? e[from + j] : 0;
                if (t + 1 == tau) {
                    state[from + j] = part[at];
                }
            }
        })[c.slow.layers - 1];
        return new End(c.slow.outputs(theta, top)[tau - 1], state);
    }

    double loss(int lag, double[] e) {
        return c.stepLoss(end(lag, e).y, tau - 1, b);
    }

    double[] signal(int lag) {
        return signal(lag, new double[width]);
    }

    private double[] signal(int lag, double[] at) {
        return SlowNetwork.gradient(e -> loss(lag, e), at.clone());
    }

    /** J_kᵀ w. */
    double[] transposed(int lag, double[] w) {
        return SlowNetwork.gradient(e -> dot(w, end(lag, e).state), new double[width]);
    }

    /** J_k v. */
    double[] jacobian(int lag, double[] v) {
        double[] up = end(lag, scaled(SlowNetwork.STEP, v)).state;
        return scaled(
                1 / (2 * SlowNetwork.STEP), SlowNetwork.moved(up, -1, end(lag, scaled(-SlowNetwork.STEP, v)).state));
    }

    /** ẏ along v. */
    private double[] outputTangent(int lag, double[] v) {
        double[] up = end(lag, scaled(SlowNetwork.STEP, v)).y;
        return scaled(1 / (2 * SlowNetwork.STEP), SlowNetwork.moved(up, -1, end(lag, scaled(-SlowNetwork.STEP, v)).y));
    }

    /** ∇²ℓ ẏ, from the equations of both losses. */
    private double[] lossCurvature(double[] yDot) {
        double[] y = end(1, new double[width]).y;
        if (c.task.loss() == LossKind.SQUARED_ERROR) {
            return scaled(2.0 / y.length, yDot);
        }
        double[] p = Arrays.stream(y).map(StrictMath::exp).toArray();
        double sum = Arrays.stream(p).sum();
        double[] shares = scaled(1 / sum, p);
        double mean = dot(shares, yDot);
        double[] curved = new double[y.length];
        Arrays.setAll(curved, o -> shares[o] * (yDot[o] - mean));
        return curved;
    }

    /** (J_k v)ᵀ ∇²ℓ (J_k v). */
    double form(int lag, double[] v) {
        double[] yDot = outputTangent(lag, v);
        return dot(yDot, lossCurvature(yDot));
    }

    /** G_k v. */
    double[] gaussNewton(int lag, double[] v) {
        double[] curved = lossCurvature(outputTangent(lag, v));
        return SlowNetwork.gradient(e -> dot(curved, end(lag, e).y), new double[width]);
    }

    /** H_k v, by Richardson's extrapolation of second differences. */
    double[] hessian(int lag, double[] v) {
        double[] product = new double[width];
        for (int i = 0; i < width; i++) {
            product[i] = (4 * second(lag, v, i, SECOND_STEP) - second(lag, v, i, 2 * SECOND_STEP)) / 3;
        }
        return product;
    }

    private double second(int lag, double[] v, int i, double step) {
        return (slope(lag, v, i, step, step) - slope(lag, v, i, -step, step)) / (2 * step);
    }

    /** The slope along axis i at {@code place} · v. */
    private double slope(int lag, double[] v, int i, double place, double step) {
        double[] at = scaled(place, v);
        at[i] += step;
        double up = loss(lag, at);
        at[i] -= 2 * step;
        return (up - loss(lag, at)) / (2 * step);
    }

    static double[] scaled(double factor, double[] v) {
        return Arrays.stream(v).map(x -> factor * x).toArray();
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
