package org.longspan.harness.record;

/**
 * What a probe found at a moment of a trial. Trial, probe and moment together name it.
 *
 * @param trial the trial
 * @param probe name of the probe
 * @param moment as the plan calls it
 * @param updates number of updates made until then; that of the trial's end if the moment never came
 * @param code hash of the code of the trial and of the probe
 * @param finding what it found
 * @param seconds wall time of the look, a circumstance
 */
public record ProbeRecord(
        TrialId trial, String probe, String moment, long updates, String code, ProbeFinding finding, double seconds) {}
