package org.longspan.harness.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.StoredResult;

/**
 * The content of a run's folder, for reports and replays. {@link StoredLines} reads it without holding all results.
 *
 * @param manifest of the latest run
 * @param results of that run, made by its code or by code that it accepted, sorted by id
 * @param looks what probes found in them
 * @param leftOut what these results leave out
 */
public record StoredRun(Manifest manifest, List<StoredResult> results, StoredLooks looks, LeftOut leftOut) {

    /**
     * Reads the folder of a run, finished or not.
     *
     * @throws org.longspan.harness.refusal.UserError if the folder holds no run, or if the run cannot be read
     */
    public static StoredRun read(Path folder) {
        StoredLines lines = StoredLines.of(folder);
        List<StoredResult> results = new ArrayList<>();
        lines.forEach(results::add);
        return new StoredRun(lines.manifest(), results, lines.looks(), lines.leftOut());
    }

    /** Returns the number of other lines: of other code, of an earlier plan, or replaced by a later result. */
    public int others() {
        return leftOut.others();
    }
}
