package org.longspan.optim;

import tools.jackson.databind.JsonNode;

/** NAdam in double from torch's formulas, with powers, as it is or with the mistake of torch 1.13. */
final class NAdamOracle {

    private final double lr;
    private final double beta1;
    private final double beta2;
    private final double eps;
    private final double psi;
    private final boolean mistaken;
    private final double[] theta;
    private final double[] m;
    private final double[] s;
    private double product = 1;
    private int t;

    NAdamOracle(JsonNode settings, double[] start, boolean mistaken) {
        this.lr = settings.get("lr").asDouble();
        this.beta1 = settings.get("beta1").asDouble();
        this.beta2 = settings.get("beta2").asDouble();
        this.eps = settings.get("eps").asDouble();
        this.psi = settings.get("momentum_decay").asDouble();
        this.mistaken = mistaken;
        this.theta = start.clone();
        this.m = new double[start.length];
        this.s = new double[start.length];
    }

    /** Makes one step and returns θ. */
    double[] advance(double[] g) {
        t++;
        product *= mu(t);
        double next = product * mu(t + 1) * (mistaken ? mu(t) : 1);
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            s[i] = beta2 * s[i] + (1 - beta2) * g[i] * g[i];
            double root = Math.sqrt(s[i] / (1 - StrictMath.pow(beta2, t))) + eps;
            theta[i] -= lr * ((1 - mu(t)) / (1 - product) * g[i] + mu(t + 1) / (1 - next) * m[i]) / root;
        }
        return theta;
    }

    private double mu(int step) {
        return beta1 * (1 - 0.5 * StrictMath.pow(0.96, step * psi));
    }
}
