package org.longspan.reports.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.Design;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.Outcome;
import org.longspan.reports.figure.LearningRate;
import org.longspan.reports.figure.Outcomes;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.finding.Caveat;
import org.longspan.reports.finding.Rate;
import org.longspan.reports.finding.Span;
import org.longspan.reports.page.Page.CaveatGroup;
import org.longspan.reports.page.Page.RateLine;
import org.longspan.reports.page.Page.ReferenceLine;
import org.longspan.reports.page.Page.SpanLine;
import org.longspan.reports.page.Page.SpanTable;
import org.longspan.reports.page.Page.TrialLine;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Run;

/** Turns facts into the rows of tables. */
final class Tables {

    private static final String NOTHING = "–";
    private static final int FEW = 6;

    private Tables() {}

    static List<RateLine> rates(ArrangedRun run) {
        List<RateLine> lines = new ArrayList<>();
        for (String task : run.solvableTaskNames()) {
            for (String model : run.modelsOf(task)) {
                for (TaskEntry entry : run.entries(task)) {
                    List<CellResult> cells = run.cells(c -> c.problem().entry().equals(entry)
                            && c.problem().model().equals(model));
                    if (cells.isEmpty()) {
                        continue;
                    }
                    Rate with = rate(cells, run, true);
                    Rate without = rate(cells, run, false);
                    lines.add(new RateLine(
                            task,
                            entry.task().length(),
                            model,
                            share(without),
                            interval(without),
                            share(with),
                            interval(with),
                            (int) Math.round(100 * without.share()),
                            (int) Math.round(100 * with.share())));
                }
            }
        }
        return lines;
    }

    static List<ReferenceLine> references(ArrangedRun run) {
        return run.manifest().references().stream()
                .map(reference -> reference(run, reference))
                .toList();
    }

    private static ReferenceLine reference(ArrangedRun run, Manifest.Reference r) {
        TaskEntry entry = run.manifest().design().tasks().stream()
                .filter(e -> e.task().equals(r.task()))
                .findFirst()
                .orElseThrow();
        boolean solves = entry.solvable() && r.testMeasure() != null && r.testMeasure() <= entry.solvedAtMost();
        return new ReferenceLine(
                run.tasks().get(entry.task()),
                r.task().length(),
                run.models().get(r.model()),
                r.block(),
                TextFormat.count(r.sequences()),
                TextFormat.precise(r.ridge()),
                printed(r.testLoss()),
                TextFormat.precise(entry.chance()),
                printed(r.testMeasure()),
                printed(entry.solvedAtMost()),
                !entry.solvable() ? NOTHING : solves ? "solved" : "not solved");
    }

    private static String printed(Double value) {
        return value == null ? NOTHING : TextFormat.precise(value);
    }

    private static Rate rate(List<CellResult> cells, ArrangedRun run, boolean clipped) {
        return Rate.of(cells.stream()
                .filter(c -> run.clips(c.arm().clipping()) == clipped)
                .toList());
    }

    private static String share(Rate rate) {
        return rate.runs() == 0 ? NOTHING : rate.toString();
    }

    private static String interval(Rate rate) {
        return rate.runs() == 0 ? NOTHING : percents(rate.interval());
    }

    private static String percents(Interval i) {
        return Math.round(100 * i.low()) + " to " + TextFormat.percent(i.high());
    }

    static SpanTable spans(ArrangedRun run, List<Span> spans) {
        List<String> columns = new ArrayList<>();
        run.solvableTaskNames().forEach(t -> run.modelsOf(t).forEach(m -> columns.add(m + ", " + t)));
        List<SpanLine> lines = new ArrayList<>();
        for (String optimizer : run.optimizers()) {
            for (String clipping : run.clippings()) {
                Arm arm = new Arm(optimizer, clipping);
                Map<String, String> verdicts = spans.stream()
                        .filter(s -> s.arm().equals(arm))
                        .collect(Collectors.toMap(
                                s -> s.model() + ", " + s.task(), s -> s.half().verdict()));
                lines.add(new SpanLine(
                        optimizer,
                        clipping,
                        columns.stream()
                                .map(column -> verdicts.getOrDefault(column, "left out by the plan"))
                                .toList()));
            }
        }
        return new SpanTable(columns, lines);
    }

