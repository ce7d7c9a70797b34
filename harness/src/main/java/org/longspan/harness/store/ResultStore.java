package org.longspan.harness.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.record.BriefResult;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/**
 * The open folder of a run. It stores results durably and finds those that may be reused, of which it keeps the end
 * alone. Safe for use by several threads.
 */
public final class ResultStore implements AutoCloseable {

    private final Path folder;
    private final FolderLock lock;
    private final TrialCode code;
    private final EarlierRun earlier;
    private final KeptLines kept;
    private final ReadLines lines;
    private final LinesFile<StoredResult> file;
    private final List<Lender> lenders;
    private final Set<TrialId> provisional = new HashSet<>();
    private Optional<Manifest> waiting = Optional.empty();
    private Optional<MembersFile> members = Optional.empty();

    private ResultStore(Path folder, FolderLock lock, TrialCode code, Set<String> accepted, List<Lender> lenders) {
        this.folder = folder;
        this.lock = lock;
        this.code = code;
        this.lenders = lenders;
        this.earlier = EarlierRun.in(folder);
        this.kept = new KeptLines(code, accepted);
        this.lines = new LineReader<>(LineKind.RESULTS, folder)
                .read((result, place) -> kept.take(result, earlier.used(result)));
        this.file = LinesFile.open(LineKind.RESULTS, folder);
    }

    /**
     * Opens a folder, creating it if it does not exist.
     *
     * @param code hashes of the running code
     * @param accepted hashes of other code whose results may be reused
     * @param others folders of other runs, whose results of equal trials are taken over
     * @throws UserError if the folder is in use, cannot be written, or holds unreadable results
     */
    public static ResultStore open(Path folder, TrialCode code, Set<String> accepted, List<Path> others) {
        List<Lender> lenders = Lender.of(others, code, accepted);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UserError("folder " + folder + " cannot be made: " + FileFailures.of(e), e);
        }
        FolderLock lock = FolderLock.on(folder);
        try {
            return new ResultStore(folder, lock, code, accepted, lenders);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Makes the folder that of this run: its manifest, and the stored results that it uses. Where it uses none, the
     * folder stays that of an earlier run until the first result.
     *
     * @param used stored results that the run uses for certain
     * @param provisional stored results that it may come to use, and the report shows meanwhile
     */
    public synchronized void begin(Manifest manifest, List<StoredLine> used, List<StoredLine> provisional) {
        lock.requireHeld();
        provisional.forEach(line -> this.provisional.add(line.id()));
        if (used.isEmpty() && provisional.isEmpty() && earlier.isWorthKeeping()) {
            waiting = Optional.of(manifest);
            return;
        }
        List<StoredLine> all = new ArrayList<>(used);
        all.addAll(provisional);
        members = Optional.of(MembersFile.begin(folder, all));
        ManifestFile.write(folder, manifest);
    }

    /** Returns the hash of the running code for {@code trial}, which belongs to this run. */
    public String codeOf(Trial trial) {
        return code.hash(trial).orElseThrow();
    }

    /**
     * Returns the stored result of {@code trial} if it did not fail and its code is the running or accepted code. A result
     * that only another folder has is first stored here.
     */
    public synchronized Optional<StoredLine> find(Trial trial) {
        TrialId id = RecordJson.id(trial);
        return kept.find(id).or(() -> borrow(id));
    }

    private Optional<StoredLine> borrow(TrialId id) {
        for (Lender lender : lenders) {
            if (lender.find(id).isPresent()) {
                StoredResult result = lender.lend(id);
                lock.requireHeld();
                file.append(List.of(result));
                kept.take(BriefResult.of(result), false);
                return kept.find(id);
            }
        }
        return Optional.empty();
    }

    /** Returns the stored result of {@code trial}, failed or not, if its code is the running or accepted code. */
    public synchronized Optional<StoredLine> findAny(Trial trial) {
        return kept.findAny(RecordJson.id(trial));
    }

    /** Records that this run uses a stored result that it did not begin with. */
    public synchronized void reuse(StoredLine line) {
        lock.requireHeld();
        if (!provisional.remove(line.id())) {
            open().add(line.id(), line.code());
        }
    }

    /** Stores a result of this run; it is on disk when this method returns. */
    public synchronized void add(StoredResult result) {
        lock.requireHeld();
        file.append(List.of(result));
        open().add(result.id(), result.code());
        provisional.remove(result.id());
        kept.take(BriefResult.of(result), false);
    }

    private MembersFile open() {
        if (members.isEmpty()) {
            members = Optional.of(MembersFile.begin(folder, List.of()));
            waiting.ifPresent(manifest -> ManifestFile.write(folder, manifest));
        }
        return members.get();
    }

    /** Ends a run that went through its whole grid: what it did not come to use is no longer shown. */
    public synchronized void finish() {
        lock.requireHeld();
        open();
        if (!provisional.isEmpty()) {
            MembersFile.leaveOut(folder, provisional);
        }
    }

    /** Returns the manifest of the previous run; empty if there was none. */
    public Optional<Manifest> previous() {
        return earlier.manifest();
    }

    /** Returns what is to be said of the folder, line by line: what was cut off, is missing or is not reused, and why. */
    public synchronized List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (lines.torn()) {
            notes.add("the last line of " + lines.file() + " was cut off and is now in " + LineKind.RESULTS.torn()
                    + ": its trial runs again");
        }
        int missing = earlier.missing();
        if (missing > 0) {
            notes.add(missing + (missing == 1 ? " result" : " results") + " of the last run "
                    + (missing == 1 ? "is" : "are") + " no longer in " + lines.file() + ": "
                    + (missing == 1 ? "its trial runs" : "their trials run") + " again if the plan has "
                    + (missing == 1 ? "it" : "them"));
        }
        earlier.unreadable().ifPresent(notes::add);
        LeftOut.uncheckedLines(lines).ifPresent(notes::add);
        notes.addAll(kept.notes(earlier.manifest()));
        return notes;
    }

    @Override
    public void close() {
        members.ifPresent(MembersFile::close);
        file.close();
        lock.close();
    }
}
