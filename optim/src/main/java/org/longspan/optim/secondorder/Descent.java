package org.longspan.optim.secondorder;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.oracle.Objective;
import org.longspan.numerics.oracle.Oracle;
import org.longspan.optim.Floor;
import org.longspan.optim.Memory;
import org.longspan.optim.Step;
import org.longspan.optim.StepReport;

/**
 * The state of one second-order step, reset at each and kept in the scratch of a trial's memory. All objectives are
 * evaluated here and counted in the report. The function f to be minimized is loss + penalty.
 */
final class Descent {

    /** g at θ, of loss and penalty. */
    final Parameters gradient;

    /** g after clipping. */
    final Parameters clipped;

    private final Parameters moved;
    private Oracle oracle;
    private Parameters theta;
    private Memory memory;
    private Step step;
    private StepReport report;
    private Objective objective;
    private double value;

    Descent(Memory memory) {
        this.gradient = new Parameters(memory.layout());
        this.clipped = new Parameters(memory.layout());
        this.moved = new Parameters(memory.layout());
    }

    /** Resets this and the report to the beginning of a step. */
    void begin(Oracle oracle, Parameters theta, Memory memory, Step step, StepReport report) {
        this.oracle = oracle;
        this.theta = theta;
        this.memory = memory;
        this.step = step;
        this.report = report;
        report.updateNorm = 0;
        report.solved = false;
        report.iterations = 0;
        report.gradients = 0;
        report.losses = 0;
        report.products = 0;
        report.damping = 0;
        report.reductionRatio = Double.NaN;
        report.stepLength = 0;
    }

    /** Takes the gradient of {@code objective} at θ and returns the loss. */
    double gradient(Objective objective, GradientSeams seams) {
        this.objective = objective;
        report.gradients++;
        double loss = objective.gradient(theta, seams, gradient);
        value = loss + objective.penalty(theta);
        return loss;
    }

    Oracle oracle() {
        return oracle;
    }

    Memory memory() {
        return memory;
    }

    Step step() {
        return step;
    }

    Kernels kernels() {
        return step.kernels();
    }

    StepReport report() {
        return report;
    }

    /** Returns the objective that the gradient was taken of. */
    Objective objective() {
        return objective;
    }

    /** Returns f(θ) over the sequences of the gradient. */
    double value() {
        return value;
    }

    /** Returns ⟨g, v⟩, the slope of f along v. */
    double slope(Parameters v) {
        return dot(gradient, v);
    }

    double dot(Parameters a, Parameters b) {
        return kernels().reductions().dot(a.data(), 0, b.data(), 0, a.size());
    }

    /** Returns f(θ) over the sequences of {@code where}. */
    double value(Objective where) {
        report.losses++;
        return where.loss(theta) + where.penalty(theta);
    }

    /** Returns f(θ + α v) over the sequences of {@code where}. */
    double value(Objective where, double alpha, Parameters v) {
        report.losses++;
        Parameters there = moved(alpha, v);
        return where.loss(there) + where.penalty(there);
    }

    /** Writes the gradient at θ over the sequences of {@code where} to {@code out} and returns f(θ) there. */
    double gradient(Objective where, Parameters out) {
        report.gradients++;
        return where.gradient(theta, GradientSeams.NONE, out) + where.penalty(theta);
    }

    /** Writes the gradient at θ + α v, over the sequences of the step's gradient, and returns f there. */
    double gradient(double alpha, Parameters v, Parameters out) {
        report.gradients++;
        Parameters there = moved(alpha, v);
        return objective.gradient(there, GradientSeams.NONE, out) + objective.penalty(there);
    }

    /** Moves θ by the update u = α v: the only line that moves θ. */
    void move(double alpha, Parameters v) {
        Parameters update = moved;
        update.zero();
        update.addScaled((float) alpha, v);
        Floor.applyToFirst(update.data(), 0, update.size(), kernels());
        theta.add(update);
        report.stepLength = alpha;
        report.updateNorm = kernels().reductions().norm(update);
    }

    private Parameters moved(double alpha, Parameters v) {
        moved.copyFrom(theta);
        moved.addScaled((float) alpha, v);
        return moved;
    }
}
