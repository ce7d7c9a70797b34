package org.longspan.harness.record;

import java.util.List;

/**
 * The jars from outside that the trials of a run need; circumstances, as their content is part of the code.
 *
 * @param taskJars absolute paths of the jars with tasks
 * @param methodJars absolute paths of the jars with methods
 */
public record PlugInJars(List<String> taskJars, List<String> methodJars) {

    /** No jars. */
    public static final PlugInJars NONE = new PlugInJars(List.of(), List.of());

    public PlugInJars {
        taskJars = List.copyOf(taskJars);
        methodJars = List.copyOf(methodJars);
    }
}
