package org.longspan.task;

/**
 * One published form of a family of tasks.
 *
 * @param name as a plan spells it
 * @param summary one or two sentences: inputs, target, what T counts, the solved criterion
 * @param citation the source of these conventions
 * @param shortest the smallest length T that it can have
 */
public record Variant(String name, String summary, String citation, int shortest) {}
