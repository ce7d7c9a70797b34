package org.longspan.testkit;

import java.util.Set;
import org.longspan.model.cell.Activation;
import org.longspan.model.cell.SecondOrderCell;
import org.longspan.model.cell.SimpleRnnCell;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/** A tanh cell with one flaw, or none where that is null. */
final class FlawedCell implements SecondOrderCell {

    private final SecondOrderCell sound;
    private final CellFlaw flaw;
    private final Matrix disturbed; // (T·B, I)
    private int runs;
    private float[] garbage = new float[1];
    private float skew; // of the product

    FlawedCell(int inputs, int hidden, CellFlaw flaw) {
        this.sound = new SimpleRnnCell(inputs, hidden, Activation.TANH);
        this.flaw = flaw;
        this.disturbed = Matrix.zeros(CellRun.ROWS, inputs);
    }

    @Override
    public int inputs() {
        return sound.inputs();
    }

    @Override
    public int outputs() {
        return sound.outputs();
    }

    @Override
    public Set<Site> sites() {
        return sound.sites();
    }

    @Override
    public void addBlocks(String prefix, ParameterLayout.Builder layout) {
        sound.addBlocks(prefix, layout);
    }

    @Override
    public Tape newTape(String prefix, int steps, int sequences, Kernels kernels) {
        return sound.newTape(prefix, steps, sequences, kernels);
    }

    @Override
    public long tapeSize(int steps, int sequences) {
        return flaw == CellFlaw.TAPE_OF_NOTHING ? 0 : sound.tapeSize(steps, sequences);
    }

    @Override
    public void prepare(Parameters theta, Tape tape, Kernels kernels) {
        sound.prepare(theta, tape, kernels);
    }

    @Override
    public void forward(Parameters theta, Matrix x, Tape tape, Kernels kernels) {
        if (flaw == null) {
            sound.forward(theta, x, tape, kernels);
            return;
        }
        System.arraycopy(x.data(), 0, disturbed.data(), 0, x.data().length);
        disturb(x, kernels);
        sound.forward(theta, disturbed, tape, kernels);
        runs++;
    }

    private void disturb(Matrix x, Kernels kernels) {
        switch (flaw) {
            case LOOKS_AHEAD -> disturbed.set(0, 0, x.get(CellRun.ROWS - CellRun.SEQUENCES, 0));
            case MISSES_THE_FIRST_INPUT -> disturbed.rows(0, CellRun.SEQUENCES).fill(0f);
            case MIXES_SEQUENCES -> disturbed.set(2, 0, x.get(1, 0));
            case REMEMBERS_THE_LAST_RUN -> disturbed.set(0, 0, runs);
            case DEPENDS_ON_THE_KERNELS -> disturbed.set(0, 0, kernels.name().equals("plain") ? 0 : 1);
            case ALLOCATES -> garbage = new float[runs % 2 + 1];
            default -> {}
        }
    }

