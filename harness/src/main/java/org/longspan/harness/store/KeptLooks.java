package org.longspan.harness.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.longspan.harness.record.BriefLook;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;

/**
 * The lines of {@code probes.jsonl} that a run may use again, and what is to be said of the others. Which code counts
 * depends on the trial, which a line does not hold, so every code is kept until the trial is asked for.
 */
final class KeptLooks {

    private final Usable usable;
    private final Map<TrialId, Map<LookName, Map<String, Optional<LinePlace>>>> kept = new HashMap<>(); // by code
    private final Map<LookName, LookName> names = new HashMap<>(); // one object for equal ones
    private final Map<String, String> codes = new HashMap<>(); // likewise
    private final Map<TrialId, Lack> lacks = new HashMap<>();
    private final Set<String> otherCodes = new LinkedHashSet<>();

    /** How many looks a trial with a usable result lacks: not there, and there of other code alone. */
    private record Lack(int missing, int others) {}

    KeptLooks(Usable usable) {
        this.usable = usable;
    }

    /**
     * Takes a line; the next run asks a probe again that broke off.
     *
     * @param place in the file; empty if it has just been written
     */
    void take(BriefLook look, Optional<LinePlace> place) {
        if (!look.failed()) {
            String code = codes.computeIfAbsent(look.code(), any -> any);
            kept.computeIfAbsent(look.trial(), any -> new HashMap<>())
                    .merge(
                            names.computeIfAbsent(LookName.of(look), any -> any),
                            Map.of(code, place), // of more than one code only where code has changed
                            KeptLooks::both);
        }
    }

    private static Map<String, Optional<LinePlace>> both(
            Map<String, Optional<LinePlace>> one, Map<String, Optional<LinePlace>> later) {
        Map<String, Optional<LinePlace>> all = new HashMap<>(one);
        all.putAll(later);
        return Map.copyOf(all);
    }

    /** Returns whether that look is there, made by that code. */
    boolean has(TrialId id, LookName name, String code) {
        return codes(id, name).containsKey(code);
    }

    private Map<String, Optional<LinePlace>> codes(TrialId id, LookName name) {
        return kept.getOrDefault(id, Map.of()).getOrDefault(name, Map.of());
    }

    /** Returns the looks that the plan asks of a trial and that are there, in the order of the plan. */
    List<StoredLook> find(Trial trial, TrialId id) {
        List<StoredLook> found = new ArrayList<>();
        for (LookName name : usable.asked(trial)) {
            code(trial, id, name).ifPresent(code -> found.add(new StoredLook(name.probe(), name.moment(), code)));
        }
        return found;
    }

    /** The running code goes before accepted code. */
    private Optional<String> code(Trial trial, TrialId id, LookName name) {
        Optional<String> running = usable.codeOf(trial, name.probe());
        Set<String> codes = codes(id, name).keySet();
        return running.filter(codes::contains)
                .or(() -> usable.accepted().stream()
                        .filter(codes::contains)
                        .sorted()
                        .findFirst());
    }

    /** Returns whether every look is there that the plan asks of a trial with a usable result, and notes what is not. */
    boolean isComplete(Trial trial, StoredLine line) {
        List<LookName> asked = usable.asked(trial);
        if (line.looks().size() == asked.size()) {
            return true;
        }
        lacks.computeIfAbsent(line.id(), id -> lack(id, trial, asked));
        return false;
    }

    private Lack lack(TrialId id, Trial trial, List<LookName> asked) {
        int missing = 0;
        int others = 0;
        for (LookName name : asked) {
            Set<String> codes = codes(id, name).keySet();
            if (codes.isEmpty()) {
                missing++;
            } else if (code(trial, id, name).isEmpty()) {
                others++;
                otherCodes.addAll(new TreeSet<>(codes));
            }
        }
        return new Lack(missing, others);
    }

    /** Returns the places of those looks. */
    List<LinePlace> places(StoredLine line) {
        return line.looks().stream()
                .map(look -> codes(line.id(), new LookName(look.probe(), look.moment()))
                        .get(look.code())
                        .orElseThrow())
                .toList();
    }

    /** Returns the hashes of all code that made looks. */
    Set<String> codes() {
        return Collections.unmodifiableSet(codes.keySet());
    }

    /** Returns a line about looks that are missing, and one about looks of other code. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        int missing = lacks.values().stream().mapToInt(Lack::missing).sum();
        int others = lacks.values().stream().mapToInt(Lack::others).sum();
        if (missing > 0) {
            notes.add((missing == 1 ? "1 record of a probe is missing" : missing + " records of probes are missing")
                    + so(Lack::missing));
        }
        if (others > 0) {
            notes.add((others == 1
                            ? "1 record of a probe stays in the file but is not reused: other code made it"
                            : others + " records of probes stay in the file but are not reused: other code made them")
                    + ", or other clippings were compared" + so(Lack::others) + "; --reuse-code "
                    + otherCodes.iterator().next() + " accepts "
                    + (otherCodes.size() == 1
                            ? (others == 1 ? "it" : "them")
                            : "those of one code of " + otherCodes.size()));
        }
        return notes;
    }

    /** Says how many trials are not there because of it. */
    private String so(ToIntFunction<Lack> which) {
        long trials = lacks.values().stream()
                .filter(lack -> which.applyAsInt(lack) > 0)
                .count();
        return ", so " + (trials == 1 ? "1 trial counts" : trials + " trials count") + " as missing";
    }
}
