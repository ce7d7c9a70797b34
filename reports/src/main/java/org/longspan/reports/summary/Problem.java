package org.longspan.reports.summary;

import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.TaskChoice;

/**
 * What an arm is set to: a model on a task of one length.
 *
 * @param model its short name, unique in the run
 * @param entry the task
 */
public record Problem(String model, TaskEntry entry) {

    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{8}");

    /** Returns family and variant, {@code adding/sum}, and of a task over files the beginning of their hashes. */
    public String task() {
        return taskName(entry);
    }

    /** Returns the length T. */
    public int length() {
        return entry.task().length();
    }

    /** Returns the name of a task, whatever its length. */
    public static String taskName(TaskEntry entry) {
        return taskName(entry.task());
    }

    /** Two files under one variant are two tasks; where they lie is not known here, what they hold is. */
    public static String taskName(TaskChoice task) {
        String name = task.family() + "/" + task.variant();
        String hashes = new TreeMap<>(task.files())
                .values().stream().map(Problem::brief).collect(Collectors.joining("-"));
        return hashes.isEmpty() ? name : name + "/" + hashes;
    }

    private static String brief(String content) {
        Matcher hash = HASH.matcher(content);
        return hash.find() ? hash.group() : Integer.toHexString(content.hashCode());
    }

    @Override
    public String toString() {
        return model + ", " + task() + ", T = " + length();
    }
}
