package org.longspan.optim;

/** What an optimizer may need beyond a gradient; an arm whose model cannot provide it is skipped with the reason. */
public enum Need {
    /** Products with the Gauss-Newton matrix. */
    GAUSS_NEWTON,
    /** Products with the Hessian. */
    HESSIAN,
    /**
     * A gradient of loss + penalty: the method compares values of that function and relies on its symmetric curvature.
     */
    POTENTIAL
}
