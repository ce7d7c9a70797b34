package org.longspan.harness.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/**
 * The open folder of a run: keeps each result once, durably, and knows which of the kept ones may stand for a trial.
 * Many threads may use it.
 */
public final class ResultStore implements AutoCloseable {

    private final Path folder;
    private final FolderLock lock;
    private final ResultsFile file;
    private final MembersFile members;
    private final TrialCode code;
    private final Set<String> accepted;
    private final Optional<Manifest> previous;
    private final Set<String> previousMembers;
    private final List<StoredResult> kept;
    private final Map<TrialId, StoredResult> usable = new LinkedHashMap<>();

    private ResultStore(Path folder, FolderLock lock, TrialCode code, Set<String> accepted) {
        this.folder = folder;
        this.lock = lock;
        this.code = code;
        this.accepted = accepted;
        this.previous = ManifestFile.read(folder);
        this.previousMembers = MembersFile.read(folder).orElse(Set.of());
        this.kept = new ArrayList<>(ResultsFile.read(folder));
        kept.forEach(this::index);
        this.file = ResultsFile.open(folder);
        this.members = MembersFile.begin(folder);
    }

    /**
     * Opens a folder, making it where it is not there.
     *
     * @param code that is running
     * @param accepted hashes of other code whose results may be used too
     * @throws UserError if the folder is in use, cannot be written, or holds what cannot be read
     */
    public static ResultStore open(Path folder, TrialCode code, Set<String> accepted) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UserError("folder " + folder + " cannot be made: " + FileFailures.of(e), e);
        }
        FolderLock lock = FolderLock.on(folder);
        try {
            return new ResultStore(folder, lock, code, accepted);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void index(StoredResult result) {
        boolean own = isOwn(result);
        boolean succeeded = !(result.result().outcome() instanceof Outcome.Failed);
        StoredResult other = usable.get(result.id());
        boolean better = other == null || own || !isOwn(other);
        if (succeeded && better && (own || accepted.contains(result.code()))) {
            usable.put(result.id(), result);
        }
    }

    private boolean isOwn(StoredResult result) {
        return code.hash(result.trial()).equals(Optional.of(result.code()));
    }

    /** Returns the hash of the code that a result of {@code trial}, one of this run, is made by now. */
    public String codeOf(Trial trial) {
        return code.hash(trial).orElseThrow();
    }

    /** Returns the kept result of {@code trial}, if code that may be trusted made it and it did not fail. */
    public synchronized Optional<StoredResult> find(Trial trial) {
        return Optional.ofNullable(usable.get(RecordJson.id(trial)));
    }

    /** Notes that this run asks for the trial of a result that was kept before. */
    public synchronized void reuse(StoredResult result) {
        members.add(result);
    }

    /** Keeps a result of this run; when this returns it is on the disk. */
    public synchronized void add(StoredResult result) {
        file.append(result);
        members.add(result);
        kept.add(result);
        index(result);
    }

    /** Writes the manifest of this run in place of the one before. */
    public void write(Manifest manifest) {
        ManifestFile.write(folder, manifest);
    }

    /** Returns the manifest of the run before this one. */
    public Optional<Manifest> previous() {
        return previous;
    }

    /** Returns one line about results that other code made, and one for each accepted code that made none. */
    public synchronized List<String> notes() {
        List<StoredResult> others = kept.stream()
                .filter(result -> !isOwn(result) && !accepted.contains(result.code()))
                .toList();
        List<String> notes = new ArrayList<>();
        if (!others.isEmpty()) {
            notes.add((others.size() == 1
                            ? "1 result stays in the file but is not reused: other code made it"
                            : others.size() + " results stay in the file but are not reused: other code made them")
                    + why(others) + "; " + howToAccept(others));
        }
        accepted.stream()
                .sorted()
                .filter(this::isStranger)
                .forEach(hash -> notes.add("no result here was made by the code " + hash + " that --reuse-code names"));
        return notes;
    }

    private boolean isStranger(String hash) {
        return kept.stream().noneMatch(result -> result.code().equals(hash));
    }

    /** Which rooms and jars are not what they were in the run before, if that one used such results. */
    private String why(List<StoredResult> others) {
        List<Trial> then = others.stream()
                .filter(result -> MembersFile.has(previousMembers, result))
                .map(StoredResult::trial)
                .toList();
        Map<String, String> before =
                previous.map(manifest -> manifest.provenance().code()).orElse(Map.of());
        List<String> changed = new ArrayList<>();
        code.parts(then).forEach((part, hash) -> {
            if (before.containsKey(part) && !before.get(part).equals(hash)) {
                changed.add(part);
            }
        });
        return changed.isEmpty() ? "" : " (" + String.join(", ", changed) + " changed since)";
    }

    private static String howToAccept(List<StoredResult> others) {
        List<String> hashes = others.stream().map(StoredResult::code).distinct().toList();
        String accepts = "--reuse-code " + hashes.get(0) + " accepts ";
        if (hashes.size() > 1) {
            return accepts + "those of one code of " + hashes.size();
        }
        return accepts + (others.size() == 1 ? "it" : "them");
    }

    @Override
    public void close() {
        members.close();
        file.close();
        lock.close();
    }
}
