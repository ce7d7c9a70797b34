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
 * The open folder of a run. It stores results durably and finds those that may be reused. Safe for use by several
 * threads.
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
     * Opens a folder, creating it if it does not exist.
     *
     * @param code hashes of the running code
     * @param accepted hashes of other code whose results may be reused
     * @throws UserError if the folder is in use, cannot be written, or holds unreadable results
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

    /** Returns the hash of the running code for {@code trial}, which belongs to this run. */
    public String codeOf(Trial trial) {
        return code.hash(trial).orElseThrow();
    }

    /** Returns the stored result of {@code trial} if it did not fail and its code is the running or accepted code. */
    public synchronized Optional<StoredResult> find(Trial trial) {
        return Optional.ofNullable(usable.get(RecordJson.id(trial)));
    }

    /** Records that this run uses a stored result. */
    public synchronized void reuse(StoredResult result) {
        members.add(result);
    }

    /** Stores a result of this run; it is on disk when this method returns. */
    public synchronized void add(StoredResult result) {
        file.append(result);
        members.add(result);
        kept.add(result);
        index(result);
    }

    /** Writes the manifest of this run, replacing the previous one. */
    public void write(Manifest manifest) {
        ManifestFile.write(folder, manifest);
    }

    /** Returns the manifest of the previous run; empty if there was none. */
    public Optional<Manifest> previous() {
        return previous;
    }

    /** Returns a line about results of other code, and a line for each accepted hash without results. */
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
                .filter(this::isUnused)
                .forEach(hash -> notes.add("no result here was made by the code " + hash + " that --reuse-code names"));
        return notes;
    }

    private boolean isUnused(String hash) {
        return kept.stream().noneMatch(result -> result.code().equals(hash));
    }

    /** Returns which rooms and jars have changed since the previous run, if that run used some of these results. */
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
