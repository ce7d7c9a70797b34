package org.longspan.harness.record.claim;

import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;

/**
 * Where a run stands on every axis of its plan.
 *
 * @param model the network
 * @param task the task of one length
 * @param optimizer its name, as are the names of the other methods
 */
public record Cell(
        ModelChoice model, TaskChoice task, String optimizer, String clipping, String schedule, String policy) {

    /** Returns the cell of {@code trial}. */
    public static Cell of(Trial trial) {
        return new Cell(
                trial.model(),
                trial.task(),
                trial.optimizer().name(),
                trial.clipping().name(),
                trial.schedule().name(),
                trial.nonFiniteGradient().name());
    }

    /** Returns its place on {@code axis}; places are equal where the runs do not differ in it. */
    public Object on(Axis axis) {
        return switch (axis) {
            case MODEL -> model;
            case TASK -> new TaskChoice(task.family(), task.variant(), 0, task.settings(), task.files());
            case LENGTH -> task.length();
            case OPTIMIZER -> optimizer;
            case CLIPPING -> clipping;
            case SCHEDULE -> schedule;
            case POLICY -> policy;
        };
    }

    /** Returns the name of its place on {@code axis}: a cell's for a model, a family's for a task. */
    public String name(Axis axis) {
        return switch (axis) {
            case MODEL -> model.cell().name();
            case TASK -> task.family();
            case LENGTH -> Integer.toString(task.length());
            default -> (String) on(axis);
        };
    }
}
