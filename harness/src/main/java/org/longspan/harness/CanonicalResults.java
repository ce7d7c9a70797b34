package org.longspan.harness;

import java.nio.file.Path;
import java.util.List;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.store.StoredRun;

/** The results of a run without their circumstances, sorted by id. Two equal runs give equal bytes. */
public final class CanonicalResults {

    private CanonicalResults() {}

    /**
     * Returns one line for each result of the run in {@code folder}; results of an earlier plan or of other code are
     * excluded.
     *
     * @throws org.longspan.harness.refusal.UserError if there is no run, or one of its lines cannot be read
     */
    public static List<String> of(Path folder) {
        return StoredRun.read(folder).results().stream()
                .map(RecordJson::canonicalLine)
                .toList();
    }
}
