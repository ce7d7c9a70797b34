package org.longspan.harness.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.longspan.harness.record.BriefLook;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.TrialId;

/**
 * What probes found in the trials of the latest run: the latest look of each probe at each moment, in the order of the
 * plan. Only places in the file are kept, and a finding is read when it is asked for.
 */
public final class StoredLooks {

    private final LineReader<BriefLook, ProbeRecord> file;
    private final Map<TrialId, List<LinePlace>> places = new TreeMap<>();

    /** Takes lines that are sorted. */
    StoredLooks(LineReader<BriefLook, ProbeRecord> file, Iterable<CurrentLines.Found<BriefLook>> lines) {
        this.file = file;
        for (CurrentLines.Found<BriefLook> line : lines) {
            places.computeIfAbsent(line.brief().trial(), any -> new ArrayList<>())
                    .add(line.place());
        }
    }

    /** Returns whether no probe looked at any trial. */
    public boolean isEmpty() {
        return places.isEmpty();
    }

    /** Returns the number of looks. */
    public int size() {
        return places.values().stream().mapToInt(List::size).sum();
    }

    /** Returns the looks at a trial, those that were skipped too; empty if there are none. */
    public List<ProbeLook> of(TrialId trial) {
        List<ProbeLook> looks = new ArrayList<>();
        places.getOrDefault(trial, List.of())
                .forEach(place -> looks.add(file.at(place).look()));
        return looks;
    }

    /** Passes each look on, sorted by the id of the trial and then as the plan orders them. */
    public void forEach(Consumer<ProbeRecord> consumer) {
        if (isEmpty()) {
            return;
        }
        file.open(channel -> {
            for (List<LinePlace> ofTrial : places.values()) {
                for (LinePlace place : ofTrial) {
                    consumer.accept(file.at(place, channel));
                }
            }
        });
    }
}
