package org.longspan.model;

import org.longspan.model.cell.RecurrentCell;
import org.longspan.model.cell.SecondOrderCell;
import org.longspan.model.cell.StepViews;
import org.longspan.model.readout.LinearReadOut;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.task.Batch;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;

/**
 * All scratch memory of the passes over one chunk of sequences: the batch, the tapes, the signals. One thread uses
 * it at a time; objectives may share it, and each finds out whether what lies here is still its own.
 */
public final class Workspace {

    /** The most bytes that one may hold. */
    public static final long GREATEST = 256L << 20;

    public final BatchBuffer batch;
    final Matrix x; // (T·B, I)
    public final RecurrentCell.Tape[] tapes; // L
    public final Matrix[] dh; // L of (T·B, H)
    final Matrix[] hAt; // T of (B, H), top layer
    final Matrix[] dhAt; // T of (B, H), top layer
    final Matrix[] yAt; // T of (B, O)
    final Matrix[] dyAt; // T of (B, O)
    final Matrix[] hOf; // B of (T, H), top layer
    final Matrix[] dyOf; // B of (T, O)
    final LinearReadOut.Scratch readOut;
    final double[] losses; // (B)
    final double[] norms; // (B)
    final float[] weights; // (B)

    private final Network network;
    private final int capacity;
    private SequenceTask filledBy;
    private Split filledSplit;
    private long filledSeed;
    private long filledFrom;
    private Object tapeOwner;
    private Object signalOwner;
    private Tangents tangents;
    private SecondTangents secondTangents;
    private Parameters single;

    Workspace(Network network, int capacity) {
        int steps = network.task().steps();
        int rows = steps * capacity;
        int hidden = network.architecture().hidden();
        int outputs = network.task().outputs();
        this.network = network;
        this.capacity = capacity;
        this.batch = new BatchBuffer(network.task(), capacity);
        this.x = new Matrix(batch.inputs(), 0, rows, batch.inputWidth(), batch.inputWidth());
        this.tapes = new RecurrentCell.Tape[network.layers()];
        this.dh = new Matrix[network.layers()];
        for (int l = 0; l < tapes.length; l++) {
            tapes[l] = network.cell(l).newTape(Network.prefix(l), steps, capacity, network.kernels());
            dh[l] = Matrix.zeros(rows, hidden);
        }
        Matrix top = tapes[tapes.length - 1].outputs();
        Matrix dy = Matrix.zeros(rows, outputs);
        this.hAt = top.groups(capacity);
        this.dhAt = dh[dh.length - 1].groups(capacity);
        this.yAt = Matrix.zeros(rows, outputs).groups(capacity);
        this.dyAt = dy.groups(capacity);
        this.hOf = StepViews.bySequence(top, 0, steps, capacity);
        this.dyOf = StepViews.bySequence(dy, 0, steps, capacity);
        this.readOut = new LinearReadOut.Scratch(network.readOut(), network.kernels());
        this.losses = new double[capacity];
        this.norms = new double[capacity];
        this.weights = new float[capacity];
    }

    /** Returns the bytes that a workspace of that capacity holds once products with {@code curvature} were asked for. */
    static long size(Network network, int capacity, Curvature curvature) {
        int steps = network.task().steps();
        long rows = (long) steps * capacity;
        long hidden = network.architecture().hidden();
        long floats = rows * (network.task().inputs() + 4L * network.task().outputs());
        for (int l = 0; l < network.layers(); l++) {
            floats += network.cell(l).tapeSize(steps, capacity) + 2 * rows * hidden;
        }
        if (curvature instanceof Curvature.Hessian) {
            floats += rows * network.task().outputs();
            for (int l = 0; l < network.layers(); l++) {
                floats += network.secondOrderCell(l).tangentTapeSize(steps, capacity) + rows * hidden;
            }
        }
        return Float.BYTES * (floats + 2L * network.layout().size());
    }

    /** Returns {@code fixed}, weights that lie outside of a workspace and are held to the same measure. */
    static ParameterLayout requireRoom(ParameterLayout fixed) {
        long size = (long) Float.BYTES * fixed.size();
        if (size > GREATEST) {
            throw new IllegalArgumentException(
                    "weights that are not trained need " + (size >> 20) + " MiB, expected at most " + (GREATEST >> 20));
        }
        return fixed;
    }

