package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.TrialId;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.Run;

/**
 * All that the figures of phenomena are drawn from.
 *
 * @param runs those that probes looked at, in the order of the grid
 * @param unitCliff the tables of {@link UnitCliffFigure}, none where it is not to be shown
 */
public record Looks(List<Probed> runs, List<Table> unitCliff) {

    /** No probe looked at anything. */
    public static final Looks NONE = new Looks(List.of(), List.of());

    public Looks {
        runs = List.copyOf(runs);
        unitCliff = List.copyOf(unitCliff);
    }

    /** Returns what probes found in the runs of {@code run}; records of trials that it does not have are left out. */
    public static Looks of(ArrangedRun run, List<ProbeRecord> records, List<Table> unitCliff) {
        Map<TrialId, List<ProbeLook>> byTrial = new LinkedHashMap<>();
        records.forEach(record -> byTrial.computeIfAbsent(record.trial(), trial -> new ArrayList<>())
                .add(record.look()));
        List<Probed> runs = new ArrayList<>();
        for (Run one : run.runs()) {
            List<ProbeLook> looks = byTrial.getOrDefault(one.stored().id(), List.of());
            if (!looks.isEmpty()) {
                runs.add(new Probed(
                        one.trial(), one.problem().model(), one.problem().toString(), looks, Tags.of(run, one)));
            }
        }
        return new Looks(runs, unitCliff);
    }

    /** Returns the runs on each task of each length, in the order of the grid. */
    public List<List<Probed>> byTask() {
        Map<TaskChoice, List<Probed>> byTask = new LinkedHashMap<>();
        runs.forEach(one -> byTask.computeIfAbsent(one.trial().task(), task -> new ArrayList<>())
                .add(one));
        return List.copyOf(byTask.values());
    }
}
