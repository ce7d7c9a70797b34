package org.longspan.reports.summary;

import org.longspan.harness.record.Manifest.TaskEntry;

/**
 * What an arm is set to: a model on a task of one length.
 *
 * @param model its short name, unique in the run
 * @param entry the task
 */
public record Problem(String model, TaskEntry entry) {

    /** Returns family and variant, {@code adding/sum}. */
    public String task() {
        return taskName(entry);
    }

    /** Returns the length T. */
    public int length() {
        return entry.task().length();
    }

    /** Returns family and variant of {@code entry}. */
    public static String taskName(TaskEntry entry) {
        return entry.task().family() + "/" + entry.task().variant();
    }

    @Override
    public String toString() {
        return model + ", " + task() + ", T = " + length();
    }
}
