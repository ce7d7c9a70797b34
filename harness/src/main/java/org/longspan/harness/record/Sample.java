package org.longspan.harness.record;

/**
 * A sample of a plan: the only trials that a run of it makes. They are drawn at random, without replacement, from the
 * trials that try settings, in all cells that are not skipped, and none is judged.
 *
 * @param trials number of trials, at least 1
 * @param seed of the draw alone; no trial depends on it
 */
public record Sample(int trials, long seed) {}
