package org.longspan.harness.record;

/**
 * A look of a probe at a training run.
 *
 * @param probe name of the probe
 * @param moment as the plan calls it: a number of updates, {@link ProbeChoice#SOLVED} or {@link ProbeChoice#END}
 * @param updates number of updates made until then; of the whole run if the moment never came
 * @param finding what it found
 * @param seconds wall time of the look, a circumstance
 */
public record ProbeLook(String probe, String moment, long updates, ProbeFinding finding, double seconds) {}
