package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Outcome;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.Run;

/** Collects what a reader must know, the whole run first, then cell by cell. */
public final class Caveats {

    private Caveats() {}

    /**
     * Returns the caveats of a run.
     *
     * @param run whole
     * @param audits of it
     * @param besides caveats that do not follow from the run: what its folder lacks
     */
    static List<Caveat> of(ArrangedRun run, Audits audits, List<Caveat> besides) {
        List<Caveat> caveats = new ArrayList<>();
        sample(run, caveats);
        leftOut(run, caveats);
        missing(run, caveats);
        codes(run, caveats);
        data(run, caveats);
        caveats.addAll(Overruns.of(run));
        caveats.addAll(besides);
        grouped(run, caveats);
        caveats.addAll(AuditCaveats.of(run, audits));
        return List.copyOf(caveats);
    }

    private static void sample(ArrangedRun run, List<Caveat> caveats) {
        run.manifest()
                .tuning()
                .sample()
                .ifPresent(sample -> caveats.add(new Caveat(
                        "sample",
                        "",
                        "This run has " + sample.trials() + (sample.trials() == 1 ? " trial" : " trials")
                                + " of the plan, drawn at random with seed " + sample.seed()
                                + (run.selects() ? ", all of tuning" : "")
                                + ". It shows how fast the plan runs and where to look; the plan without its key"
                                + " sample is there to compare arms.")));
    }

    /** A model that no optimizer trains on a task is no problem of the plan, and no caveat. */
    private static void leftOut(ArrangedRun run, List<Caveat> caveats) {
        for (Manifest.LeftOut l : run.manifest().design().leftOut()) {
            String model = run.models().get(l.model());
            boolean part = run.cells().stream()
                    .anyMatch(cell -> cell.leftOut()
                            && cell.problem().model().equals(model)
                            && (l.task() == null
                                    || cell.problem().entry().task().equals(l.task())));
            if (part) {
                String where = l.task() == null
                        ? model
                        : model + ", " + run.tasks().get(l.task()) + ", T = "
                                + l.task().length();
                caveats.add(new Caveat(
                        "left-out", where, "The plan does not train it by " + String.join(", ", l.optimizers()) + "."));
            }
        }
    }

    private static void missing(ArrangedRun run, List<Caveat> caveats) {
        int missing = run.counts().missing();
        if (missing > 0) {
            caveats.add(new Caveat(
                    "missing",
                    "",
                    missing + " of " + run.counts().planned()
                            + (missing == 1 ? " planned trials has" : " planned trials have")
                            + " no result yet: the run is not"
                            + " finished, and every figure here may still change."));
        }
        if (run.foreign() > 0) {
            caveats.add(new Caveat(
                    "missing",
                    "",
                    (run.foreign() == 1 ? "1 stored result belongs" : run.foreign() + " stored results belong")
                            + " to no cell of this plan's grid, or to an earlier budget or seed: left out."));
        }
    }

    /** One caveat for each thing that tasks say of their data, with the tasks that say it. */
    private static void data(ArrangedRun run, List<Caveat> caveats) {
        Map<String, Set<String>> tasks = new LinkedHashMap<>();
        run.manifest()
                .warnings()
                .forEach(warning -> tasks.computeIfAbsent(warning.text(), text -> new LinkedHashSet<>())
                        .add(run.tasks().get(warning.task())));
        tasks.forEach((text, where) -> caveats.add(new Caveat("data", String.join("; ", where), text + ".")));
    }

    /** A run uses results of its own code and of code that it accepted; the manifest names the latter. */
    private static void codes(ArrangedRun run, List<Caveat> caveats) {
        Set<String> accepted = new TreeSet<>();
        run.manifest().provenance().code().forEach((key, hash) -> {
            if (key.startsWith(Manifest.Provenance.ACCEPTED)) {
                accepted.add(hash);
            }
        });
        Map<String, Integer> trials = new TreeMap<>();
        run.runs().stream()
                .filter(r -> !r.skipped() && accepted.contains(r.stored().code()))
                .forEach(r -> trials.merge(brief(r.stored().code()), 1, Integer::sum));
        if (!trials.isEmpty()) {
            List<String> parts = new ArrayList<>();
            trials.forEach((code, n) -> parts.add(n + (n == 1 ? " trial of " : " trials of ") + code));
            caveats.add(new Caveat(
                    "code",
                    "",
                    "The results come from more than one state of the code; beside its own the run accepted "
                            + String.join(", ", parts) + "."));
        }
    }

    private static String brief(String code) {
        return code.substring(0, Math.min(12, code.length()));
    }

    /** One caveat for each reason, with the cells that share it. */
    private static void grouped(ArrangedRun run, List<Caveat> caveats) {
        Map<Caveat, List<String>> cells = new LinkedHashMap<>();
        for (Run r : run.runs()) {
            Caveat key = null;
            if (r.outcome() instanceof Outcome.Skipped s) {
                key = new Caveat("skipped", "", s.reason());
            } else if (r.outcome() instanceof Outcome.Failed f) {
                key = new Caveat("failed", "", f.error() + " It counts as not solved.");
            }
            if (key != null) {
                cells.computeIfAbsent(key, k -> new ArrayList<>()).add(r.arm() + " on " + r.problem());
            }
        }
        cells.forEach((key, where) -> caveats.add(new Caveat(
                key.kind(), String.join("; ", where.stream().distinct().toList()), key.text())));
    }
}
