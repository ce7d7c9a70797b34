package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;

/** A run whose only weights are those of z(t) = x(t) W + h(t-1) U + b, handled by {@link PreActivations}. */
abstract class AffineRun implements RecurrentRun {

    final PreActivations affine;
    final Kernels kernels;
    final StepViews dhViews;
    final StepViews hDotViews;

    AffineRun(Unrolling unrolling, RecurrentCell cell) {
        this.affine = new PreActivations(unrolling, cell);
        this.kernels = unrolling.kernels();
        this.dhViews = new StepViews(unrolling);
        this.hDotViews = new StepViews(unrolling);
    }

    @Override
    public final Matrix outputs() {
        return affine.h;
    }

    @Override
    public final void prepare(Parameters theta) {
        affine.prepare(theta);
    }

    @Override
    public final void accumulate(float[] weights, Parameters gradient) {
        affine.accumulate(weights, gradient);
    }

    @Override
    public final void accumulateSequence(int sequence, Parameters gradient) {
        affine.accumulateSequence(sequence, gradient);
    }
}
