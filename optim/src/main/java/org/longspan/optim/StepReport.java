package org.longspan.optim;

/** The numbers of one update, overwritten at each; one object a trial. */
public final class StepReport {

    /** The loss where the gradient was taken. */
    public double loss;

    /** ‖g‖ before {@code perUpdate}. */
    public double gradientNorm;

    /** ‖g‖ after {@code perUpdate}, or of what a {@link NonFinitePolicy} put in its place. */
    public double clippedNorm;

    /** ‖u‖ of the update added to θ. */
    public double updateNorm;

    /** Whether the step was solved for in a quadratic model, so that it is worth a line of its own in a result. */
    public boolean solved;

    /** Iterations of what finds the step, such as conjugate gradient; from here on set by second-order methods alone. */
    public int iterations;

    /** Gradients, losses and products with the curvature that the step asked its oracle for. */
    public int gradients;

    public int losses;

    public int products;

    /** The damping λ that the step was made with; 0 where there is none. */
    public double damping;

    /** What the function fell by, over what its quadratic model promised; NaN where nobody asked. */
    public double reductionRatio;

    /** The factor on the direction that the line search settled on; 0 where θ stayed. */
    public double stepLength;
}
