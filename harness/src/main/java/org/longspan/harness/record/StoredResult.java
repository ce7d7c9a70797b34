package org.longspan.harness.record;

/**
 * A stored result: one line of {@code results.jsonl}.
 *
 * @param id of the trial
 * @param trial the trial
 * @param code hash of the code that made the result
 * @param result the result
 * @param circumstances in which the result was made
 */
public record StoredResult(TrialId id, Trial trial, String code, TrialResult result, Circumstances circumstances) {}
