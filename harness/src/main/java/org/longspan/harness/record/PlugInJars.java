package org.longspan.harness.record;

import java.util.List;

/**
 * The jars from outside that the trials of a run need; circumstances, as their content is part of the code.
 *
 * @param tasks absolute paths of the jars with tasks
 * @param methods absolute paths of the jars with methods
 */
public record PlugInJars(List<String> tasks, List<String> methods) {

    /** No jars. */
    public static final PlugInJars NONE = new PlugInJars(List.of(), List.of());

    public PlugInJars {
        tasks = List.copyOf(tasks);
        methods = List.copyOf(methods);
    }
}
