package org.longspan.numerics.oracle;

import org.longspan.numerics.Parameters;

/**
 * Loss and derivatives of one fixed set of sequences as functions of θ. The loss is the mean of the sequences' own
 * losses. Repeated calls give equal results, bit for bit.
 */
public interface Objective {

    /** Returns the number of sequences. */
    int sequences();

    /** Returns the loss at θ. */
    double loss(Parameters theta);

    /**
     * Returns the penalty at θ. {@link #loss} excludes it; {@link #gradient} and {@link #curvature} include it. It
     * needs no sequence and costs nothing.
     */
    default double penalty(Parameters theta) {
        return 0;
    }

    /** Writes the gradient at θ to {@code gradient}, modified by {@code seams}, and returns the loss. */
    double gradient(Parameters theta, GradientSeams seams, Parameters gradient);

    /**
     * Writes the curvature product at the θ of the last {@link #gradient} to {@code product}.
     *
     * @throws IllegalStateException if {@link #gradient} has not been called
     * @throws UnsupportedOperationException if {@link #supports} is false for {@code curvature}
     */
    void curvature(Parameters direction, Curvature curvature, Parameters product);

    /** Returns whether {@link #curvature} supports this matrix. */
    boolean supports(Curvature curvature);

    /**
     * Writes the norm of each sequence's own gradient at θ, under the signal transform of {@code seams}.
     *
     * @param norms one element per sequence
     */
    void exampleNorms(Parameters theta, GradientSeams seams, double[] norms);

    /**
     * Returns the mean over sequences of Σ_t D(h_t(θ), h_t(θ+δ)) up to a sequence's last read-out, where D is half the
     * squared distance of the hidden states.
     */
    double hiddenDivergence(Parameters theta, Parameters delta);

    /** Returns whether the activations of the last gradient are kept, so that a product costs 3 instead of 4. */
    boolean keepsTape();
}
