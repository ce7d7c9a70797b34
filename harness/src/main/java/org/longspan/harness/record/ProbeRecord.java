package org.longspan.harness.record;

/**
 * A line of {@code probes.jsonl}: a look of a probe at a trial. Trial, probe and moment together name it.
 *
 * @param trial the trial
 * @param code hash of the code of the trial and of the probe
 * @param look what was found
 */
public record ProbeRecord(TrialId trial, String code, ProbeLook look) {}
