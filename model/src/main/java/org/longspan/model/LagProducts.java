package org.longspan.model;

import java.util.Optional;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.oracle.Curvature;

/**
 * Products with the matrices that lead from the state s(τ-k) of a {@link Trajectory} to the loss: the Jacobian J_k, the
 * Gauss-Newton matrix G_k = J_kᵀ ∇²ℓ J_k, and the Hessian H_k = ∇²φ_k(0), which has besides how J_k itself changes. A
 * tangent is put into the state of step τ-k, pushed forward, and for H_k the backward pass is differentiated along it: B.
 * A. Pearlmutter (1994), Fast exact multiplication by the Hessian, Neural Computation 6.
 *
 * <p>Sequences do not mix: row b of a product belongs to the k-th state before the last read-out of sequence b. Tangents
 * take (T+1)·B·S floats.
 */
public final class LagProducts {

    private final Trajectory along;
    private final Network network;
    private final NetworkStep step;
    private final Matrix[] dots; // T+1 of (B, S), tangents of the states
    private final Matrix dotAgain; // (B, S), a tangent that is computed a second time

    /** Creates products along the last run of {@code along}. */
    public LagProducts(Trajectory along) {
        this.along = along;
        this.network = along.network;
        this.step = along.step;
        this.dots = along.newStates();
        this.dotAgain = along.newState();
    }

    /** Returns why there are no products with H_k, as half a sentence, or empty. */
    public static Optional<String> refusesHessian(Network network) {
        Optional<String> reason = Trajectory.refuses(network);
        return reason.isPresent() || network.supports(new Curvature.Hessian())
                ? reason
                : Optional.of("it does not give the tangent of its backward pass");
    }

    /**
     * Pushes tangents of s(τ-k) forward to s(τ).
     *
     * @param lag k, from 1 on
     * @param v (B, S)
     * @param result overwritten with J_k v, (B, S)
     */
    public void tangent(int lag, Matrix v, Matrix result) {
        result.fill(0f);
        pushForward(lag, v);
        for (int b = 0; b < along.sequences(); b++) {
            if (along.hasLag(b, lag)) {
                Trajectory.copyRow(dots[along.readOutOf(b)], b, result);
            }
        }
    }

    /**
     * Returns (J_k v)ᵀ ∇²ℓ (J_k v) of each sequence, for the v of the last {@link #tangent}. Multiplied in this order
     * it stays over the floor at twice the lag of vᵀ (G_k v).
     */
    public double[] gaussNewtonForms() {
        return along.last.forms();
    }

    /**
     * Multiplies by the Gauss-Newton matrix.
     *
     * @param lag k, from 1 on
     * @param v (B, S)
     * @param product overwritten with G_k v = J_kᵀ ∇²ℓ J_k v, (B, S)
     */
    public void gaussNewton(int lag, Matrix v, Matrix product) {
        pushForward(lag, v);
        Trajectory.Seed seed = along.seed(along.last.cotangentsDot());
        product.fill(0f);
        along.backward(
                new Trajectory.Seed[] {seed},
                along.firstState(lag),
                (state, signals) -> along.takeAtLag(lag, state, signals[0], product));
    }

    /**
     * Multiplies by the Hessian, forward over backward.
     *
     * @param lag k, from 1 on
     * @param v (B, S)
     * @param product overwritten with H_k v, (B, S)
     * @throws UnsupportedOperationException if the network {@link #refusesHessian}
     */
    public void hessian(int lag, Matrix v, Matrix product) {
        refusesHessian(network).ifPresent(reason -> {
            throw new UnsupportedOperationException("products with the Hessian through cell "
                    + network.architecture().cell().name() + ": " + reason);
        });
        step.keepTangents();
        pushForward(lag, v);
        Trajectory.Seed seed = along.loss();
        Trajectory.Seed seedDot = along.seed(along.last.cotangentsDot());
        Matrix top = Matrix.zeros(along.sequences(), network.architecture().hidden());
        Matrix topDot = Matrix.zeros(along.sequences(), network.architecture().hidden());
        Matrix signal = along.newState();
        Matrix signalDot = along.newState();
        product.fill(0f);
        for (int state = along.lastState(); state >= along.firstState(lag); state--) {
            along.beginRows(state, seed.state(), signal);
            along.beginRows(state, seedDot.state(), signalDot);
            along.takeAtLag(lag, state, signalDot, product);
            if (state > along.firstState(lag)) {
                along.forwardAgain(state);
                step.backward(along.theta, signal, along.topOf(seed, state, top), signal);
                step.tangent(along.theta, dots[state - 1], dotAgain);
                step.backwardTangent(along.theta, signalDot, along.topOf(seedDot, state, topDot), signalDot);
            }
        }
    }

    private void pushForward(int lag, Matrix v) {
        if (lag < 1) {
            throw new IllegalArgumentException("lag " + lag + ", expected a whole number from 1");
        }
        int first = along.firstState(lag);
        along.last.beginTangent();
        for (int state = first; state <= along.lastState(); state++) {
            if (state == first) {
                dots[state].fill(0f);
            } else {
                along.forwardAgain(state);
                step.tangent(along.theta, dots[state - 1], dots[state]);
                along.last.tangent(state, step.outputsDot());
            }
            along.takeAtLag(lag, state, v, dots[state]);
        }
        along.last.endTangent(along.batch);
    }
}
