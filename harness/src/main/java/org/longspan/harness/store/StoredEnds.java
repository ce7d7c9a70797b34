package org.longspan.harness.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.json.RecordJson;

/** The stored results that a run would use, read without the lock and without changing the folder. */
public final class StoredEnds {

    private final KeptLines kept;

    private StoredEnds(KeptLines kept) {
        this.kept = kept;
    }

    /**
     * Reads the results in {@code folder}; empty if there are none.
     *
     * @param code hashes of the running code
     * @param accepted hashes of other code whose results may be reused
     * @throws org.longspan.harness.refusal.UserError if the results cannot be read
     */
    public static Optional<StoredEnds> in(Path folder, TrialCode code, Set<String> accepted) {
        if (!Files.exists(folder.resolve(ResultsFile.NAME))) {
            return Optional.empty();
        }
        KeptLines kept = new KeptLines(code, accepted);
        ResultLines.read(folder, (result, place) -> kept.take(result, false));
        return Optional.of(new StoredEnds(kept));
    }

    /** Returns the stored result of {@code trial} that a run would use. */
    public Optional<StoredLine> find(Trial trial) {
        return kept.find(RecordJson.id(trial));
    }
}
