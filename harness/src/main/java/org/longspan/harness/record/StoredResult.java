package org.longspan.harness.record;

/**
 * One line of {@code results.jsonl}.
 *
 * @param id of the trial
 * @param trial what was run
 * @param code hash of the sources that ran it
 * @param result what it gave
 * @param circumstances under which
 */
public record StoredResult(TrialId id, Trial trial, String code, TrialResult result, Circumstances circumstances) {}
