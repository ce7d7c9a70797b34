package org.longspan.reports.json;

import static org.longspan.reports.json.Numbers.finite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.DivergenceRules;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.reports.finding.Claims;
import org.longspan.reports.finding.Comparison;
import org.longspan.reports.finding.Findings;
import org.longspan.reports.finding.Rate;
import org.longspan.reports.finding.Span;
import org.longspan.reports.json.ReportDocument.Cell;
import org.longspan.reports.json.ReportDocument.ComparisonRow;
import org.longspan.reports.json.ReportDocument.Curves;
import org.longspan.reports.json.ReportDocument.Divergence;
import org.longspan.reports.json.ReportDocument.Identity;
import org.longspan.reports.json.ReportDocument.Machine;
import org.longspan.reports.json.ReportDocument.Median;
import org.longspan.reports.json.ReportDocument.Method;
import org.longspan.reports.json.ReportDocument.Model;
import org.longspan.reports.json.ReportDocument.PointRow;
import org.longspan.reports.json.ReportDocument.RangeRow;
import org.longspan.reports.json.ReportDocument.RateRow;
import org.longspan.reports.json.ReportDocument.ReferenceRow;
import org.longspan.reports.json.ReportDocument.SpanRow;
import org.longspan.reports.json.ReportDocument.Task;
import org.longspan.reports.json.ReportDocument.Winner;
import org.longspan.reports.statistics.MedianCost;
import org.longspan.reports.statistics.PairedEffect;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Run;

/** Turns a summary into the document. */
public final class Documents {

    private final ArrangedRun run;

    private Documents(ArrangedRun run) {
        this.run = run;
    }

    /** Returns the document of {@code run} and what follows from it. */
    public static ReportDocument of(ArrangedRun run, Findings findings) {
        Documents documents = new Documents(run);
        return new ReportDocument(
                ReportDocument.SCHEMA_VERSION,
                documents.identity(),
                run.manifest().design().tasks().stream().map(documents::task).toList(),
                documents.models(),
                documents.methods(),
                documents.rates(),
                run.manifest().references().stream().map(documents::reference).toList(),
                run.cells().stream().map(documents::cell).toList(),
                findings.spans().stream().map(Documents::span).toList(),
                findings.comparisons().stream().map(Documents::comparison).toList(),
                findings.caveats(),
                TrialRows.of(run));
    }

    private Identity identity() {
        Manifest m = run.manifest();
        Optional<String> refused = Claims.refusal(m, Claims.seeds(m));
        return new Identity(
                m.provenance().plan(),
                m.tuning().tier(),
                m.provenance().version(),
                m.provenance().commit(),
                m.provenance().code(),
                m.rules().seed(),
                m.tuning().settings(),
                m.tuning().stages(),
                m.rules().budget(),
                m.rules().evaluation(),
                divergence(m.rules().divergence()),
                run.counts(),
                run.counts().missing(),
                run.times().wallSeconds(),
                run.times().coreSeconds(),
                refused.isEmpty(),
                refused.orElse(null),
                machines(),
                m.provenance().planText());
    }

    private static Divergence divergence(DivergenceRules rules) {
        return new Divergence(
                rules.nonFiniteGradient().name(),
                Numbers.settings(rules.nonFiniteGradient().settings()),
                rules.gradientNorm(),
                rules.hugeUpdates(),
                rules.chanceMultiple(),
                rules.farOffInARow());
    }

    private List<Machine> machines() {
        Map<Machine, Integer> counts = new LinkedHashMap<>();
        for (Run r : run.runs()) {
            Circumstances c = r.stored().circumstances();
            if (c != null && !r.skipped()) {
                counts.merge(new Machine(c.jdk(), c.cpu(), c.kernels(), c.host(), 0), 1, Integer::sum);
            }
        }
        List<Machine> machines = new ArrayList<>();
        counts.forEach((m, n) -> machines.add(new Machine(m.jdk(), m.cpu(), m.kernels(), m.host(), n)));
        return machines;
    }

