package org.longspan.model.regularizer;

import java.util.Arrays;
import org.longspan.model.cell.SignalFlow;
import org.longspan.numerics.Block;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;

/**
 * The sums of {@link Omega} over steps and sequences. With s = ∂E/∂h(t), v = keep · s + ∂E/∂z(t) Uᵀ and r = ‖v‖/‖s‖,
 *
 * <pre>∂⁺(r - 1)²/∂U = 2 (r - 1)/r · vᵀ ∂E/∂z(t) / ‖s‖²,   ∂⁺(r² - 1)²/∂U = 4 (r² - 1) · vᵀ ∂E/∂z(t) / ‖s‖²</pre>
 *
 * where one ‖s‖ divides v and the other ∂E/∂z(t), which keeps both in range whether signals vanish or explode.
 */
final class OmegaTerm implements SignalTerm {

    /** The least squared norm of a live signal of the batch's mean loss. */
    private static final double ALIVE = 1e-20;

    private final Omega omega;
    private final Kernels kernels;
    private final SignalFlow[] flows; // L
    private final Matrix[][] dhAt; // L of T of (B, H)
    private final Block[] recurrent; // L
    private final Matrix before; // (B, H), v, then v scaled
    private final Matrix dz; // (B, H), ∂E/∂z(t) scaled
    private final Parameters chunk;
    private final Chunks sums;
    private final double[] terms; // L, Σ_t Σ_b
    private final long[] alive; // L
    private int sequences;

    OmegaTerm(Omega omega, BackwardSignals signals) {
        this.omega = omega;
        this.kernels = signals.kernels();
        this.flows = new SignalFlow[signals.layers()];
        Arrays.setAll(flows, signals::flow);
        this.dhAt = new Matrix[flows.length][];
        Arrays.setAll(dhAt, signals::dhAt);
        this.recurrent = new Block[flows.length];
        Arrays.setAll(recurrent, l -> signals.layout().block(flows[l].recurrent()));
        int hidden = dhAt[0][0].columns();
        this.before = Matrix.zeros(signals.capacity(), hidden);
        this.dz = Matrix.zeros(signals.capacity(), hidden);
        this.chunk = new Parameters(signals.layout());
        this.sums = new Chunks(signals.layout().size());
        this.terms = new double[flows.length];
        this.alive = new long[flows.length];
    }

    @Override
    public void begin(int sequences) {
        this.sequences = sequences;
        chunk.zero();
        sums.clear();
        Arrays.fill(terms, 0);
        Arrays.fill(alive, 0);
    }

    @Override
    public void take(int filled) {
        for (int l = 0; l < flows.length; l++) {
            SignalFlow flow = flows[l];
            for (int t = 0; t < dhAt[l].length; t++) {
                flow.carry(t, dhAt[l][t], before);
                for (int b = 0; b < before.rows(); b++) {
                    take(l, b, b < filled, dhAt[l][t], flow.dz(t));
                }
                kernels.elementwise().flush(before);
                kernels.elementwise().flush(dz);
                flow.accumulate(before, dz, chunk);
            }
        }
        sums.take(chunk);
    }

    /** Counts one sequence at one step, and scales its rows to their share of the gradient. */
    private void take(int layer, int b, boolean filled, Matrix dh, Matrix dzNow) {
        double squared = kernels.reductions().sumOfSquares(dh.data(), dh.row(b), dh.columns());
        double share = 0;
        if (filled && isAlive(squared)) {
            double ratio = kernels.reductions().sumOfSquares(before.data(), before.row(b), before.columns()) / squared;
            alive[layer]++;
            terms[layer] += term(ratio);
            share = slope(ratio);
        }
        double inverse = share == 0 ? 0 : 1 / Math.sqrt(squared);
        for (int j = 0; j < dz.columns(); j++) {
            before.set(b, j, share == 0 ? 0f : (float) (share * inverse * before.get(b, j)));
            dz.set(b, j, share == 0 ? 0f : (float) (inverse * dzNow.get(b, j)));
        }
    }

    /** Returns whether a signal counts; a NaN does, so that it shows in the result. */
    private boolean isAlive(double squared) {
        return omega.form() == Omega.Form.PAPER ? squared != 0 : !(squared / ((double) sequences * sequences) < ALIVE);
    }

    /** Returns (r - 1)² or (r² - 1)² for r². */
    private double term(double ratio) {
        double from = omega.form() == Omega.Form.PAPER ? Math.sqrt(ratio) : ratio;
        return (from - 1) * (from - 1);
    }

    /** Returns its derivative in r², times 2; 0 at the kink of eq. 9 at r = 0. */
    private double slope(double ratio) {
        if (omega.form() == Omega.Form.CODE) {
            return 4 * (ratio - 1);
        }
        double r = Math.sqrt(ratio);
        return r == 0 ? 0 : 2 * (r - 1) / r;
    }

    @Override
    public double addGradient(Parameters gradient) {
        double value = 0;
        for (int l = 0; l < terms.length; l++) {
            double divisor = omega.form() == Omega.Form.PAPER ? sequences : Math.max(1, alive[l]);
            value += terms[l] / divisor;
            add(recurrent[l], omega.alpha() / divisor, gradient.data());
        }
        return value;
    }

    private void add(Block block, double factor, float[] g) {
        for (int i = block.offset(); i < block.end(); i++) {
            float v = (float) (factor * sums.get(i));
            g[i] += Math.abs(v) < Kernels.FLOOR ? 0f : v;
        }
    }
}
