package org.longspan.reports.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.Trial;
import org.longspan.reports.finding.Rate;
import org.longspan.reports.finding.Span;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.statistics.MedianCost;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;

/** What the cells of the grid came to. */
public final class GridRows {

    private GridRows() {}

    /** A solved rate pooled over arms. */
    public record RateRow(
            String model,
            String cell,
            String task,
            String family,
            int length,
            boolean clipped,
            int runs,
            int solved,
            Double solvedRate,
            Interval interval95) {}

    /** What a method without a training run reaches on the data of one block. */
    public record ReferenceRow(
            String reference,
            String model,
            String task,
            String family,
            int length,
            int block,
            int sequences,
            Double ridge,
            Double testLoss,
            Double testMeasure) {}

    /** A cell of the grid; figures from evaluation runs only. */
    public record Cell(
            String optimizer,
            String clipping,
            boolean clipped,
            String model,
            String task,
            String family,
            int length,
            String state,
            String skipReason,
            int runs,
            int solved,
            Double solvedRate,
            Interval wilson95,
            Double score,
            Median medianCost,
            Double expectedCost,
            Map<String, Integer> divergences,
            List<Chosen> chosen,
            Curves curves) {}

    /** A median cost in sequence-forwards; censored where fewer than half of the runs solved. */
    public record Median(boolean censored, Double value, Double over) {}

    /** The settings that a block chose. */
    public record Chosen(
            int block, String schedule, String policy, Map<String, Object> optimizer, Map<String, Object> clipping) {}

    /** Where the learning curves of a cell's evaluation runs stand. */
    public record Curves(String file, List<String> trials) {}

    /** An arm against length. */
    public record SpanRow(
            String optimizer,
            String clipping,
            String model,
            String task,
            List<PointRow> points,
            Double t50,
            Interval t50Interval95,
            String verdict) {}

    /** A solved rate at one length. */
    public record PointRow(int length, int runs, int solved, Interval interval95) {}

    static List<ReferenceRow> references(ArrangedRun run) {
        return run.manifest().references().stream().map(r -> reference(run, r)).toList();
    }

    private static ReferenceRow reference(ArrangedRun run, Manifest.Reference r) {
        return new ReferenceRow(
                r.name(),
                run.models().get(r.model()),
                run.tasks().get(r.task()),
                r.task().family(),
                r.task().length(),
                r.block(),
                r.sequences(),
                r.ridge(),
                r.testLoss(),
                r.testMeasure());
    }

    static List<RateRow> rates(ArrangedRun run) {
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
                                    rows.add(rate(
                                            run.tasks().get(entry.task()),
                                            model.cell().name(),
                                            cells.get(0),
                                            clipped,
                                            Rate.of(cells)));
                                }
                            }
                        }));
        return rows;
    }

    private static RateRow rate(String task, String cell, CellResult any, boolean clipped, Rate rate) {
        return new RateRow(
                any.problem().model(),
                cell,
                task,
                any.problem().entry().task().family(),
                any.problem().length(),
                clipped,
                rate.runs(),
                rate.solved(),
                rate.runs() == 0 ? null : rate.share(),
                rate.runs() == 0 ? null : rate.interval());
    }

    static Cell cell(ArrangedRun run, CellResult c) {
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
                c.score().isPresent() ? c.score().getAsDouble() : null,
                c.medianCost().map(GridRows::median).orElse(null),
                c.expectedCost().isPresent() ? c.expectedCost().getAsDouble() : null,
                causes,
                c.chosen().stream().map(GridRows::chosen).toList(),
                new Curves(
                        "results.jsonl",
                        c.evaluation().stream()
                                .map(r -> r.stored().id().value())
                                .toList()));
    }

    private static Chosen chosen(Trial trial) {
        return new Chosen(
                trial.replicate().block(),
                trial.schedule().name(),
                trial.nonFiniteGradient().name(),
                Numbers.settings(trial.optimizer().settings()),
                Numbers.settings(trial.clipping().settings()));
    }

    private static Median median(MedianCost median) {
        return median.known() ? new Median(false, median.value(), null) : new Median(true, null, median.value());
    }

    static SpanRow span(Span s) {
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
}
