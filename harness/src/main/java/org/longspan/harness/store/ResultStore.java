package org.longspan.harness.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/**
 * The open folder of a run. It stores results and looks of probes durably and finds those that may be reused, of which
 * it keeps the end alone. Safe for use by several threads.
 */
public final class ResultStore implements AutoCloseable {

    private final Path folder;
    private final FolderLock lock;
    private final Usable usable;
    private final EarlierRun earlier;
    private final KeptTrials kept;
    private final LinesFile<StoredResult> results;
    private final Optional<LinesFile<ProbeRecord>> looks; // none without probes
    private final List<Lender> lenders;
    private final Set<TrialId> provisional = new HashSet<>();
    private Optional<Manifest> waiting = Optional.empty();
    private Optional<MembersFile> members = Optional.empty();

    private ResultStore(Path folder, FolderLock lock, Usable usable, List<Lender> lenders) {
        this.folder = folder;
        this.lock = lock;
        this.usable = usable;
        this.lenders = lenders;
        this.earlier = EarlierRun.in(folder);
        this.kept = new KeptTrials(
                folder, usable, earlier::used, trial -> !usable.asked(trial).isEmpty());
        this.looks = usable.probes().isEmpty() ? Optional.empty() : Optional.of(LinesFile.open(LineKind.LOOKS, folder));
        this.results = LinesFile.open(LineKind.RESULTS, folder);
    }

    /**
     * Opens a folder, creating it if it does not exist.
     *
     * @param usable what the run may use again
     * @param others folders of other runs, whose results of equal trials are taken over
     * @throws UserError if the folder is in use, cannot be written, or holds unreadable results
     */
    public static ResultStore open(Path folder, Usable usable, List<Path> others) {
        List<Lender> lenders = Lender.of(others, usable);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UserError("folder " + folder + " cannot be made: " + FileFailures.of(e), e);
        }
        FolderLock lock = FolderLock.on(folder);
        try {
            return new ResultStore(folder, lock, usable, lenders);
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
        return usable.code().hash(trial).orElseThrow();
    }

    /**
     * Returns the stored result of {@code trial} if it did not fail, its code is the running or accepted code, and so is
     * every look that the plan's probes ask of it. What only another folder has is first stored here.
     */
    public synchronized Optional<StoredLine> find(Trial trial) {
        TrialId id = RecordJson.id(trial);
        return kept.find(trial, id).or(() -> borrow(trial, id));
    }

    private Optional<StoredLine> borrow(Trial trial, TrialId id) {
        for (Lender lender : lenders) {
            Optional<StoredLine> lent = lender.find(trial, id);
            if (lent.isPresent()) {
                lock.requireHeld();
                append(lender.looks(lent.get()));
                if (!kept.hasResult(id, lent.get().code())) {
                    append(lender.result(lent.get()));
                }
                return kept.find(trial, id);
            }
        }
        return Optional.empty();
    }

    /** Returns the stored result of {@code trial}, failed or not, if its code is the running or accepted code. */
    public synchronized Optional<StoredLine> findAny(Trial trial) {
        return kept.findAny(trial, RecordJson.id(trial));
    }

    /** Records that this run uses a stored result that it did not begin with. */
    public synchronized void reuse(StoredLine line) {
        lock.requireHeld();
        if (!provisional.remove(line.id())) {
            open().add(line.id(), line.code(), line.looks());
        }
    }

    /**
     * Stores a result of this run after what probes found in it; both are on disk when this method returns. A trial that
     * ran again for its looks keeps its line.
     *
     * @throws UserError if such a trial has another result this time, or if something cannot be written
     */
    public synchronized void add(StoredResult result, List<ProbeLook> found) {
        lock.requireHeld();
        Optional<StoredResult> before = kept.result(result.id(), result.code());
        before.ifPresent(stored -> requireEqual(stored, result));
        List<ProbeRecord> records = found.stream()
                .map(look -> new ProbeRecord(result.id(), codeOf(result.trial(), look), look))
                .toList();
        append(records);
        if (before.isEmpty()) {
            append(result);
        }
        open().add(
                        result.id(),
                        result.code(),
                        records.stream().map(ResultStore::brief).toList());
        provisional.remove(result.id());
    }

    private String codeOf(Trial trial, ProbeLook look) {
        return usable.codeOf(trial, look.probe()).orElseThrow();
    }

    private static StoredLook brief(ProbeRecord record) {
        return new StoredLook(record.look().probe(), record.look().moment(), record.code());
    }

    /** A trial that breaks off this time says nothing of the result that it had. */
    private void requireEqual(StoredResult stored, StoredResult again) {
        if (again.result().outcome() instanceof Outcome.Failed) {
            return;
        }
        RecordJson.firstDifference(stored.result(), again.result()).ifPresent(difference -> {
            throw new UserError("trial " + stored.id() + " ran again for its probes, and its result differs from the"
                    + " stored one at " + difference + ", expected every bit equal, as the code is: nothing of it was"
                    + " stored; longspan replay " + folder + " " + stored.id() + " runs it once more");
        });
    }

    private void append(StoredResult result) {
        results.append(List.of(result));
        kept.take(result);
    }

    /** Those that are there already have equal bits. */
    private void append(List<ProbeRecord> records) {
        List<ProbeRecord> missing =
                records.stream().filter(record -> !kept.has(record)).toList();
        looks.ifPresent(file -> file.append(missing));
        kept.take(missing);
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
        kept.read().stream()
                .filter(ReadLines::torn)
                .map(lines -> "the last line of " + lines.file() + " was cut off and is now in " + lines.file()
                        + LineKind.TORN + ": its trial runs again")
                .forEach(notes::add);
        int missing = earlier.missing();
        if (missing > 0) {
            notes.add(missing + (missing == 1 ? " result" : " results") + " of the last run "
                    + (missing == 1 ? "is" : "are") + " no longer in " + LineKind.RESULTS.file() + ": "
                    + (missing == 1 ? "its trial runs" : "their trials run") + " again if the plan has "
                    + (missing == 1 ? "it" : "them"));
        }
        earlier.unreadable().ifPresent(notes::add);
        kept.read().forEach(lines -> LeftOut.uncheckedLines(lines).ifPresent(notes::add));
        notes.addAll(kept.notes(earlier.manifest()));
        return notes;
    }

    @Override
    public void close() {
        members.ifPresent(MembersFile::close);
        results.close();
        looks.ifPresent(LinesFile::close);
        lock.close();
    }
}
