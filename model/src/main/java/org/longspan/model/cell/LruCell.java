package org.longspan.model.cell;

import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;
import org.longspan.numerics.random.RandomStream;

/**
 * The linear recurrent unit, S complex states of which each decays and turns by itself:
 *
 * <pre>
 * s(t) = λ ∘ s(t-1) + exp(γ) ∘ (x(t) B),   λ = exp(-exp(ν) + i exp(φ)),   s(0) = 0
 * h(t) = f(Re(s(t) C) + x(t) D + b)
 * </pre>
 *
 * with B (I, S) and C (S, H) complex, D (I, H) and b (1, H) real, f the identity or tanh, ν and φ from an {@link
 * EigenvalueRing}. Block {@code input} (I, 2S) holds [Re B, Im B], block {@code output} (2S, H) holds [Re C; -Im C], so
 * that Re(s C) is the product with [Re s, Im s]; {@code nu}, {@code phi}, {@code gamma} (1, S) hold logarithms.
 *
 * <p>A. Orvieto, S. L. Smith, A. Gu, A. Fernando, C. Gulcehre, R. Pascanu and S. De (2023), Resurrecting recurrent neural
 * networks for long sequences, ICML, where φ is θ. There the nonlinearity is a gated layer of its own between two units,
 * beside normalization and a residual path; here it is f, with a bias, and nothing else. D is diagonal where I and H are
 * one width; here they need not be. No signal travels through h from step to step: what vanishes or explodes is ∂L/∂s(t),
 * the site {@code CELL}, a row of 2S numbers.
 *
 * @param inputs width I of an input
 * @param outputs width H of h
 * @param states S, how many complex numbers the state has
 * @param ring where the eigenvalues begin
 * @param bounded whether f is tanh, else it is the identity
 */
public record LruCell(int inputs, int outputs, int states, EigenvalueRing ring, boolean bounded)
        implements RecurrentCell {

    private static final Set<Site> SITES = Set.of(Site.HIDDEN, Site.CELL, Site.PREACTIVATION);

    @Override
    public Set<Site> sites() {
        return SITES;
    }

    @Override
    public int initialStateWidth() {
        return 2 * states;
    }

    @Override
    public void addBlocks(String prefix, ParameterLayout.Builder layout) {
        layout.add(prefix + "input", inputs, 2 * states, Role.INPUT);
        layout.add(prefix + "nu", 1, states, Role.DYNAMICS);
        layout.add(prefix + "phi", 1, states, Role.DYNAMICS);
        layout.add(prefix + "gamma", 1, states, Role.DYNAMICS);
        layout.add(prefix + "output", 2 * states, outputs, Role.OUTPUT);
        layout.add(prefix + "direct", inputs, outputs, Role.INPUT);
        layout.add(prefix + "bias", 1, outputs, Role.BIAS);
    }

    @Override
    public void draw(String prefix, Parameters theta, RandomStream stream) {
        ring.draw(theta.block(prefix + "nu"), theta.block(prefix + "phi"), theta.block(prefix + "gamma"), stream);
    }

    @Override
    public Tape newTape(String prefix, int steps, int sequences, Kernels kernels) {
        return new LruRun(prefix, this, steps, sequences, kernels);
    }

    @Override
    public long tapeSize(int steps, int sequences) {
        return LruRun.size(this, steps, sequences);
    }

    @Override
    public void prepare(Parameters theta, Tape tape, Kernels kernels) {
        ((LruRun) tape).weights.prepare(theta, kernels);
    }

    @Override
    public void forward(Parameters theta, Matrix x, Tape tape, Kernels kernels) {
        LruRun run = (LruRun) tape;
        LruWeights packed = run.weights;
        Matrix bias = packed.bias(theta);
        run.x.copyFrom(x);
        for (int t = 0; t < run.hAt.length; t++) {
            kernels.setProduct(run.zeros, run.xAt[t], packed.inputForward, run.u);
            kernels.complexMultiplyAdd(packed.eigenvalues.lambda, run.sBefore(t), run.u, run.sAt[t]);
            kernels.setProduct(bias, run.sxAt[t], packed.outputForward, run.z);
            if (bounded) {
                kernels.tanh(run.z, run.hAt[t]);
            } else {
                run.hAt[t].copyFrom(run.z);
            }
            kernels.flush(run.hAt[t]);
        }
    }

    @Override
    public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep, Tape tape, Kernels kernels) {
        Signals.requireSite(perStep, SITES);
        LruRun run = (LruRun) tape;
        LruWeights packed = run.weights;
        Matrix[] dhAt = run.dh.byStep(dh);
        for (int t = dhAt.length - 1; t >= 0; t--) {
            Matrix dz = run.dzAt[t];
            kernels.flush(dhAt[t]);
            Signals.apply(perStep, Site.HIDDEN, dhAt[t], kernels);
            // h = f(z)
            throughF(run.hAt[t], dhAt[t], dz, kernels);
            Signals.apply(perStep, Site.PREACTIVATION, dz, kernels);
            // z = [s x] [C; D] + b
            kernels.setProduct(run.zeros, dz, packed.outputBackward, run.u);
            // s(t+1) = λ ∘ s(t) + u(t+1)
            kernels.complexMultiplyAdd(packed.eigenvalues.conjugate, run.dsAfter(t), run.u, run.dsAt[t]);
            Signals.apply(perStep, Site.CELL, run.dsAt[t], kernels);
        }
        run.startBackward(kernels);
        run.projectBackward(dx, kernels);
    }

    /** The derivative of f, which is its own transpose: dz from dh, ḣ from ż. */
    private void throughF(Matrix h, Matrix from, Matrix to, Kernels kernels) {
        if (bounded) {
            kernels.tanhBackward(h, from, to);
        } else {
            to.copyFrom(from);
            kernels.flush(to);
        }
    }

    @Override
    public void accumulate(float[] weights, Tape tape, Parameters gradient, Kernels kernels) {
        LruRun run = (LruRun) tape;
        run.weights.begin();
        if (weights == null) {
            run.weights.accumulate(run.whole, gradient, kernels);
            run.accumulateStart();
        } else {
            for (int t = 0; t < run.hAt.length; t++) {
                run.weights.accumulate(run.weighed(t, weights, kernels), gradient, kernels);
            }
        }
        run.weights.end(gradient, kernels);
    }

    @Override
    public void accumulateSequence(int sequence, Tape tape, Parameters gradient, Kernels kernels) {
        LruRun run = (LruRun) tape;
        run.weights.begin();
        run.weights.accumulate(run.ofSequence[sequence], gradient, kernels);
        run.accumulateStart(sequence);
        run.weights.end(gradient, kernels);
    }

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot, Tape tape, Kernels kernels) {
        LruRun run = (LruRun) tape;
        LruWeights packed = run.weights;
        Matrix[] hDotAt = run.hDot.byStep(hDot);
        Matrix biasDot = packed.bias(thetaDot);
        packed.tangent(thetaDot, kernels);
        run.startTangent();
        for (int t = 0; t < hDotAt.length; t++) {
            run.stateTangent(xDot, t, kernels);
            kernels.setProduct(biasDot, run.sxAt[t], packed.outputDot, run.z);
            kernels.addProduct(run.sxDot(t), packed.outputForward, run.z);
            throughF(run.hAt[t], run.z, hDotAt[t], kernels);
        }
    }
}
