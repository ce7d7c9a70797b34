package org.longspan.optim;

import org.longspan.numerics.Parameters;

/**
 * What stands between a gradient and the method: the policy sees the gradient as it is, then the clipping rewrites it.
 *
 * @param clipping of finite gradients
 * @param policy for gradients that are not finite
 */
public record Guard(Clipping clipping, NonFinitePolicy policy) {

    /**
     * Clips {@code gradient}, or overwrites it with the policy's own, for a method that accepts any direction.
     *
     * @param report receives ‖g‖ before and after
     * @return whether a step is made; if not, the gradient is unchanged
     */
    public boolean clipOrReplace(Parameters gradient, Parameters theta, Memory memory, Step step, StepReport report) {
        double norm = measure(gradient, step, report);
        if (policy.holdsStill(norm)) {
            return false;
        }
        if (policy.replaces(norm)) {
            policy.replace(gradient, theta, step);
            report.clippedNorm = step.kernels().reductions().norm(gradient);
            return true;
        }
        clip(gradient, theta, memory, step, report);
        return true;
    }

    /**
     * Clips {@code gradient}, for a method that needs the objective's own gradient: where the policy would replace it,
     * no step is made.
     *
     * @param report receives ‖g‖ before and after
     * @return whether a step is made; if not, the gradient is unchanged
     */
    public boolean clipOrHold(Parameters gradient, Parameters theta, Memory memory, Step step, StepReport report) {
        double norm = measure(gradient, step, report);
        if (policy.holdsStill(norm) || policy.replaces(norm)) {
            return false;
        }
        clip(gradient, theta, memory, step, report);
        return true;
    }

    private static double measure(Parameters gradient, Step step, StepReport report) {
        double norm = step.kernels().reductions().norm(gradient);
        report.gradientNorm = norm;
        report.clippedNorm = norm;
        return norm;
    }

    private void clip(Parameters gradient, Parameters theta, Memory memory, Step step, StepReport report) {
        if (clipping.perUpdate() != Clipping.IDENTITY) {
            clipping.perUpdate().apply(gradient, theta, memory, step);
            report.clippedNorm = step.kernels().reductions().norm(gradient);
        }
    }
}
