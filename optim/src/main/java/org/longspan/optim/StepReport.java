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
}
