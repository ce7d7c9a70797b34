package org.longspan.reports.summary;

import org.longspan.harness.record.Manifest.TaskEntry;

/**
 * What an arm is set to: a model on a task of one length.
 *
 * @param model its short name, unique in the run
 * @param task its name, which it shares with the same task of other lengths only
 * @param entry the task
 */
public record Problem(String model, String task, TaskEntry entry) {

    /** Returns the length T. */
    public int length() {
        return entry.task().length();
    }

    /** Returns the task and its length in words. */
    public String on() {
        return task + ", T = " + length();
    }

    @Override
    public String toString() {
        return model + ", " + on();
    }
}
