package org.longspan.harness.run;

import java.util.Optional;
import org.longspan.harness.record.DivergenceRules;
import org.longspan.harness.record.Outcome;
import org.longspan.model.Evaluation;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.optim.NonFinitePolicy;
import org.longspan.optim.StepReport;

/** Detects the divergence of a trial. */
final class DivergenceWatch {

    private final DivergenceRules rules;
    private final NonFinitePolicy policy;
    private final double farOff;
    private int farOffInARow;

    /**
     * Creates the watch of a trial.
     *
     * @param policy for gradients that are not finite
     * @param chance the task's loss at chance
     */
    DivergenceWatch(DivergenceRules rules, NonFinitePolicy policy, double chance) {
        this.rules = rules;
        this.policy = policy;
        this.farOff = rules.chanceMultiple() * chance;
    }

    NonFinitePolicy policy() {
        return policy;
    }

    /** Returns why the trial has diverged at this update, or null. Allocates nothing. */
    Outcome.Cause afterUpdate(StepReport report, Parameters theta, Kernels kernels) {
        if (policy.endsRun(report.gradientNorm)) {
            return Outcome.Cause.GRADIENT_NOT_FINITE;
        }
        boolean finite = Double.isFinite(kernels.reductions().sumOfSquares(theta.data(), 0, theta.size()));
        return finite ? null : Outcome.Cause.WEIGHTS_NOT_FINITE;
    }

    /** Returns why the trial has diverged at this look; empty if it has not. */
    Optional<Outcome.Cause> afterEvaluation(Evaluation evaluation) {
        boolean near = evaluation.loss() <= farOff; // NaN is not
        farOffInARow = near ? 0 : farOffInARow + 1;
        return farOffInARow >= rules.farOffInARow() ? Optional.of(Outcome.Cause.FAR_OFF) : Optional.empty();
    }
}
