package org.longspan.harness.plugin;

/**
 * One task or method from a jar.
 *
 * @param name its kind and name, such as {@code task parrot}
 * @param place the jar, as {@link PlugIns#place} names it
 */
public record PlugIn(String name, String place) {}
