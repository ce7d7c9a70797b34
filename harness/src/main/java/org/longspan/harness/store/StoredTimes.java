package org.longspan.harness.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TimedResult;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.refusal.UserError;

/**
 * The results of the latest run in a folder, by how they ended and when: read in one go, without the lock, whatever a
 * run does meanwhile. A last line that is being written is passed over. Of each result its reader chooses what to keep.
 *
 * @param <E> what is kept of a result
 */
public final class StoredTimes<E> {

    private final Manifest manifest;
    private final CurrentLines<TrialId, Kept<E>> lines = new CurrentLines<>(Comparator.<TrialId>naturalOrder());

    private record Kept<E>(TrialId id, String code, E of) {}

    private StoredTimes(Path folder, Manifest manifest, Function<TimedResult, E> keep) {
        this.manifest = manifest;
        Optional<Members> before = Members.read(folder);
        LineReader<TimedResult, StoredResult> results = new LineReader<>(LineKind.TIMED_RESULTS, folder);
        results.read((result, place) ->
                lines.take(result.id(), new Kept<>(result.id(), result.code(), keep.apply(result)), place, in(before)));
        if (lines.hasUnnamed()) {
            lines.askAgain(in(Members.read(folder)));
        }
    }

    private static <E> Predicate<Kept<E>> in(Optional<Members> members) {
        return line -> members.isEmpty() || members.get().has(line.id(), line.code());
    }

    /**
     * Reads the folder of a run, going on or not.
     *
     * @param keep what is kept of a result
     * @throws UserError if the folder holds no run, or if the run cannot be read
     */
    public static <E> StoredTimes<E> of(Path folder, Function<TimedResult, E> keep) {
        ManifestFile manifest = ManifestFile.read(folder)
                .orElseThrow(() -> new UserError("folder " + folder + " holds no run (no " + ManifestFile.NAME
                        + "), expected one such as runs/quick"));
        return new StoredTimes<>(folder, manifest.manifest(), keep);
    }

    /** Returns whether the folder has the manifest of a run. */
    public static boolean isRun(Path folder) {
        return Files.exists(folder.resolve(ManifestFile.NAME));
    }

    /** Returns when the manifest was written; the beginning of 1970 if there is none. */
    public static Instant written(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve(ManifestFile.NAME)).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH; // reading it says why
        }
    }

    /** Returns the manifest of the latest run. */
    public Manifest manifest() {
        return manifest;
    }

    /** Passes what was kept of each result on, sorted by id. */
    public void forEach(BiConsumer<TrialId, E> consumer) {
        lines.lines().forEach((id, line) -> consumer.accept(id, line.brief().of()));
    }
}
