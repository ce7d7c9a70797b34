package org.longspan.harness.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.longspan.harness.record.BriefResult;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Spent;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialEnd;
import org.longspan.harness.record.TrialId;

/** The lines of {@code results.jsonl} that a run may use again, and what is to be said of the others. */
final class KeptResults {

    private final Usable usable;
    private final Map<TrialId, StoredLine> lines = new HashMap<>(); // never iterated
    private final Map<TrialId, StoredLine> failed = new HashMap<>(); // never iterated
    private final Map<Object, Object> same = new HashMap<>(); // one object for equal ones; never iterated
    private final Set<String> codes = new TreeSet<>();
    private final List<String> otherCodes = new ArrayList<>();
    private final Map<String, Trial> usedBefore = new LinkedHashMap<>(); // one trial of each other code
    private final Map<TrialId, LinePlace> places = new HashMap<>(); // of lines; never iterated
    private int others;

    KeptResults(Usable usable) {
        this.usable = usable;
    }

    /**
     * Takes a line.
     *
     * @param before whether the previous run used it
     * @param place in the file; empty if nobody is going to ask for all of it
     */
    void take(BriefResult result, boolean before, Optional<LinePlace> place) {
        Optional<String> running = usable.code().hash(result.trial());
        String its = (String) one(result.code());
        boolean firstOfItsCode = codes.add(its);
        if (usable.takes(running, its)) {
            index(
                    new StoredLine(result.id(), its, shared(result.end()), shared(result.spent()), List.of()),
                    running,
                    place);
            return;
        }
        others++;
        if (firstOfItsCode) {
            otherCodes.add(its);
        }
        if (before) {
            usedBefore.putIfAbsent(its, result.trial());
        }
    }

    /** Results of the running code go before those of accepted code, and later ones before earlier ones. */
    private void index(StoredLine line, Optional<String> running, Optional<LinePlace> place) {
        if (line.end().outcome() instanceof Outcome.Failed) {
            failed.put(line.id(), line);
            return;
        }
        StoredLine other = lines.get(line.id());
        boolean own = running.equals(Optional.of(line.code()));
        if (other == null || own || !running.equals(Optional.of(other.code()))) {
            lines.put(line.id(), line);
            places.remove(line.id());
            place.ifPresent(its -> places.put(line.id(), its));
        }
    }

    private TrialEnd shared(TrialEnd end) {
        return end.outcome() instanceof Outcome.Solved ? end : new TrialEnd((Outcome) one(end.outcome()), end.loss());
    }

    private Spent shared(Spent spent) {
        return new Spent(
                spent.sequenceForwards(), spent.seconds(), (String) one(spent.cpu()), (String) one(spent.kernels()));
    }

    private Object one(Object value) {
        return same.computeIfAbsent(value, any -> any);
    }

    /** Returns the line of that trial, unless it failed. */
    Optional<StoredLine> find(TrialId id) {
        return Optional.ofNullable(lines.get(id));
    }

    /** Returns the place of the line of that trial, if it is known. */
    Optional<LinePlace> place(TrialId id) {
        return Optional.ofNullable(places.get(id));
    }

    /** Returns the line of that trial, failed or not. */
    Optional<StoredLine> findAny(TrialId id) {
        return find(id).or(() -> Optional.ofNullable(failed.get(id)));
    }

    /**
     * Returns a line about results of other code, and a line for each accepted hash without results.
     *
     * @param looks hashes of the code of looks
     */
    List<String> notes(Optional<Manifest> previous, Set<String> looks) {
        List<String> notes = new ArrayList<>();
        if (others > 0) {
            notes.add((others == 1
                            ? "1 result stays in the file but is not reused: other code made it"
                            : others + " results stay in the file but are not reused: other code made them")
                    + why(previous) + "; " + howToAccept());
        }
        usable.accepted().stream()
                .sorted()
                .filter(hash -> !codes.contains(hash) && !looks.contains(hash))
                .forEach(hash -> notes.add("no result here was made by the code " + hash + " that --reuse-code names"));
        return notes;
    }

    /** Returns which rooms and jars have changed since the previous run, if that run used some of these results. */
    private String why(Optional<Manifest> previous) {
        Map<String, String> before =
                previous.map(manifest -> manifest.provenance().code()).orElse(Map.of());
        List<String> changed = new ArrayList<>();
        usable.code().parts(usedBefore.values()).forEach((part, hash) -> {
            if (before.containsKey(part) && !before.get(part).equals(hash)) {
                changed.add(part);
            }
        });
        return changed.isEmpty() ? "" : " (" + String.join(", ", changed) + " changed since)";
    }

    private String howToAccept() {
        String accepts = "--reuse-code " + otherCodes.get(0) + " accepts ";
        if (otherCodes.size() > 1) {
            return accepts + "those of one code of " + otherCodes.size();
        }
        return accepts + (others == 1 ? "it" : "them");
    }
}
