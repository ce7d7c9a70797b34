package org.longspan.harness.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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
 * @param results of the trials that it asked for, by its code or code that it accepted, the latest of each trial, sorted by id
 * @param others number of further lines: of other code, of an earlier plan, or made again since
 */
public record StoredRun(Manifest manifest, List<StoredResult> results, int others) {

    /** The beginning of a key of {@link Manifest#code()} under which accepted code of others stands. */
    public static final String ACCEPTED = "accepted ";

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
        CodeHash code = new CodeHash(manifest.provenance().code());
        Set<String> accepted = acceptedBy(manifest);
        Optional<Set<String>> members = MembersFile.read(folder);
        for (StoredResult line : lines) {
            boolean own = line.code().equals(code.ofTrial(line.trial().task().family()));
            StoredResult other = latest.get(line.id());
            boolean better = own || other == null || accepted.contains(other.code());
            boolean asked =
                    members.isEmpty() || members.get().contains(line.id().value());
            if (asked && better && (own || accepted.contains(line.code()))) {
                latest.put(line.id(), line);
            }
        }
        return new StoredRun(manifest, new ArrayList<>(latest.values()), lines.size() - latest.size());
    }

    private static Set<String> acceptedBy(Manifest manifest) {
        Set<String> accepted = new LinkedHashSet<>();
        manifest.provenance().code().forEach((key, hash) -> {
            if (key.startsWith(ACCEPTED)) {
                accepted.add(hash);
            }
        });
        return accepted;
    }
}
