package org.longspan.harness.merge;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.record.BriefLook;
import org.longspan.harness.record.BriefResult;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.LeftOut;
import org.longspan.harness.store.LineKind;
import org.longspan.harness.store.LineReader;
import org.longspan.harness.store.ManifestFile;
import org.longspan.harness.store.Members;
import org.longspan.harness.store.ReadLines;

/** What several runs' folders hold together. */
final class MergedRuns {

    private final List<Path> folders;
    private final MergeListener listener;
    private final MergedManifest manifest = new MergedManifest();
    private final MergedMembers members = new MergedMembers();
    private final MergedLines<BriefResult, StoredResult> results;
    private final MergedLines<BriefLook, ProbeRecord> looks;
    private final long bytes;
    private long done;

    /**
     * Reads nothing yet.
     *
     * @param files through which lines are read again
     */
    MergedRuns(List<Path> folders, OpenFiles files, MergeListener listener) {
        this.folders = folders;
        this.listener = listener;
        this.results = new MergedLines<>(MergedKind.RESULTS, files);
        this.looks = new MergedLines<>(MergedKind.LOOKS, files);
        this.bytes = folders.stream()
                .mapToLong(folder -> size(LineKind.RESULTS.in(folder)) + size(LineKind.LOOKS.in(folder)))
                .sum();
    }

    /**
     * Reads the folders.
     *
     * @param alike how many of them, from the first on, must agree in plan and code. Of one behind them that does not,
     *     the lines are kept, but the merged run uses none that no other folder uses: so does a run of another plan in
     *     such a folder
     * @throws UserError if they do not fit together, or if one cannot be read
     */
    void readAll(int alike) {
        List<Path> unused = new ArrayList<>();
        for (Path folder : folders) {
            take(folder, () -> {
                Manifest of = manifestIn(folder);
                Optional<String> other =
                        folders.indexOf(folder) < alike ? Optional.empty() : manifest.otherPlanOrCode(folder, of);
                if (other.isPresent()) {
                    unused.add(folder);
                    listener.note(other.get() + "; " + folder + " becomes a run of the plan and code of the others, and"
                            + " what else it holds is kept unused");
                } else {
                    manifest.take(folder, of);
                }
            });
        }
        folders.forEach(folder -> take(folder, () -> read(folder, !unused.contains(folder))));
        members.requireOneCode(results);
    }

    private static Manifest manifestIn(Path folder) {
        return ManifestFile.read(folder)
                .orElseThrow(() -> new UserError("folder " + folder + " holds no run (no " + ManifestFile.NAME + ")"))
                .manifest();
    }

    /** These folders are only read, so the way out is another than for a run's own. */
    private void take(Path folder, Runnable reading) {
        try {
            reading.run();
        } catch (UserError e) {
            throw new UserError(
                    e.getMessage()
                            .replace("; nothing was changed:", "; nothing was merged:")
                            .replace(": run into another folder, or move this one away", ": leave out " + folder)
                            .replace(", or run into another folder", ", or leave out " + folder),
                    e);
        }
    }

    /**
     * What a run that goes on has named is on disk already, and so are the looks at a trial whose result is: in this
     * order, nothing is missed that belongs to something else.
     */
    private void read(Path folder, boolean used) {
        Optional<Members> named = used ? Members.read(folder) : Optional.empty();
        named.ifPresent(all -> all.forEachLine(line -> members.take(folder, line)));
        read(folder, MergedKind.RESULTS, results, used && named.isEmpty());
        read(folder, MergedKind.LOOKS, looks, used && named.isEmpty());
    }

    /** @param unnamed whether there is no {@code run.trials}, so that the last line of each record counts */
    private <B, W> void read(Path folder, MergedKind<B, W> kind, MergedLines<B, W> lines, boolean unnamed) {
        LineReader<B, W> reader = new LineReader<>(kind.lines(), folder);
        LineReader.TextVisitor<B> visitor = lines.of(folder, reader);
        Map<String, String> last = new HashMap<>(); // iterated into what is sorted
        long before = done;
        ReadLines read = reader.readTexts((brief, place, text) -> {
            visitor.visit(brief, place, text);
            if (unnamed) {
                last.put(kind.names().any().apply(brief), kind.names().key().apply(brief));
            }
            progress(before + place.offset() + place.length() + 1);
        });
        last.values().forEach(line -> members.take(folder, line));
        if (read.torn()) {
            listener.note(kind.lines().in(folder) + " ends in half a line, which is left out");
        }
        LeftOut.uncheckedLines(read).ifPresent(said -> listener.note(folder + ": " + said));
    }

    private void progress(long now) {
        done = now;
        listener.progress(done, 2 * bytes);
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0; // only a bar hangs on it
        }
    }

    int folders() {
        return folders.size();
    }

    Manifest manifest() {
        return manifest.manifest();
    }

    MergedMembers members() {
        return members;
    }

    MergedLines<BriefResult, StoredResult> results() {
        return results;
    }

    MergedLines<BriefLook, ProbeRecord> looks() {
        return looks;
    }

    void writeResults(OutputStream out) throws IOException {
        results.writeTo(out, length -> progress(done + length));
    }

    void writeLooks(OutputStream out) throws IOException {
        looks.writeTo(out, length -> progress(done + length));
    }
}
