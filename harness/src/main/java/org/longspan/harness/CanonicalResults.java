package org.longspan.harness;

import java.nio.file.Path;
import java.util.List;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.store.StoredRun;

/** What two equal runs agree on, byte for byte: every result without its circumstances, sorted by id. */
public final class CanonicalResults {

    private CanonicalResults() {}

    /**
     * Returns the lines of the run in {@code folder}: the results of its plan, made by its code.
     *
     * @throws org.longspan.harness.refusal.UserError if there is none, or a line of it cannot be read
     */
    public static List<String> of(Path folder) {
        return StoredRun.read(folder).results().stream()
                .map(RecordJson::canonicalLine)
                .toList();
    }
}
