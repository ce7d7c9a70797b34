package org.longspan.model;

import java.util.Set;
import org.longspan.numerics.Block;
import org.longspan.numerics.ParameterLayout;

/** The oracle of one step of gated cells, unit by unit, written from the equations; see {@link SlowNetwork}. */
final class SlowGatedCells {

    static final Set<String> NAMES = Set.of("lstm-1997", "gru", "gru-cho", "min-gru");

    private final double[] theta;
    private final ParameterLayout layout;
    private final String prefix;
    private final double[] x;
    private final double[] h;

    SlowGatedCells(double[] theta, ParameterLayout layout, String prefix, double[] x, double[] h) {
        this.theta = theta;
        this.layout = layout;
        this.prefix = prefix;
        this.x = x;
        this.h = h;
    }

    /** Returns h(t), and replaces c(t-1) by c(t) where there is a cell. */
    double[] step(String cell, double[] c) {
        double[] next = new double[h.length];
        for (int u = 0; u < h.length; u++) {
            next[u] = switch (cell) {
                case "lstm-1997" -> lstm1997(u, c);
                case "gru" -> gru(u);
                case "gru-cho" -> gruCho(u);
                default -> minGru(u);
            };
        }
        return next;
    }

    private static double sigma(double v) {
        return 1 / (1 + StrictMath.exp(-v));
    }

    /** Returns Σ vᵢ wᵢⱼ for column j of a block. */
    private double product(double[] v, String name, int j) {
        Block block = layout.block(prefix + name);
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            sum += v[i] * theta[block.offset() + i * block.columns() + j];
        }
        return sum;
    }

    private double bias(String name, int j) {
        return theta[layout.block(prefix + name).offset() + j];
    }

    private double affine(String blocks, double[] state, int j) {
        return product(x, blocks + "input", j) + product(state, blocks + "recurrent", j) + bias(blocks + "bias", j);
    }

    private double lstm1997(int u, double[] c) {
        double in = sigma(affine("", h, u));
        double squashedInput = 4 * sigma(affine("", h, h.length + u)) - 2;
        double out = sigma(affine("", h, 2 * h.length + u));
        c[u] += in * squashedInput;
        return out * (2 * sigma(c[u]) - 1);
    }

    private double gru(int u) {
        double reset = sigma(affine("gates.", h, u));
        double update = sigma(affine("gates.", h, h.length + u));
        double fromState = product(h, "candidate.recurrent", u) + bias("candidate.reset-bias", u);
        double fromInput = product(x, "candidate.input", u) + bias("candidate.bias", u);
        return (1 - update) * StrictMath.tanh(fromInput + reset * fromState) + update * h[u];
    }

    private double gruCho(int u) {
        double[] left = new double[h.length];
        for (int j = 0; j < h.length; j++) {
            left[j] = sigma(affine("gates.", h, j)) * h[j];
        }
        double update = sigma(affine("gates.", h, h.length + u));
        return update * h[u] + (1 - update) * StrictMath.tanh(affine("candidate.", left, u));
    }

    private double minGru(int u) {
        double update = sigma(product(x, "input", u) + bias("bias", u));
        double candidate = product(x, "input", h.length + u) + bias("bias", h.length + u);
        return (1 - update) * h[u] + update * candidate;
    }
}
