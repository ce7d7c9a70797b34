package org.longspan.numerics.oracle;

/** The curvature matrix of a product. */
public sealed interface Curvature {

    /**
     * The Gauss-Newton matrix Jᵀ L″ J of the matching loss.
     *
     * @param hiddenDamping λμ of structural damping on the hidden states, 0 for none
     */
    record GaussNewton(double hiddenDamping) implements Curvature {
        public GaussNewton {
            if (!(hiddenDamping >= 0) || Double.isInfinite(hiddenDamping)) {
                throw new IllegalArgumentException("hidden damping " + hiddenDamping + ", expected a number from 0 on");
            }
        }
    }

    /** The Hessian itself. */
    record Hessian() implements Curvature {}

    /** Gauss-Newton without structural damping. */
    Curvature GAUSS_NEWTON = new GaussNewton(0);
}
