package org.longspan.model;

import org.longspan.model.regularizer.BackwardSignals;
import org.longspan.numerics.Parameters;
import org.longspan.task.Batch;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;

/**
 * The memory of all passes of a network over chunks of sequences: a batch, the runs of its layers, their signals. One
 * thread uses it at a time. Objectives may share it: a {@link TapeOwner} tells each whether its own activations are
 * still there.
 */
public final class Workspace {

    /** The most bytes that a workspace may hold. */
    public static final long GREATEST = 256L << 20;

    private final Network network;
    private final int capacity;
    private final CachedBatch batch;
    private final Buffers buffers;
    private final TapeOwner owner = new TapeOwner();
    private TangentBuffers tangents;
    private SecondTangentBuffers secondTangents;
    private Parameters single;

    Workspace(Network network, int capacity) {
        this.network = network;
        this.capacity = capacity;
        this.batch = new CachedBatch(network.task(), capacity);
        this.buffers = new Buffers(network, capacity);
    }

    /** Returns the most sequences of a chunk. */
    public int capacity() {
        return capacity;
    }

    /** Returns {@code count} sequences from number {@code from} on. They stay valid until the next call. */
    Batch fill(SequenceTask task, Split split, long seed, long from, int count) {
        if (!batch.holds(task, split, seed, from, count)) {
            owner.ownActivations(null);
        }
        return batch.fill(task, split, seed, from, count);
    }

    /** Returns the record of who owns the activations and signals in the buffers. */
    TapeOwner owner() {
        return owner;
    }

    /** Returns the buffers of forward and backward passes. */
    Buffers buffers() {
        return buffers;
    }

    /** Returns the signals of the last backward pass, as a regularizer sees them. */
    BackwardSignals signals() {
        return new NetworkSignals(network, buffers, capacity);
    }

    /** Returns the buffers of tangents, allocated by the first call. */
    TangentBuffers tangents() {
        if (tangents == null) {
            tangents = new TangentBuffers(network, capacity);
        }
        return tangents;
    }

    /**
     * Returns the buffers of the tangents of signals, allocated by the first call.
     *
     * @throws IllegalArgumentException if this workspace would then hold more than {@link #GREATEST} bytes
     */
    SecondTangentBuffers secondTangents() {
        if (secondTangents == null) {
            new WorkspaceSize(network).requireHessian(capacity);
            secondTangents = new SecondTangentBuffers(network, capacity, buffers.runs);
        }
        return secondTangents;
    }

    /** Returns a vector for the gradient of a single sequence, allocated by the first call. */
    Parameters single() {
        if (single == null) {
            single = new Parameters(network.layout());
        }
        return single;
    }
}