    static List<CaveatGroup> caveats(List<Caveat> caveats) {
        Map<String, List<Caveat>> byKind = new LinkedHashMap<>();
        caveats.forEach(c -> byKind.computeIfAbsent(title(c.kind()), kind -> new ArrayList<>())
                .add(c));
        List<CaveatGroup> groups = new ArrayList<>();
        byKind.forEach((title, of) -> groups.add(new CaveatGroup(title, of.size() <= FEW, of)));
        return groups;
    }

    private static String title(String kind) {
        return switch (kind) {
            case "sample" -> "Only a sample";
            case "left-out" -> "Left out of the crossing";
            case "missing" -> "Not all there";
            case "unchecked" -> "Not checked for damage";
            case "code" -> "More than one state of the code";
            case "data" -> "Data that training does not show";
            case "cap" -> "Cap on the cost overrun";
            case "costs" -> "Costs not measured";
            case "skipped" -> "Skipped";
            case "failed" -> "Failed";
            case "edge" -> "Chosen settings at the edge of their range";
            case "confirmation" -> "Never confirmed";
            case "test" -> "Solved, but not on the test sequences";
            default -> "Under-tuned";
        };
    }

    /** Returns the evaluation runs; of a large plan, those of tuning would fill most of the page. */
    static List<TrialLine> trials(ArrangedRun run) {
        Set<String> tuned = tuned(run.manifest().design());
        return run.runs().stream()
                .filter(Run::evaluates)
                .map(r -> trial(run, r, tuned))
                .toList();
    }

    /** Names of methods with names of the settings that are tuned: others are the same in every row. */
    private static Set<String> tuned(Design design) {
        Set<String> tuned = new HashSet<>();
        Stream.concat(design.optimizers().stream(), design.clippings().stream())
                .forEach(m -> m.ranges().forEach(range -> tuned.add(m.name() + " " + range.setting())));
        return tuned;
    }

    private static TrialLine trial(ArrangedRun run, Run r, Set<String> tuned) {
        OptionalDouble rate = LearningRate.of(r.trial().optimizer());
        CurvePoint last = r.last();
        boolean ran = !r.skipped();
        var circumstances = r.stored().circumstances();
        return new TrialLine(
                r.stored().id().value(),
                r.problem().task(),
                r.problem().length(),
                r.problem().model(),
                r.arm().optimizer(),
                r.arm().clipping(),
                r.block(),
                rate.isPresent() ? TextFormat.precise(rate.getAsDouble()) : NOTHING,
                settings(r, tuned),
                Outcomes.word(r.outcome()),
                detail(r.outcome()),
                ran ? TextFormat.count(r.cost()) : NOTHING,
                ran ? TextFormat.count(r.stored().result().costs().updates()) : NOTHING,
                last == null || last.validationLoss() == null ? NOTHING : TextFormat.precise(last.validationLoss()),
                ran && circumstances != null ? TextFormat.precise(circumstances.seconds()) : NOTHING);
    }

    private static String settings(Run r, Set<String> tuned) {
        return Stream.concat(
                        settings(r.trial().optimizer(), tuned),
                        settings(r.trial().clipping(), tuned))
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> settings(Choice choice, Set<String> tuned) {
        return choice.settings().values().entrySet().stream()
                .filter(e -> !e.getKey().toLowerCase(Locale.ROOT).startsWith("learning")
                        && tuned.contains(choice.name() + " " + e.getKey()))
                .map(e -> e.getKey() + " " + (e.getValue() instanceof Double d ? TextFormat.precise(d) : e.getValue()));
    }

    private static String detail(Outcome outcome) {
        if (outcome instanceof Outcome.Diverged d) {
            return Outcomes.cause(d.cause()) + " at " + TextFormat.count(d.update());
        }
        if (outcome instanceof Outcome.Skipped s) {
            return s.reason();
        }
        return outcome instanceof Outcome.Failed f ? f.error() : "";
    }
}
