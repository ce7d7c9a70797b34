package org.longspan.optim;

/** The numbers of one update, overwritten at each; one object a trial. */
public final class StepReport {

    /** The loss where the gradient was taken. */
    public double loss;

    /** ‖g‖ before {@code perUpdate}. */
    public double gradientNorm;

    /** ‖g‖ after {@code perUpdate}, or the norm of the gradient by which a {@link NonFinitePolicy} replaced it. */
    public double clippedNorm;

    /** ‖u‖ of the update added to θ. */
    public double updateNorm;

    /** Whether the step solves a quadratic model; a result then keeps a line for it. */
    public boolean solved;

    /**
     * Inner solver iterations, such as those of conjugate gradient. Only second-order methods set this and what
     * follows.
     */
    public int iterations;

    /** Gradients, losses and curvature products that the step asked of its oracle. */
    public int gradients;

    public int losses;

    public int products;

    /** The damping λ that the step was made with; 0 where there is none. */
    public double damping;

    /** The actual over the predicted reduction of the function; NaN where it was not computed. */
    public double reductionRatio;

    /** The step length that the line search chose; 0 where θ stayed. */
    public double stepLength;
}
