package org.longspan.model;

import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.oracle.Curvature;

/** The memory limit of a network's workspaces, and the number of sequences that fit into one. */
final class WorkspaceSize {

    private static final long GREATEST = Workspace.GREATEST;

    private final Network network;

    WorkspaceSize(Network network) {
        this.network = network;
    }

    /** Returns the bytes of a workspace of that capacity that supports products with {@code curvature}. */
    long bytes(int capacity, Curvature curvature) {
        int steps = network.task().steps();
        long rows = (long) steps * capacity;
        long hidden = network.architecture().hidden();
        long floats = rows * (network.task().inputs() + 4L * network.task().outputs());
        for (int l = 0; l < network.layers(); l++) {
            floats += network.cell(l).runSize(steps, capacity) + 2 * rows * hidden;
        }
        if (curvature instanceof Curvature.Hessian) {
            floats += rows * network.task().outputs();
            for (int l = 0; l < network.layers(); l++) {
                floats += network.secondOrderCell(l).tangentsSize(steps, capacity) + rows * hidden;
            }
        }
        return Float.BYTES * (floats + 2L * network.layout().size());
    }

    /**
     * Returns how many of {@code sequences} fit into one workspace that supports products with {@code curvature}.
     *
     * @throws IllegalArgumentException if not even one fits
     */
    int capacityFor(int sequences, Curvature curvature) {
        long one = bytes(1, curvature);
        long each = bytes(2, curvature) - one;
        long most = 1 + (GREATEST - one) / each;
        if (one > GREATEST) {
            int layers = network.layers();
            throw new IllegalArgumentException("one sequence of "
                    + network.task().steps() + " steps through "
                    + (layers == 1 ? "a layer of " : layers + " layers of ")
                    + network.architecture().hidden() + " units needs " + (one >> 20) + " MiB, expected at most "
                    + (GREATEST >> 20));
        }
        return (int) Math.min(sequences, most);
    }

    /** Requires that a workspace of that capacity stays within the limit. */
    void requireCapacity(int capacity) {
        if (capacity < 1 || bytes(capacity, Curvature.GAUSS_NEWTON) > GREATEST) {
            throw new IllegalArgumentException("a workspace for " + capacity + " sequences, expected from 1 to "
                    + capacityFor(Integer.MAX_VALUE, Curvature.GAUSS_NEWTON));
        }
    }

    /** Requires that a workspace of that capacity has room for products with the Hessian. */
    void requireHessian(int capacity) {
        long size = bytes(capacity, new Curvature.Hessian());
        if (size > GREATEST) {
            throw new IllegalArgumentException("a workspace for " + capacity + " sequences needs " + (size >> 20)
                    + " MiB for products with the Hessian, expected at most " + (GREATEST >> 20) + ": a capacity of "
                    + capacityFor(capacity, new Curvature.Hessian()));
        }
    }

    /**
     * Returns {@code fixed}, the weights that are not trained, which lie outside a workspace but have the same limit.
     */
    static ParameterLayout requireRoom(ParameterLayout fixed) {
        long size = (long) Float.BYTES * fixed.size();
        if (size > GREATEST) {
            throw new IllegalArgumentException(
                    "weights that are not trained need " + (size >> 20) + " MiB, expected at most " + (GREATEST >> 20));
        }
        return fixed;
    }
}
