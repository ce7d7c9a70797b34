package org.longspan.reports.json;

import static org.longspan.reports.json.Numbers.finite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Manifest.Design;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.reports.summary.ArrangedRun;

/** The tasks, models and methods that a plan crosses. */
public final class MethodRows {

    private MethodRows() {}

    /** A task of one length. */
    public record Task(
            String task,
            String family,
            String variant,
            int length,
            boolean solvable,
            Double chance,
            String chanceFormula,
            String measure,
            boolean measureIsLoss,
            Double solvedAtMost,
            String lossUnit,
            String citation) {}

    /** A model and its parts. */
    public record Model(
            String model,
            String cell,
            Map<String, Object> cellSettings,
            int hidden,
            int layers,
            String initialization,
            Map<String, Object> initializationSettings,
            String regularizer,
            Map<String, Object> regularizerSettings,
            String initialState) {}

    /** A method of the catalogue. */
    public record Method(
            String kind,
            String name,
            String summary,
            String equation,
            String citation,
            String kin,
            List<RangeRow> ranges,
            List<String> specialCases) {}

    /** A search range. */
    public record RangeRow(String setting, String scale, Double from, Double to) {}

    static List<Task> tasks(ArrangedRun run) {
        return run.manifest().design().tasks().stream().map(e -> task(run, e)).toList();
    }

    private static Task task(ArrangedRun run, TaskEntry e) {
        return new Task(
                run.tasks().get(e.task()),
                e.task().family(),
                e.task().variant(),
                e.task().length(),
                e.solvable(),
                finite(e.chance()),
                e.chanceFormula(),
                e.measure(),
                e.measureIsLoss(),
                finite(e.solvedAtMost()),
                e.lossUnit(),
                e.citation());
    }

    static List<Model> models(ArrangedRun run) {
        List<Model> models = new ArrayList<>();
        run.models()
                .forEach((m, name) -> models.add(new Model(
                        name,
                        m.cell().name(),
                        Numbers.settings(m.cell().settings()),
                        m.hidden(),
                        m.layers(),
                        m.initialization().name(),
                        Numbers.settings(m.initialization().settings()),
                        m.regularizer().name(),
                        Numbers.settings(m.regularizer().settings()),
                        m.initialState())));
        return models;
    }

    static List<Method> methods(Design design) {
        List<MethodEntry> all = new ArrayList<>(design.optimizers());
        all.addAll(design.clippings());
        all.addAll(design.schedules());
        all.addAll(design.policies());
        all.addAll(design.methods());
        return all.stream()
                .map(e -> new Method(
                        e.kind(),
                        e.name(),
                        e.summary(),
                        e.equation(),
                        e.citation(),
                        e.kin(),
                        e.ranges().stream()
                                .map(r -> new RangeRow(r.setting(), r.scale(), finite(r.from()), finite(r.to())))
                                .toList(),
                        e.specialCases()))
                .toList();
    }
}
