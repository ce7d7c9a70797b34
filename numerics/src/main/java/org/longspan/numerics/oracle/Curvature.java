package org.longspan.numerics.oracle;

/** The curvature matrix of a product. */
public sealed interface Curvature {

    /**
     * The Gauss-Newton matrix Jᵀ L″ J of the matching loss.
     *
     * @param hiddenDamping λμ of structural damping on the hidden states, 0 for none
     * @param divergence which divergence of hidden states it damps
     */
    record GaussNewton(double hiddenDamping, Divergence divergence) implements Curvature {

        /** Creates the matrix with the matching divergence. */
        public GaussNewton(double hiddenDamping) {
            this(hiddenDamping, Divergence.MATCHING);
        }

        public GaussNewton {
            if (!(hiddenDamping >= 0) || Double.isInfinite(hiddenDamping)) {
                throw new IllegalArgumentException("hidden damping " + hiddenDamping + ", expected a number from 0 on");
            }
        }
    }

    /**
     * A divergence D of two hidden states, 0 where they are equal. D″ of both forms is the same where pre-activations are
     * zero.
     */
    enum Divergence {
        /** The loss that matches a unit: D″ in the pre-activation is ¼(1 − h²) of tanh, h(1 − h) of logistic units. */
        MATCHING,
        /** The squared distance times a constant, with which D″ is that of MATCHING in the middle of the range. */
        SQUARED
    }

    /** The Hessian itself. */
    record Hessian() implements Curvature {}

    /** Gauss-Newton without structural damping. */
    Curvature GAUSS_NEWTON = new GaussNewton(0);
}
