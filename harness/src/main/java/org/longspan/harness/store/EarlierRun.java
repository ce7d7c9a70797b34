package org.longspan.harness.store;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.longspan.harness.record.BriefResult;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.refusal.UserError;

/** What the run before this one left in the folder, besides its results. */
final class EarlierRun {

    private final Optional<Manifest> manifest;
    private final Optional<Members> members;
    private final Optional<String> unreadable;
    private final Set<TrialId> seen = new HashSet<>(); // never iterated

    private EarlierRun(Optional<Manifest> manifest, Optional<Members> members, Optional<String> unreadable) {
        this.manifest = manifest;
        this.members = members;
        this.unreadable = unreadable;
    }

    /** Reads the folder. A garbled {@code run.trials} does not matter to a run, which writes it anew. */
    static EarlierRun in(Path folder) {
        Optional<Manifest> manifest = ManifestFile.read(folder).map(ManifestFile::manifest);
        try {
            return new EarlierRun(manifest, Members.read(folder), Optional.empty());
        } catch (UserError e) {
            return new EarlierRun(
                    manifest,
                    Optional.empty(),
                    Optional.of(MembersFile.NAME + " could not be read and is written anew from the stored results"));
        }
    }

    Optional<Manifest> manifest() {
        return manifest;
    }

    /** Returns whether that run used a result, and notes that the result is still there. */
    boolean used(BriefResult result) {
        if (members.isEmpty() || !members.get().has(result.id(), result.code())) {
            return false;
        }
        seen.add(result.id());
        return true;
    }

    /** Returns whether results of that run can be shown until there are others. */
    boolean isWorthKeeping() {
        return manifest.isPresent() && !seen.isEmpty();
    }

    /** Returns how many results that the run used are no longer there. */
    int missing() {
        return members.map(all -> all.size() - seen.size()).orElse(0);
    }

    Optional<String> unreadable() {
        return unreadable;
    }
}
