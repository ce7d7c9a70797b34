package org.longspan.harness.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.longspan.harness.record.BriefResult;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.refusal.UserError;

/**
 * The results of the latest run in a folder, read without the lock, one at a time. Only their places in the file are
 * kept, so the file may be larger than memory.
 */
public final class StoredLines {

    private final LineReader<BriefResult, StoredResult> results;
    private final Manifest manifest;
    private final Map<TrialId, Found> found = new TreeMap<>();
    private final List<Found> unnamed = new ArrayList<>();
    private final Set<TrialId> named = new HashSet<>(); // never iterated
    private final LeftOut leftOut;

    private record Found(TrialId id, String code, boolean skipped, LinePlace place) {

        static Found later(Found one, Found other) {
            return one.place().offset() > other.place().offset() ? one : other;
        }
    }

    /** A run that goes on meanwhile writes a result before it names it, so what it uses is read before and after. */
    private StoredLines(Path folder, ManifestFile run) {
        this.results = new LineReader<>(LineKind.RESULTS, folder);
        this.manifest = run.manifest();
        Optional<Members> before = Members.read(folder);
        ReadLines lines = results.read((result, place) -> take(result, place, before));
        Optional<Members> after = unnamed.isEmpty() ? before : Members.read(folder);
        unnamed.removeIf(line -> {
            boolean isNamed = after.isEmpty() || after.get().has(line.id(), line.code());
            if (isNamed) {
                found.merge(line.id(), line, Found::later);
            }
            return isNamed;
        });
        int skipped = (int) found.values().stream().filter(Found::skipped).count();
        this.leftOut = new LeftOut(
                lines,
                unnamed.size(),
                lines.lines() - unnamed.size() - found.size(),
                before.map(members -> members.size() - named.size()).orElse(0),
                new LeftOut.Planned(manifest.design().plannedTrials(), found.size(), skipped),
                LeftOut.Beside.of(run, after));
    }

    private void take(BriefResult result, LinePlace place, Optional<Members> members) {
        boolean skipped = result.end().outcome() instanceof Outcome.Skipped;
        Found line = new Found(result.id(), result.code(), skipped, place);
        if (members.isPresent() && !members.get().has(line.id(), line.code())) {
            unnamed.add(line);
            return;
        }
        named.add(line.id());
        found.merge(line.id(), line, Found::later);
    }

    /**
     * Reads the folder of a run, finished or not.
     *
     * @throws UserError if the folder holds no run, or if the run cannot be read
     */
    public static StoredLines of(Path folder) {
        ManifestFile manifest = ManifestFile.read(folder)
                .orElseThrow(() -> new UserError("folder " + folder + " holds no run (no " + ManifestFile.NAME
                        + "), expected one such as runs/quick"));
        if (!LineKind.RESULTS.isIn(folder)) {
            throw new UserError("folder " + folder + " holds a run without results (no " + LineKind.RESULTS.file()
                    + "), expected that file; running the plan again makes new results");
        }
        return new StoredLines(folder, manifest);
    }

    /** Returns the manifest of the latest run. */
    public Manifest manifest() {
        return manifest;
    }

    /** Returns what is left out. */
    public LeftOut leftOut() {
        return leftOut;
    }

    /** Passes each result on, sorted by id: the latest of each trial. */
    public void forEach(Consumer<StoredResult> consumer) {
        if (found.isEmpty()) {
            return;
        }
        results.open(channel -> {
            for (Found line : found.values()) {
                consumer.accept(results.at(line.place(), channel));
            }
        });
    }
}