    @Override
    public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep, Tape tape, Kernels kernels) {
        boolean strange = perStep != null && !sites().contains(perStep.site());
        SignalTransform seen = perStep;
        if (flaw == CellFlaw.IGNORES_THE_TRANSFORM || (strange && flaw == CellFlaw.ACCEPTS_ANY_SITE)) {
            seen = null;
        } else if (flaw == CellFlaw.TRANSFORMS_TWICE && perStep != null && !strange) {
            seen = new RowTransform(perStep.site(), (signal, from, width) -> {
                perStep.apply(signal, from, width);
                return perStep.apply(signal, from, width);
            });
        }
        sound.backward(theta, dh, dx, seen, tape, kernels);
        if (flaw == CellFlaw.LEAVES_DENORMALS) {
            dx.set(0, 0, Float.MIN_VALUE);
        }
    }

    @Override
    public void accumulate(float[] weights, Tape tape, Parameters gradient, Kernels kernels) {
        float[] used = weights;
        if (flaw == CellFlaw.OVERWRITES_THE_GRADIENT) {
            gradient.zero();
        } else if (flaw == CellFlaw.GRADIENT_OF_TWICE_THE_LOSS) {
            sound.accumulate(weights, tape, gradient, kernels);
        } else if (flaw == CellFlaw.SQUARES_THE_WEIGHTS && weights != null) {
            used = weights.clone();
            for (int b = 0; b < used.length; b++) {
                used[b] *= used[b];
            }
        }
        sound.accumulate(used, tape, gradient, kernels);
        if (flaw == CellFlaw.WEIGHS_IN_ANOTHER_ORDER && weights != null) {
            gradient.scale(Math.nextUp(1f));
        }
    }

    @Override
    public void accumulateSequence(int sequence, Tape tape, Parameters gradient, Kernels kernels) {
        sound.accumulateSequence(sequence, tape, gradient, kernels);
    }

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot, Tape tape, Kernels kernels) {
        Matrix used = xDot;
        if (flaw == CellFlaw.INVENTS_AN_INPUT_TANGENT && xDot == null) {
            used = Matrix.zeros(CellRun.ROWS, CellRun.INPUTS);
            used.fill(1f);
        }
        sound.tangent(theta, thetaDot, used, hDot, tape, kernels);
        if (flaw == CellFlaw.HALF_A_TANGENT) {
            float[] h = hDot.data();
            for (int i = 0; i < h.length; i++) {
                h[i] *= 0.5f;
            }
        }
    }

    @Override
    public boolean supports(Curvature curvature) {
        return flaw != CellFlaw.HIDES_WHAT_IT_GIVES && sound.supports(curvature);
    }

    @Override
    public TangentTape newTangentTape(Tape tape, Kernels kernels) {
        return sound.newTangentTape(tape, kernels);
    }

    @Override
    public long tangentTapeSize(int steps, int sequences) {
        return sound.tangentTapeSize(steps, sequences);
    }

    @Override
    public void tangent(
            Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot, TangentTape tangents, Kernels kernels) {
        sound.tangent(theta, thetaDot, xDot, hDot, tangents, kernels);
        if (flaw == CellFlaw.KEEPS_ANOTHER_TANGENT) {
            hDot.set(0, 0, Math.nextUp(hDot.get(0, 0)));
        }
        skew = thetaDot.data()[0];
    }

    @Override
    public void backwardTangent(
            Parameters theta, Matrix dh, Matrix dhDot, Matrix dxDot, TangentTape tangents, Kernels kernels) {
        if (flaw == CellFlaw.HOLDS_COTANGENTS_FIXED) {
            dhDot.fill(0f);
        } else if (flaw == CellFlaw.SPOILS_THE_SIGNALS) {
            dh.fill(0f);
        } else if (flaw == CellFlaw.PRODUCT_ALLOCATES) {
            garbage = new float[garbage.length % 2 + 1];
        }
        sound.backwardTangent(theta, dh, dhDot, dxDot, tangents, kernels);
        if (flaw == CellFlaw.LEAVES_DENORMAL_TANGENTS) {
            dxDot.set(0, 0, Float.MIN_VALUE);
        }
    }

    @Override
    public void accumulateTangent(TangentTape tangents, Parameters product, Kernels kernels) {
        if (flaw == CellFlaw.OVERWRITES_THE_PRODUCT) {
            product.zero();
        }
        sound.accumulateTangent(tangents, product, kernels);
        if (flaw == CellFlaw.HALF_A_PRODUCT) {
            product.scale(0.5f);
        } else if (flaw == CellFlaw.LOPSIDED_PRODUCT) {
            product.data()[1] += skew;
        } else if (flaw == CellFlaw.PRODUCT_DEPENDS_ON_THE_KERNELS
                && !kernels.name().equals("plain")) {
            product.scale(Math.nextUp(1f));
        }
    }
}
