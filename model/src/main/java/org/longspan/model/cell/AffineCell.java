package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;

/** A cell all of whose weights are those of z(t) = x(t) W + h(t-1) U + b, so that {@link PreActivations} sees to them. */
interface AffineCell extends RecurrentCell {

    /** Returns the affine part of a run. */
    PreActivations affine(Tape tape);

    @Override
    default void addBlocks(String prefix, ParameterLayout.Builder layout) {
        PreActivations.addBlocks(prefix, this, layout);
    }

    @Override
    default void prepare(Parameters theta, Tape tape, Kernels kernels) {
        affine(tape).prepare(theta);
    }

    @Override
    default void accumulate(float[] weights, Tape tape, Parameters gradient, Kernels kernels) {
        affine(tape).accumulate(weights, gradient, kernels);
    }

    @Override
    default void accumulateSequence(int sequence, Tape tape, Parameters gradient, Kernels kernels) {
        affine(tape).accumulateSequence(sequence, gradient, kernels);
    }
}
