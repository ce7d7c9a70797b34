package org.longspan.harness.run;

import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Trial;
import org.longspan.optim.Clipping;
import org.longspan.optim.NonFinitePolicy;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Schedule;

/** The instances of a trial's optimization methods, not shared with other trials. */
public record TrialMethods(Optimizer optimizer, Clipping clipping, Schedule schedule, NonFinitePolicy policy) {

    /**
     * Creates the methods of {@code trial}.
     *
     * @param units of the clipping's threshold
     */
    static TrialMethods of(Trial trial, MethodCatalogue methods, double... units) {
        return new TrialMethods(
                methods.optimizers().create(trial.optimizer()),
                methods.clippings().create(trial.clipping()).at(units),
                methods.schedules().create(trial.schedule()),
                methods.policies().create(trial.nonFiniteGradient()));
    }
}
