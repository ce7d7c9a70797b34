package org.longspan.testkit;

import java.util.Set;
import org.longspan.model.cell.RunTangents;
import org.longspan.model.cell.SecondOrderRun;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/** A run of a {@link FlawedCell}, or a sound one where the flaw is null. */
final class FlawedCellRun implements SecondOrderRun {

    private final SecondOrderRun sound;
    private final Set<Site> sites;
    private final Kernels kernels;
    private final CellFlaw flaw;
    private final Matrix disturbed = Matrix.zeros(CellRun.ROWS, CellRun.INPUTS); // (T·B, I)
    private int runs;
    private float[] garbage = new float[1];

    FlawedCellRun(SecondOrderRun sound, Set<Site> sites, Kernels kernels, CellFlaw flaw) {
        this.sound = sound;
        this.sites = sites;
        this.kernels = kernels;
        this.flaw = flaw;
    }

    @Override
    public Matrix outputs() {
        return sound.outputs();
    }

    @Override
    public void prepare(Parameters theta) {
        sound.prepare(theta);
    }

    @Override
    public void forward(Parameters theta, Matrix x) {
        if (flaw == null) {
            sound.forward(theta, x);
            return;
        }
        System.arraycopy(x.data(), 0, disturbed.data(), 0, x.data().length);
        disturb(x);
        sound.forward(theta, disturbed);
        runs++;
    }

    private void disturb(Matrix x) {
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
    public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep) {
        boolean strange = perStep != null && !sites.contains(perStep.site());
        SignalTransform seen = perStep;
        if (flaw == CellFlaw.IGNORES_THE_TRANSFORM || (strange && flaw == CellFlaw.ACCEPTS_ANY_SITE)) {
            seen = null;
        } else if (flaw == CellFlaw.TRANSFORMS_TWICE && perStep != null && !strange) {
            seen = new RowTransform(perStep.site(), (signal, from, width) -> {
                perStep.apply(signal, from, width);
                return perStep.apply(signal, from, width);
            });
        }
        sound.backward(theta, dh, dx, seen);
        if (flaw == CellFlaw.LEAVES_DENORMALS) {
            dx.set(0, 0, Float.MIN_VALUE);
        }
    }

    @Override
    public void accumulate(float[] weights, Parameters gradient) {
        float[] used = weights;
        if (flaw == CellFlaw.OVERWRITES_THE_GRADIENT) {
            gradient.zero();
        } else if (flaw == CellFlaw.GRADIENT_OF_TWICE_THE_LOSS) {
            sound.accumulate(weights, gradient);
        } else if (flaw == CellFlaw.SQUARES_THE_WEIGHTS && weights != null) {
            used = weights.clone();
            for (int b = 0; b < used.length; b++) {
                used[b] *= used[b];
            }
        }
        sound.accumulate(used, gradient);
        if (flaw == CellFlaw.WEIGHS_IN_ANOTHER_ORDER && weights != null) {
            gradient.scale(Math.nextUp(1f));
        }
    }

    @Override
    public void accumulateSequence(int sequence, Parameters gradient) {
        sound.accumulateSequence(sequence, gradient);
    }

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
        Matrix used = xDot;
        if (flaw == CellFlaw.INVENTS_AN_INPUT_TANGENT && xDot == null) {
            used = Matrix.zeros(CellRun.ROWS, CellRun.INPUTS);
            used.fill(1f);
        }
        sound.tangent(theta, thetaDot, used, hDot);
        if (flaw == CellFlaw.HALF_A_TANGENT) {
            float[] h = hDot.data();
            for (int i = 0; i < h.length; i++) {
                h[i] *= 0.5f;
            }
        }
    }

    @Override
    public RunTangents openTangents() {
        return new Tangents(sound.openTangents());
    }

    private final class Tangents implements RunTangents {

        private final RunTangents soundTangents;
        private float skew; // of the product

        Tangents(RunTangents soundTangents) {
            this.soundTangents = soundTangents;
        }

        @Override
        public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
            soundTangents.tangent(theta, thetaDot, xDot, hDot);
            if (flaw == CellFlaw.KEEPS_ANOTHER_TANGENT) {
                hDot.set(0, 0, Math.nextUp(hDot.get(0, 0)));
            }
            skew = thetaDot.data()[0];
        }

        @Override
        public void backward(Parameters theta, Matrix dh, Matrix dhDot, Matrix dxDot) {
            if (flaw == CellFlaw.HOLDS_COTANGENTS_FIXED) {
                dhDot.fill(0f);
            } else if (flaw == CellFlaw.SPOILS_THE_SIGNALS) {
                dh.fill(0f);
            } else if (flaw == CellFlaw.PRODUCT_ALLOCATES) {
                garbage = new float[garbage.length % 2 + 1];
            }
            soundTangents.backward(theta, dh, dhDot, dxDot);
            if (flaw == CellFlaw.LEAVES_DENORMAL_TANGENTS) {
                dxDot.set(0, 0, Float.MIN_VALUE);
            }
        }

        @Override
        public void accumulate(Parameters product) {
            if (flaw == CellFlaw.OVERWRITES_THE_PRODUCT) {
                product.zero();
            }
            soundTangents.accumulate(product);
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
}
