package org.longspan.harness.store;

/**
 * What a run keeps in memory of a line of {@code probes.jsonl}, besides its trial.
 *
 * @param probe name of the probe
 * @param moment as the plan calls it
 * @param code hash of the code of the trial and of the probe
 */
public record StoredLook(String probe, String moment, String code) {}
