package org.longspan.harness.status;

import org.longspan.harness.estimate.TrialKind;
import org.longspan.harness.record.ProblemChoice;
import org.longspan.harness.record.Trial;

/**
 * An arm on a problem, which the plan runs in blocks.
 *
 * @param problem network and task
 * @param optimizer its name
 * @param clipping its name
 * @param schedule name of the schedule of the learning rate
 * @param policy name of the policy for gradients that are not finite
 */
record ArmOfProblem(ProblemChoice problem, String optimizer, String clipping, String schedule, String policy) {

    static ArmOfProblem of(Trial trial) {
        return new ArmOfProblem(
                new ProblemChoice(trial.task(), trial.model()),
                trial.optimizer().name(),
                trial.clipping().name(),
                trial.schedule().name(),
                trial.nonFiniteGradient().name());
    }

    TrialKind kind() {
        return new TrialKind(problem, optimizer);
    }
}
