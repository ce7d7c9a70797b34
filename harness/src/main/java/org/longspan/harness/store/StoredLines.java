package org.longspan.harness.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.longspan.harness.record.BriefLook;
import org.longspan.harness.record.BriefResult;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.shard.Shard;

/**
 * The results of the latest run in a folder and what probes found, read without the lock, one at a time. Only their
 * places in the files are kept, so the files may be larger than memory.
 */
public final class StoredLines {

    private final LineReader<BriefResult, StoredResult> results;
    private final Manifest manifest;
    private final CurrentLines<TrialId, Brief> lines = new CurrentLines<>(Comparator.<TrialId>naturalOrder());
    private final StoredLooks looks;
    private final LeftOut leftOut;

    private record Brief(TrialId id, String code, boolean skipped) {

        static Brief of(BriefResult result) {
            return new Brief(result.id(), result.code(), result.end().outcome() instanceof Outcome.Skipped);
        }
    }

    /** Tells looks apart. */
    private record LookKey(TrialId trial, LookName name) {

        static Comparator<LookKey> order(LookOrder names) {
            return Comparator.comparing(LookKey::trial).thenComparing(LookKey::name, names);
        }
    }

    private StoredLines(Path folder, ManifestFile run) {
        this.results = new LineReader<>(LineKind.RESULTS, folder);
        this.manifest = run.manifest();
        LineReader<BriefLook, ProbeRecord> lookFile = new LineReader<>(LineKind.LOOKS, folder);
        CurrentLines<LookKey, BriefLook> looked = new CurrentLines<>(
                LookKey.order(new LookOrder(manifest.tuning().instruments().probes())));
        Optional<Members> before = Members.read(folder);
        ReadLines readResults =
                results.read((result, place) -> lines.take(result.id(), Brief.of(result), place, in(before)));
        ReadLines readLooks = lookFile.read((look, place) ->
                looked.take(new LookKey(look.trial(), LookName.of(look)), look, place, looksIn(before)));
        boolean again = lines.hasUnnamed() || looked.hasUnnamed();
        Optional<Members> after = again ? Members.read(folder) : before;
        lines.askAgain(in(after));
        looked.askAgain(looksIn(after));
        this.looks = new StoredLooks(lookFile, looked.lines().values());
        int skipped = (int) lines.lines().values().stream()
                .filter(line -> line.brief().skipped())
                .count();
        this.leftOut = new LeftOut(
                lines.leftOut(readResults, before.map(Members::size).orElse(0)),
                looked.leftOut(readLooks, before.map(Members::lookCount).orElse(0)),
                new LeftOut.Planned(
                        manifest.design().plannedTrials(), lines.lines().size(), skipped),
                LeftOut.Beside.of(run, after));
    }

    private static Predicate<Brief> in(Optional<Members> members) {
        return line -> members.isEmpty() || members.get().has(line.id(), line.code());
    }

    private static Predicate<BriefLook> looksIn(Optional<Members> members) {
        return look -> members.isEmpty() || members.get().has(look);
    }

    /**
     * Reads the folder of a run, finished or not.
     *
     * @throws UserError if the folder holds no run, or if the run cannot be read
     */
    public static StoredLines of(Path folder) {
        ManifestFile manifest = ManifestFile.read(folder).orElseThrow(() -> noRun(folder));
        if (!LineKind.RESULTS.isIn(folder)) {
            throw new UserError("folder " + folder + " holds a run without results (no " + LineKind.RESULTS.file()
                    + "), expected that file; running the plan again makes new results");
        }
        return new StoredLines(folder, manifest);
    }

    private static UserError noRun(Path folder) {
        Path shards = folder.resolve(Shard.FOLDER);
        return new UserError("folder " + folder + " holds no run (no " + ManifestFile.NAME + "), "
                + (Files.isDirectory(shards)
                        ? "but one in shards that are not merged yet: longspan merge " + shards + "/* --into " + folder
                                + " puts them together"
                        : "expected one such as runs/quick"));
    }

    /** Returns the manifest of the latest run. */
    public Manifest manifest() {
        return manifest;
    }

    /** Returns what is left out. */
    public LeftOut leftOut() {
        return leftOut;
    }

    /** Returns what probes found. */
    public StoredLooks looks() {
        return looks;
    }

    /** Returns the number of results. */
    public int size() {
        return lines.lines().size();
    }

    /** Passes each result on, sorted by id: the latest of each trial. */
    public void forEach(Consumer<StoredResult> consumer) {
        if (lines.lines().isEmpty()) {
            return;
        }
        results.open(channel -> {
            for (CurrentLines.Found<Brief> line : lines.lines().values()) {
                consumer.accept(results.at(line.place(), channel));
            }
        });
    }

    /** Returns the result of a trial: the latest; empty if there is none. */
    public Optional<StoredResult> find(TrialId id) {
        return Optional.ofNullable(lines.lines().get(id)).map(line -> results.at(line.place()));
    }
}
