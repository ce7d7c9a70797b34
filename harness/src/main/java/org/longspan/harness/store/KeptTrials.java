package org.longspan.harness.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.longspan.harness.record.BriefLook;
import org.longspan.harness.record.BriefResult;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;

/**
 * The trials of a folder that a run need not run again: those with a usable result and with every look that the plan's
 * probes ask of them. A plan without probes does not read {@code probes.jsonl}.
 */
final class KeptTrials {

    private final LineReader<BriefResult, StoredResult> resultFile;
    private final LineReader<BriefLook, ProbeRecord> lookFile;
    private final KeptResults results;
    private final KeptLooks looks;
    private final List<ReadLines> read = new ArrayList<>();

    /**
     * Reads a folder.
     *
     * @param before whether the previous run used a result
     * @param whole results that may be asked for {@link #result in full}
     */
    KeptTrials(Path folder, Usable usable, Predicate<BriefResult> before, Predicate<Trial> whole) {
        this.resultFile = new LineReader<>(LineKind.RESULTS, folder);
        this.lookFile = new LineReader<>(LineKind.LOOKS, folder);
        this.results = new KeptResults(usable);
        this.looks = new KeptLooks(usable);
        read.add(resultFile.read((result, place) -> results.take(
                result, before.test(result), Optional.of(place).filter(any -> whole.test(result.trial())))));
        if (!usable.probes().isEmpty()) {
            read.add(lookFile.read((look, place) -> looks.take(look, Optional.of(place))));
        }
    }

    /** Returns the usable result of a trial with all of its looks; empty if it failed or one of them is missing. */
    Optional<StoredLine> find(Trial trial, TrialId id) {
        return results.find(id)
                .map(line -> line.with(looks.find(trial, id)))
                .filter(line -> looks.isComplete(trial, line));
    }

    /** Returns the result of a trial, failed or not, with the looks that are there. */
    Optional<StoredLine> findAny(Trial trial, TrialId id) {
        return results.findAny(id).map(line -> line.with(looks.find(trial, id)));
    }

    /** Returns the whole result of a trial if this folder had one of that code, which did not fail. */
    Optional<StoredResult> result(TrialId id, String code) {
        return results.place(id)
                .filter(place -> results.find(id).orElseThrow().code().equals(code))
                .map(resultFile::at);
    }

    /** Returns whether the result of a trial is there, made by that code, with or without its looks. */
    boolean hasResult(TrialId id, String code) {
        return results.find(id).filter(line -> line.code().equals(code)).isPresent();
    }

    /** Returns the looks of a line that {@link #find} found. */
    List<ProbeRecord> looks(StoredLine line) {
        return looks.places(line).stream().map(lookFile::at).toList();
    }

    /** Returns whether a look is there, made by that code. */
    boolean has(ProbeRecord look) {
        return looks.has(look.trial(), LookName.of(look.look()), look.code());
    }

    /** Takes what has just been written. */
    void take(StoredResult result) {
        results.take(BriefResult.of(result), false, Optional.empty());
    }

    /** Takes what has just been written. */
    void take(List<ProbeRecord> records) {
        records.forEach(record -> looks.take(BriefLook.of(record), Optional.empty()));
    }

    /** Returns how many lines of each file were read. */
    List<ReadLines> read() {
        return read;
    }

    /** Returns lines about what is missing or of other code, and a line for each accepted hash without results. */
    List<String> notes(Optional<Manifest> previous) {
        List<String> notes = results.notes(previous, looks.codes());
        notes.addAll(looks.notes());
        return notes;
    }
}
