package org.longspan.harness.record;

/**
 * A sample of a plan: the only trials that a run of it makes. They are drawn at random, without replacement, from the
 * trials of the plan's first stage in all cells that are not skipped, and no later stage is run.
 *
 * @param trials number of trials, at least 1
 * @param seed of the draw alone; no trial depends on it
 */
public record Sample(int trials, long seed) {}
