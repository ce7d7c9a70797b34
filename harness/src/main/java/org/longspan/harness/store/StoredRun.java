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
 * What a run's folder holds, read without its lock: made for reports, replays and comparisons.
 *
 * @param manifest of the latest run
 * @param results that it used: those of its trials, made by its code or code that it accepted, sorted by id
 * @param others number of further lines: of other code, of an earlier plan, or made again since
 */
public record StoredRun(Manifest manifest, List<StoredResult> results, int others) {

    /**
     * Reads a folder, of a finished run or not.
     *
     * @throws UserError if it holds no run, or one that cannot be read
     */
    public static StoredRun read(Path folder) {
        Manifest manifest = ManifestFile.read(folder)
                .orElseThrow(() -> new UserError("folder " + folder + " holds no run (no " + ManifestFile.NAME
                        + "), expected one such as runs/quick"));
        if (!ResultsFile.isIn(folder)) {
            throw new UserError("folder " + folder + " holds a run without results (no " + ResultsFile.NAME
                    + "), expected that file; running the plan again makes them anew");
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
