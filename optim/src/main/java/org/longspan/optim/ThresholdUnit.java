package org.longspan.optim;

import java.util.List;
import org.longspan.numerics.Block;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.SequenceForwards;

/**
 * The unit of a relative threshold: the median over {@link #BATCHES} batches of a quantity measured at initialization.
 */
public enum ThresholdUnit {
    /** The scheme has no threshold, or one with its own range. */
    NONE,
    /** ‖g‖. */
    GLOBAL_NORM,
    /** max |gᵢ|. */
    LARGEST_ELEMENT,
    /** The norm of each block, a unit for each. */
    BLOCK_NORM,
    /** The largest root mean square of a block. */
    BLOCK_RMS,
    /** The largest norm of a row of the back-propagated signal over t, at the scheme's site. */
    SIGNAL_ROW_NORM,
    /** The norm of one sequence's gradient. */
    EXAMPLE_NORM,
    /** The number T of time steps, which needs no measurement. */
    TIME_STEPS;

    /** Number of batches whose measurements a unit is the median of. */
    public static final int BATCHES = 100;

    /** Returns how many units a gradient of {@code layout} has. */
    public int count(ParameterLayout layout) {
        return this == BLOCK_NORM ? layout.blocks().size() : 1;
    }

    /** Returns the cost of the measurement on batches of {@code batch}, in sequence-forwards. */
    public long cost(int batch) {
        return this == NONE || this == TIME_STEPS ? 0 : (long) SequenceForwards.GRADIENT * BATCHES * batch;
    }

    /**
     * Returns this measurement of one gradient, {@link #count} numbers; 1 for {@link #NONE}.
     *
     * @throws IllegalStateException for {@link #SIGNAL_ROW_NORM}, {@link #EXAMPLE_NORM} and {@link #TIME_STEPS}, which
     *     a gradient alone does not show
     */
    public double[] measure(Parameters gradient, Kernels kernels) {
        return switch (this) {
            case NONE -> new double[] {1};
            case GLOBAL_NORM -> new double[] {kernels.reductions().norm(gradient)};
            case LARGEST_ELEMENT -> new double[] {kernels.reductions().maxAbs(gradient.data(), 0, gradient.size())};
            case BLOCK_NORM -> blockNorms(gradient, kernels);
            case BLOCK_RMS -> new double[] {largestRms(gradient, kernels)};
            case SIGNAL_ROW_NORM ->
                throw new IllegalStateException(
                        "the norm of a signal's row is measured by a SignalProbe, inside back-propagation");
            case EXAMPLE_NORM ->
                throw new IllegalStateException(
                        "the norm of a sequence's gradient is measured by Objective.exampleNorms");
            case TIME_STEPS -> throw new IllegalStateException("the number of time steps is known to the network");
        };
    }

    private static double largestRms(Parameters gradient, Kernels kernels) {
        double largest = 0;
        double[] norms = blockNorms(gradient, kernels);
        for (int b = 0; b < norms.length; b++) {
            double rms = norms[b] / Math.sqrt(gradient.layout().blocks().get(b).size());
            largest = Math.max(largest, rms); // NaN stays NaN
        }
        return largest;
    }

    private static double[] blockNorms(Parameters gradient, Kernels kernels) {
        List<Block> blocks = gradient.layout().blocks();
        double[] norms = new double[blocks.size()];
        for (int b = 0; b < norms.length; b++) {
            Block block = blocks.get(b);
            norms[b] = Math.sqrt(kernels.reductions().sumOfSquares(gradient.data(), block.offset(), block.size()));
        }
        return norms;
    }
}
