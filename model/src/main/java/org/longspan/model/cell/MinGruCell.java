package org.longspan.model.cell;

import java.util.List;
import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/**
 * The minimal gated recurrent unit, whose gate and candidate see the input only:
 *
 * <pre>
 * z(t) = σ(x(t) W + b),   n(t) = x(t) V + c
 * h(t) = (1 - z(t)) ∘ h(t-1) + z(t) ∘ n(t),   h(0) = 0
 * </pre>
 *
 * with z before n: [W V] (I, 2H), [b c] (1, 2H). No weight stands between h(t-1) and h(t), so the products of all steps
 * are one, and a unit's memory is the product of its 1 - z.
 *
 * <p>L. Feng, F. Tung, M. O. Ahmed, Y. Bengio and H. Hajimirsadeghi (2024), Were RNNs all we needed?,
 * arXiv:2410.01201. Not the form in logarithms that they train, whose n is made positive. Its z opens to the new where
 * that of {@link GruCell} keeps the old.
 *
 * @param inputs width I of an input
 * @param outputs width H of the state, which is the output
 */
public record MinGruCell(int inputs, int outputs) implements SecondOrderCell {

    /** This cell in the catalogue. */
    public static final Entry<CellFactory> ENTRY = new Entry<>(
            "min-gru",
            "The minimal gated recurrent unit, whose gate and candidate see the input only.",
            "z(t) = σ(x(t) W + b);  n(t) = x(t) V + c;  h(t) = (1 - z) ∘ h(t-1) + z ∘ n",
            "L. Feng, F. Tung, M. O. Ahmed, Y. Bengio and H. Hajimirsadeghi (2024). Were RNNs all we needed? "
                    + "arXiv:2410.01201.",
            List.of(),
            List.of(),
            settings -> MinGruCell::new);

    private static final Set<Site> SITES = Set.of(Site.HIDDEN, Site.PREACTIVATION);
    static final int GATES = 2; // z and n

    @Override
    public Set<Site> sites() {
        return SITES;
    }

    @Override
    public int gates() {
        return GATES;
    }

    @Override
    public int initialStateWidth() {
        return outputs;
    }

    @Override
    public void addBlocks(String prefix, ParameterLayout.Builder layout) {
        layout.add(prefix + "input", inputs, GATES * outputs, Role.INPUT);
        layout.add(prefix + "bias", 1, GATES * outputs, Role.BIAS);
    }

    @Override
    public SecondOrderRun open(Unrolling unrolling) {
        return new Run(unrolling, this);
    }

    @Override
    public long runSize(int steps, int sequences) {
        long width = (long) GATES * outputs;
        long perRow = Matrix.spacing(inputs + 1) + 2L * Matrix.spacing((int) width) + 2L * outputs;
        return sequences * (steps * perRow + 3L * outputs + 2 * width) + 3L * inputs * width;
    }

    @Override
    public long tangentsSize(int steps, int sequences) {
        return MinGruTangents.size(this, steps, sequences);
    }

    static final class Run implements SecondOrderRun {

        final Kernels kernels;
        final String input;
        final String bias;
        final Matrix arguments; // (T·B, I+1), rows [x(t) 1]
        private final Matrix[] argumentsAt; // T of (B, I+1)
        private final Matrix[] argumentsOf; // B of (T, I+1)
        final Matrix xCopy; // (T·B, I), a view of them
        private final Matrix[] xAt; // T of (B, I)
        private final Matrix zn; // (T·B, 2H), pre-activations of z beside n
        private final Matrix preactivationsOfZ; // (T·B, H), a view of them
        final Matrix[] nAt; // T of (B, H), views of them
        final Matrix z; // (T·B, H)
        final Matrix[] zAt; // T of (B, H)
        private final Matrix h; // (T·B, H)
        private final Matrix[] hAt; // T of (B, H)
        final Matrix[] hBeforeAt; // T of (B, H), h(t-1)
        final Matrix dz; // (T·B, 2H)
        private final Matrix[] dzAt; // T of (B, 2H)
        private final Matrix[] dzOf; // B of (T, 2H)
        final Matrix[] dzOfZAt; // T of (B, H)
        private final Matrix[] dzOfNAt; // T of (B, H)
        private final Matrix weighted; // (B, 2H)
        final Matrix znDot; // (B, 2H), tangent of one step's pre-activations
        private final Matrix zDot; // (B, H), a view of them
        private final Matrix nDot; // (B, H), a view of them
        final BoundaryState h0; // (B, H)
        private final Matrix dhFromAfter; // (B, H), the part of ∂L/∂h(t) that comes from t+1; in the end ∂L/∂h(0)
        private final Panels forward; // [W V] (I, 2H)
        final Panels backward; // [W V]ᵀ (2H, I)
        private final Panels forwardDot; // tangent of [W V] (I, 2H)
        final StepViews dhViews;
        private final StepViews hDotViews;
        final StepViews xDotViews;

