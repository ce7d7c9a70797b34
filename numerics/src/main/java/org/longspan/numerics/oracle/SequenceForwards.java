package org.longspan.numerics.oracle;

/**
 * Costs in sequence-forwards: multiples of one forward pass over one sequence. A backward pass costs two, because it
 * computes two products for each of the forward pass.
 */
public final class SequenceForwards {

    /** Cost of a loss. */
    public static final int LOSS = 1;

    /** Cost of a gradient. */
    public static final int GRADIENT = 3;

    /**
     * Cost of each sequence's own gradient norm beside a gradient: the weight gradient of each sequence by itself, which
     * is one of the two products of a backward pass.
     */
    public static final int EXAMPLE_NORMS = 1;

    /** Cost of a Gauss-Newton product when the tape of the forward pass is kept. */
    public static final int PRODUCT_WITH_TAPE = 3;

    /** Cost of a Gauss-Newton product when the forward pass must be repeated. */
    public static final int PRODUCT_WITHOUT_TAPE = 4;

    /** Cost of a Hessian product. */
    public static final int HESSIAN_PRODUCT = 6;

    private SequenceForwards() {}
}
