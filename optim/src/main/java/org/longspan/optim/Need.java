package org.longspan.optim;

/** What an optimizer may need beyond a gradient; where it cannot be had, the arm is skipped with the reason. */
public enum Need {
    /** Products with the Gauss-Newton matrix. */
    GAUSS_NEWTON,
    /** Products with the Hessian. */
    HESSIAN,
    /** That the gradient is that of loss + penalty: values of this function are compared, its curvature is symmetric. */
    POTENTIAL
}