    /** Returns how many sequences there is room for. */
    public int capacity() {
        return capacity;
    }

    /** Returns the sequences that were filled in last. */
    public Batch batch() {
        return batch;
    }

    /** Fills the batch with {@code count} sequences, unless they lie there already. */
    void fill(SequenceTask task, Split split, long seed, long from, int count) {
        boolean there = filledBy == task
                && filledSplit == split
                && filledSeed == seed
                && filledFrom == from
                && batch.sequences() == count;
        if (there) {
            return;
        }
        filledBy = null;
        tapeOwner = null;
        batch.fill(task, split, seed, from, count);
        filledBy = task;
        filledSplit = split;
        filledSeed = seed;
        filledFrom = from;
    }

    /** Notes whose forward activations lie on the tapes, or with null that they are nobody's to reuse. */
    void ownTape(Object owner) {
        tapeOwner = owner;
        signalOwner = null;
    }

    /** Returns whether the forward activations on the tapes are those of {@code owner}. */
    boolean isTapeOf(Object owner) {
        return tapeOwner == owner;
    }

    /**
     * Notes whose back-propagated signals lie here and on the tapes, as no seam rewrote them, or with null that they are
     * nobody's to reuse.
     */
    void ownSignals(Object owner) {
        signalOwner = owner;
    }

    /** Returns whether activations and signals are those of {@code owner}. */
    boolean holdsSignalsOf(Object owner) {
        return tapeOwner == owner && signalOwner == owner;
    }

    /** Returns the buffers of tangents, allocated when first asked for. */
    Tangents tangents() {
        if (tangents == null) {
            tangents = new Tangents(network, capacity);
        }
        return tangents;
    }

    /**
     * Returns the buffers of the tangents of signals, allocated when first asked for.
     *
     * @throws IllegalArgumentException if with them this would hold more than {@link #GREATEST} bytes
     */
    SecondTangents secondTangents() {
        if (secondTangents == null) {
            long size = size(network, capacity, new Curvature.Hessian());
            if (size > GREATEST) {
                throw new IllegalArgumentException("a workspace for " + capacity + " sequences needs " + (size >> 20)
                        + " MiB for products with the Hessian, expected at most " + (GREATEST >> 20)
                        + ": a capacity of "
                        + network.capacityFor(capacity, new Curvature.Hessian()));
            }
            secondTangents = new SecondTangents(network, capacity, tapes);
        }
        return secondTangents;
    }

    /** Returns a vector for the gradient of a single sequence, allocated when first asked for. */
    Parameters single() {
        if (single == null) {
            single = new Parameters(network.layout());
        }
        return single;
    }

    /** What only curvature products need. */
    static final class Tangents {

        final Matrix[] hDot; // L of (T·B, H)
        final Matrix[] hDotAt; // T of (B, H), top layer
        final Matrix yDot; // (B, O)

        Tangents(Network network, int capacity) {
            this.hDot = new Matrix[network.layers()];
            for (int l = 0; l < hDot.length; l++) {
                hDot[l] = Matrix.zeros(
                        network.task().steps() * capacity,
                        network.architecture().hidden());
            }
            this.hDotAt = hDot[hDot.length - 1].groups(capacity);
            this.yDot = Matrix.zeros(capacity, network.task().outputs());
        }
    }

    /** What only products with the Hessian need, beside {@link Tangents}. */
    static final class SecondTangents {

        final SecondOrderCell.TangentTape[] tapes; // L
        final Matrix[] dhDot; // L of (T·B, H)
        final Matrix[] dhDotAt; // T of (B, H), top layer
        final Matrix[] dyDotAt; // T of (B, O)

        SecondTangents(Network network, int capacity, RecurrentCell.Tape[] tapes) {
            int rows = network.task().steps() * capacity;
            this.tapes = new SecondOrderCell.TangentTape[tapes.length];
            this.dhDot = new Matrix[tapes.length];
            for (int l = 0; l < tapes.length; l++) {
                this.tapes[l] = network.secondOrderCell(l).newTangentTape(tapes[l], network.kernels());
                dhDot[l] = Matrix.zeros(rows, network.architecture().hidden());
            }
            this.dhDotAt = dhDot[tapes.length - 1].groups(capacity);
            this.dyDotAt = Matrix.zeros(rows, network.task().outputs()).groups(capacity);
        }
    }
}
