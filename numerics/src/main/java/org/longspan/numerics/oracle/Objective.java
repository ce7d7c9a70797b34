package org.longspan.numerics.oracle;

import org.longspan.numerics.Parameters;

/**
 * Loss and derivatives of one fixed set of sequences as functions of θ. The loss is the mean over the
 * sequences of each sequence's own loss. Asking twice gives the same answer, bit for bit.
 */
public interface Objective {

    /** Returns the number of sequences. */
    int sequences();

    /** Returns the loss at θ. */
    double loss(Parameters theta);

    /**
     * Returns the penalty at θ that {@link #loss} leaves out and that {@link #gradient} and {@link #curvature} carry:
     * their function is loss + penalty. It looks at no sequence and costs nothing.
     */
    default double penalty(Parameters theta) {
        return 0;
    }

    /**
     * Writes the gradient at θ to {@code gradient}, rewritten by {@code seams} on its way, and returns the
     * loss.
     */
    double gradient(Parameters theta, GradientSeams seams, Parameters gradient);

    /**
     * Writes the curvature product at the θ of the last {@link #gradient} to {@code product}.
     *
     * @throws IllegalStateException if no gradient was asked for before
     * @throws UnsupportedOperationException if {@link #supports} is false for {@code curvature}
     */
    void curvature(Parameters direction, Curvature curvature, Parameters product);

    /** Returns whether products with {@code curvature} can be had. */
    boolean supports(Curvature curvature);

    /**
     * Writes the norm of each sequence's own gradient at θ, under the signal transform of {@code seams}.
     *
     * @param norms one element a sequence
     */
    void exampleNorms(Parameters theta, GradientSeams seams, double[] norms);

    /**
     * Returns the mean over sequences of Σ_t D(h_t(θ), h_t(θ+δ)), half the squared distance of the hidden
     * states: what structural damping penalizes.
     */
    double hiddenDivergence(Parameters theta, Parameters delta);

    /** Returns whether forward activations of the last gradient's θ are kept, so that a product costs 3, not 4. */
    boolean keepsTape();
}
