package org.longspan.harness.store;

import java.util.List;
import org.longspan.harness.record.BriefResult;
import org.longspan.harness.record.Spent;
import org.longspan.harness.record.TrialEnd;
import org.longspan.harness.record.TrialId;

/**
 * What a run keeps in memory of a line of {@code results.jsonl} and of the looks that belong to it.
 *
 * @param id of the trial
 * @param code hash of the code that made the result
 * @param end how the trial ended
 * @param spent what the trial took
 * @param looks that the plan asks of the trial and that are there, in the order of the plan
 */
public record StoredLine(TrialId id, String code, TrialEnd end, Spent spent, List<StoredLook> looks) {

    public StoredLine {
        looks = List.copyOf(looks);
    }

    /** Returns what is kept of {@code result}. */
    static StoredLine of(BriefResult result) {
        return new StoredLine(result.id(), result.code(), result.end(), result.spent(), List.of());
    }

    StoredLine with(List<StoredLook> found) {
        return found.isEmpty() ? this : new StoredLine(id, code, end, spent, found);
    }
}
