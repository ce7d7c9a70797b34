package org.longspan.harness.run;

import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Trial;
import org.longspan.optim.Clipping;
import org.longspan.optim.NonFinitePolicy;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Schedule;

/** The methods of optimization that a trial names, made for it alone. */
record TrialMethods(Optimizer optimizer, Clipping clipping, Schedule schedule, NonFinitePolicy policy) {

    /**
     * Makes those of {@code trial}.
     *
     * @param units of the clipping's threshold
     */
    static TrialMethods of(Trial trial, MethodCatalogue methods, double... units) {
        return new TrialMethods(
                methods.optimizers().create(trial.optimizer()),
                methods.clippings().create(trial.clipping()).at(units),
                methods.schedules().create(trial.schedule()),
                methods.policies().create(trial.divergence().nonFiniteGradient()));
    }
}
