package org.longspan.harness.store;

import org.longspan.harness.record.BriefResult;
import org.longspan.harness.record.Spent;
import org.longspan.harness.record.TrialEnd;
import org.longspan.harness.record.TrialId;

/**
 * What a run keeps in memory of a line of {@code results.jsonl}.
 *
 * @param id of the trial
 * @param code hash of the code that made the result
 * @param end how the trial ended
 * @param spent what the trial took
 */
public record StoredLine(TrialId id, String code, TrialEnd end, Spent spent) {

    /** Returns what is kept of {@code result}. */
    static StoredLine of(BriefResult result) {
        return new StoredLine(result.id(), result.code(), result.end(), result.spent());
    }
}
