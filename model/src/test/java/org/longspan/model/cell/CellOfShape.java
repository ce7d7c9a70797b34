package org.longspan.model.cell;

import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/**
 * A cell that has a shape and computes nothing.
 *
 * @param rows of its recurrent block, 0 for none
 * @param columns of the same
 */
public record CellOfShape(int rows, int columns) implements RecurrentCell {

    @Override
    public int inputs() {
        return 1;
    }

    @Override
    public int outputs() {
        return columns;
    }

    @Override
    public Set<Site> sites() {
        return Set.of();
    }

    @Override
    public void addBlocks(String prefix, ParameterLayout.Builder layout) {
        if (rows > 0) {
            layout.add(prefix + "recurrent", rows, columns, Role.RECURRENT);
        }
    }

    @Override
    public Tape newTape(String prefix, int steps, int sequences, Kernels kernels) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long tapeSize(int steps, int sequences) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void prepare(Parameters theta, Tape tape, Kernels kernels) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forward(Parameters theta, Matrix x, Tape tape, Kernels kernels) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep, Tape tape, Kernels kernels) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void accumulate(float[] weights, Tape tape, Parameters gradient, Kernels kernels) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void accumulateSequence(int sequence, Tape tape, Parameters gradient, Kernels kernels) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot, Tape tape, Kernels kernels) {
        throw new UnsupportedOperationException();
    }
}
