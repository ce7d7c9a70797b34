package org.longspan.harness.remote;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.json.LookJson;
import org.longspan.harness.record.json.RecordJson;

/**
 * A trial that ran in another process.
 *
 * @param result as a line of {@code results.jsonl}
 * @param looks as lines of {@code probes.jsonl}
 * @param failure why it failed; null if it did not
 */
public record RanTrial(String result, List<String> looks, TrialFailure failure) implements Serializable {

    public RanTrial {
        looks = List.copyOf(looks);
    }

    /** Returns what is sent of a trial. */
    static RanTrial of(StoredResult result, List<ProbeLook> looks, Optional<TrialFailure> failure) {
        return new RanTrial(
                RecordJson.line(result),
                looks.stream()
                        .map(look -> LookJson.line(new ProbeRecord(result.id(), result.code(), look)))
                        .toList(),
                failure.orElse(null));
    }

    /** Returns the result. */
    public StoredResult stored() {
        return RecordJson.readLine(result);
    }

    /** Returns what probes found. */
    public List<ProbeLook> found() {
        return looks.stream().map(line -> LookJson.read(line).look()).toList();
    }
}
