package org.longspan.harness.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.refusal.UserError;

/**
 * The content of a run's folder, read without the lock, for reports, replays and comparisons.
 *
 * @param manifest of the latest run
 * @param results of that run, made by its code or by code that it accepted, sorted by id
 * @param others number of other lines: of other code, of an earlier plan, or replaced by a later result
 */
public record StoredRun(Manifest manifest, List<StoredResult> results, int others) {

    /**
     * Reads the folder of a run, finished or not.
     *
     * @throws UserError if the folder holds no run, or if the run cannot be read
     */
    public static StoredRun read(Path folder) {
        Manifest manifest = ManifestFile.read(folder)
                .orElseThrow(() -> new UserError("folder " + folder + " holds no run (no " + ManifestFile.NAME
                        + "), expected one such as runs/quick"));
        if (!ResultsFile.isIn(folder)) {
            throw new UserError("folder " + folder + " holds a run without results (no " + ResultsFile.NAME
                    + "), expected that file; running the plan again makes new results");
        }
        List<StoredResult> lines = ResultsFile.read(folder);
        Map<TrialId, StoredResult> latest = new TreeMap<>();
        Optional<Set<String>> members = MembersFile.read(folder);
        for (StoredResult line : lines) {
            if (members.isEmpty() || MembersFile.has(members.get(), line)) {
                latest.put(line.id(), line);
            }
        }
        return new StoredRun(manifest, new ArrayList<>(latest.values()), lines.size() - latest.size());
    }
}