        Run(Unrolling unrolling, MinGruCell cell) {
            int inputs = cell.inputs;
            int hidden = cell.outputs;
            int width = GATES * hidden;
            int rows = unrolling.rows();
            int sequences = unrolling.sequences();
            this.kernels = unrolling.kernels();
            this.input = unrolling.prefix() + "input";
            this.bias = unrolling.prefix() + "bias";
            this.arguments = Matrix.spaced(rows, inputs + 1);
            arguments.columns(inputs, 1).fill(1f);
            this.argumentsAt = arguments.groups(sequences);
            this.argumentsOf = arguments.interleaved(sequences);
            this.xCopy = arguments.columns(0, inputs);
            this.xAt = xCopy.groups(sequences);
            this.zn = Matrix.spaced(rows, width);
            this.preactivationsOfZ = zn.columns(0, hidden);
            this.nAt = zn.columns(hidden, hidden).groups(sequences);
            this.z = Matrix.zeros(rows, hidden);
            this.zAt = z.groups(sequences);
            Matrix all = Matrix.zeros(rows + sequences, hidden); // h(0)..h(T)
            this.h = all.rows(sequences, rows);
            this.hAt = h.groups(sequences);
            this.hBeforeAt = all.rows(0, rows).groups(sequences);
            this.dz = Matrix.spaced(rows, width);
            this.dzAt = dz.groups(sequences);
            this.dzOf = dz.interleaved(sequences);
            this.dzOfZAt = dz.columns(0, hidden).groups(sequences);
            this.dzOfNAt = dz.columns(hidden, hidden).groups(sequences);
            this.weighted = Matrix.zeros(sequences, width);
            this.znDot = Matrix.zeros(sequences, width);
            this.zDot = znDot.columns(0, hidden);
            this.nDot = znDot.columns(hidden, hidden);
            this.h0 = unrolling.initialOrZero(0, hidden);
            this.dhFromAfter = h0.cotangent();
            this.forward = kernels.products().newPanels(inputs, width);
            this.backward = kernels.products().newPanels(width, inputs);
            this.forwardDot = kernels.products().newPanels(inputs, width);
            this.dhViews = new StepViews(unrolling);
            this.hDotViews = new StepViews(unrolling);
            this.xDotViews = new StepViews(unrolling);
        }

        @Override
        public Matrix outputs() {
            return h;
        }

        @Override
        public void prepare(Parameters theta) {
            forward.pack(theta.block(input));
            backward.packTransposed(theta.block(input));
        }

        @Override
        public void forward(Parameters theta, Matrix x) {
            xCopy.copyFrom(x);
            hBeforeAt[0].copyFrom(h0.state());
            kernels.products().setProduct(theta.block(bias), xCopy, forward, zn);
            kernels.activations().sigmoid(preactivationsOfZ, z);
            for (int t = 0; t < hAt.length; t++) {
                kernels.gated().gates().mixForward(zAt[t], nAt[t], hBeforeAt[t], hAt[t]);
            }
        }

        @Override
        public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep) {
            Signals.requireSite(perStep, SITES);
            Matrix[] dhAt = dhViews.byStep(dh);
            dhFromAfter.fill(0f);
            for (int t = hAt.length - 1; t >= 0; t--) {
                kernels.elementwise().addAndFlush(dhFromAfter, dhAt[t]);
                Signals.apply(perStep, Site.HIDDEN, dhAt[t], kernels);
                kernels.gated()
                        .gates()
                        .mixBackward(zAt[t], nAt[t], hBeforeAt[t], dhAt[t], dzOfZAt[t], dzOfNAt[t], dhFromAfter);
                Signals.apply(perStep, Site.PREACTIVATION, dzAt[t], kernels);
            }
            if (dx != null) {
                dx.fill(0f);
                kernels.products().addProduct(dz, backward, dx);
                kernels.elementwise().flush(dx);
            }
        }

        @Override
        public void accumulate(float[] weights, Parameters gradient) {
            Matrix sum = gradient.blocks(input, bias);
            if (weights == null) {
                kernels.products().addTransposedProduct(arguments, dz, sum);
            } else {
                for (int t = 0; t < dzAt.length; t++) {
                    weighted.copyScaledRows(dzAt[t], weights);
                    kernels.elementwise().flush(weighted);
                    kernels.products().addTransposedProduct(argumentsAt[t], weighted, sum);
                }
            }
        }

        @Override
        public void accumulateSequence(int sequence, Parameters gradient) {
            kernels.products()
                    .addTransposedProduct(argumentsOf[sequence], dzOf[sequence], gradient.blocks(input, bias));
        }

        @Override
        public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
            Matrix[] hDotAt = hDotViews.byStep(hDot);
            Matrix[] xDotAt = xDot == null ? null : xDotViews.byStep(xDot);
            startTangent(thetaDot);
            for (int t = 0; t < hAt.length; t++) {
                tangent(thetaDot, xDotAt == null ? null : xDotAt[t], t, hDotAt);
            }
        }

        void startTangent(Parameters thetaDot) {
            forwardDot.pack(thetaDot.block(input));
        }

        /** The tangent of step t; that of its pre-activations is left in {@link #znDot}. */
        void tangent(Parameters thetaDot, Matrix xDotNow, int t, Matrix[] hDotAt) {
            kernels.products().setProduct(thetaDot.block(bias), xAt[t], forwardDot, znDot);
            if (xDotNow != null) {
                kernels.products().addProduct(xDotNow, forward, znDot);
            }
            Matrix hDotBefore = t == 0 ? h0.tangent() : hDotAt[t - 1];
            kernels.gated().gates().mixTangent(zAt[t], nAt[t], hBeforeAt[t], zDot, nDot, hDotBefore, hDotAt[t]);
        }

        @Override
        public RunTangents openTangents() {
            return new MinGruTangents(this);
        }
    }
}
