package org.longspan.model;

import org.longspan.model.cell.SignalFlow;
import org.longspan.model.regularizer.BackwardSignals;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;

/** The signals in the buffers of a network, as a regularizer sees them. */
record NetworkSignals(Network network, Buffers buffers, int capacity) implements BackwardSignals {

    @Override
    public int layers() {
        return network.layers();
    }

    @Override
    public ParameterLayout layout() {
        return network.layout();
    }

    @Override
    public Kernels kernels() {
        return network.kernels();
    }

    @Override
    public Matrix[] dhAt(int layer) {
        return buffers.dh[layer].groups(capacity);
    }

    @Override
    public SignalFlow flow(int layer) {
        return buffers.runs[layer]
                .signalFlow()
                .orElseThrow(() -> new IllegalStateException("the signals of layer " + layer
                        + " do not flow through one recurrent map, expected a cell with a signal flow"));
    }
}