    private Task task(TaskEntry e) {
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

    private List<Model> models() {
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

    private List<Method> methods() {
        List<Manifest.MethodEntry> all = new ArrayList<>(run.manifest().design().optimizers());
        all.addAll(run.manifest().design().clippings());
        all.addAll(run.manifest().design().methods());
        return all.stream()
                .map(e -> new Method(
                        e.kind(),
                        e.name(),
                        e.summary(),
                        e.equation(),
                        e.citation(),
                        e.ranges().stream()
                                .map(r -> new RangeRow(r.setting(), r.scale(), finite(r.from()), finite(r.to())))
                                .toList(),
                        e.specialCases()))
                .toList();
    }

    private ReferenceRow reference(Manifest.Reference r) {
        return new ReferenceRow(
                r.name(),
                run.models().get(r.model()),
                run.tasks().get(r.task()),
                r.task().family(),
                r.task().length(),
                r.repetition(),
                r.sequences(),
                r.ridge(),
                r.testLoss(),
                r.testMeasure());
    }

    private List<RateRow> rates() {
        List<RateRow> rows = new ArrayList<>();
        run.models()
                .forEach((model, name) -> run.manifest().design().tasks().stream()
                        .filter(TaskEntry::solvable)
                        .forEach(entry -> {
                            for (boolean clipped : new boolean[] {false, true}) {
                                List<CellResult> cells =
                                        run.cells(c -> c.problem().model().equals(name)
                                                && c.problem().entry().equals(entry)
                                                && run.clips(c.arm().clipping()) == clipped);
                                if (!cells.isEmpty()) {
                                    rows.add(rate(name, model.cell().name(), entry, clipped, Rate.of(cells)));
                                }
                            }
                        }));
        return rows;
    }

    private RateRow rate(String model, String cell, TaskEntry e, boolean clipped, Rate rate) {
        return new RateRow(
                model,
                cell,
                run.tasks().get(e.task()),
                e.task().family(),
                e.task().length(),
                clipped,
                rate.runs(),
                rate.solved(),
                rate.runs() == 0 ? null : rate.share(),
                rate.runs() == 0 ? null : rate.interval());
    }

    private Cell cell(CellResult c) {
        Map<String, Integer> causes = new LinkedHashMap<>();
        c.causes().forEach((cause, n) -> causes.put(cause.name(), n));
        return new Cell(
                c.arm().optimizer(),
                c.arm().clipping(),
                run.clips(c.arm().clipping()),
                c.problem().model(),
                c.problem().task(),
                c.problem().entry().task().family(),
                c.problem().length(),
                c.state(),
                c.skipReason().orElse(null),
                c.runs(),
                c.solved(),
                c.runs() == 0 || !c.solvable() ? null : (double) c.solved() / c.runs(),
                c.interval().orElse(null),
                c.medianCost().map(Documents::median).orElse(null),
                c.expectedCost().isPresent() ? c.expectedCost().getAsDouble() : null,
                causes,
                c.winner()
                        .map(t -> new Winner(
                                Numbers.settings(t.optimizer().settings()),
                                Numbers.settings(t.clipping().settings()),
                                t.schedule().name()))
                        .orElse(null),
                new Curves(
                        "results.jsonl",
                        c.evaluation().stream()
                                .map(r -> r.stored().id().value())
                                .toList()));
    }

    private static Median median(MedianCost median) {
        return median.known() ? new Median(false, median.value(), null) : new Median(true, null, median.value());
    }

    private static SpanRow span(Span s) {
        List<PointRow> points = new ArrayList<>();
        for (int i = 0; i < s.lengths().size(); i++) {
            Rate rate = s.rates().get(i);
            points.add(new PointRow(s.lengths().get(i), rate.runs(), rate.solved(), rate.interval()));
        }
        return new SpanRow(
                s.arm().optimizer(),
                s.arm().clipping(),
                s.model(),
                s.task(),
                points,
                s.half().length().map(Numbers::finite).orElse(null),
                s.half().interval().orElse(null),
                s.half().verdict());
    }

    private static ComparisonRow comparison(Comparison c) {
        return new ComparisonRow(
                c.arm().optimizer(),
                c.arm().clipping(),
                c.against().clipping(),
                c.problem().model(),
                c.problem().task(),
                c.problem().length(),
                c.seeds(),
                c.effect().map(PairedEffect::probability).orElse(null),
                c.effect().map(PairedEffect::interval).orElse(null),
                c.p().orElse(null),
                c.adjusted().orElse(null),
                c.verdict());
    }
}
