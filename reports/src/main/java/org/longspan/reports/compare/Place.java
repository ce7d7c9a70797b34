package org.longspan.reports.compare;

import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;

/**
 * A problem that runs may share: equal in everything that it is set to, whatever a run calls it.
 *
 * @param model the network
 * @param task the task and its length
 */
public record Place(ModelChoice model, TaskChoice task) {

    static Place of(Trial trial) {
        return new Place(trial.model(), trial.task());
    }
}
