package org.longspan.reports.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.reports.figure.CurveFigure;
import org.longspan.reports.figure.DivergenceFigure;
import org.longspan.reports.figure.HeatMap;
import org.longspan.reports.figure.LengthFigure;
import org.longspan.reports.figure.Pooling;
import org.longspan.reports.figure.Reach;
import org.longspan.reports.figure.SensitivityFigure;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.finding.Answers;
import org.longspan.reports.finding.Findings;
import org.longspan.reports.finding.Rate;
import org.longspan.reports.page.Page.Fact;
import org.longspan.reports.page.Page.Panel;
import org.longspan.reports.page.Page.Tally;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.ReplayLine;
import org.longspan.reports.summary.TrialCounts;
import org.longspan.reports.summary.UnpublishedSizes;

/** Prepares the page of a run and prints it. */
public final class Pages {

    private final ArrangedRun run;
    private final String sizes; // what every caption ends with

    private Pages(ArrangedRun run) {
        this.run = run;
        this.sizes = UnpublishedSizes.note(run);
    }

    /**
     * Returns the page as HTML.
     *
     * @param costs measured costs, empty if there are none
     */
    public static String html(ArrangedRun run, Findings findings, List<Page.CostLine> costs) {
        Page page = new Pages(run).page(findings, costs);
        StringOutput output = new StringOutput(1 << 20);
        TemplateEngine.createPrecompiled(ContentType.Html).render("report.jte", page, output);
        return output.toString();
    }

    private Page page(Findings findings, List<Page.CostLine> costs) {
        Manifest m = run.manifest();
        List<Page.TrialLine> trials = Tables.trials(run);
        return new Page(
                m.provenance().plan(),
                m.provenance().planText(),
                Headline.of(run),
                Answers.of(findings.conclusions()),
                clippingLede(),
                RunFacts.of(run),
                run.modelNames().stream()
                        .map(model -> new Fact(model, run.described(model)))
                        .toList(),
                tally(),
                new TreeMap<>(m.provenance().code())
                        .entrySet().stream()
                                .map(e -> new Fact(e.getKey(), e.getValue()))
                                .toList(),
                Reach.of(run).noting(sizes),
                run.taskNames().stream()
                        .map(task -> HeatMap.of(run, task, findings.audits()).noting(sizes))
                        .toList(),
                Tables.rates(run),
                Tables.references(run),
                InferenceTables.of(findings.conclusions()),
                LengthFigure.of(run).noting(sizes),
                Tables.spans(run, findings.spans()),
                curves(),
                sensitivity(),
                DivergenceFigure.of(run).noting(sizes),
                costs,
                trials,
                ReplayLine.command(run, "ID"),
                run.folder().equals(ReplayLine.FOLDER),
                run.runs().size() - trials.size(),
                Tables.caveats(findings.caveats()),
                methods(),
                tasks(),
                run.tuned(),
                run.selects(),
                resource("figure.css"),
                resource("page.css"),
                resource("page.js"));
    }

    private String clippingLede() {
        if (run.solvableTaskNames().isEmpty()) {
            return "No task of this run has a solved criterion, so there are no solved rates to compare.";
        }
        String lede = "Evaluation runs solved" + Pooling.arms(run) + ", with 95 % Wilson intervals.";
        if (run.unclipped().isPresent() && run.clippings().size() > 1) {
            return lede + " Runs of one block share their luck, so these intervals are only a first look; the"
                    + " comparisons below are paired.";
        }
        return lede + " Every arm of this run is " + (run.unclipped().isPresent() ? "without" : "with")
                + " clipping: there is nothing to compare.";
    }

    private List<Tally> tally() {
        TrialCounts c = run.counts();
        boolean open = run.solvableTaskNames().size() < run.taskNames().size();
        return List.of(
                        new Tally("t-solved", "solved", c.solved()),
                        new Tally("t-spent", open ? "budget spent" : "budget spent, unsolved", c.budgetSpent()),
                        new Tally("t-diverged", "diverged", c.diverged()),
                        new Tally("t-skipped", "skipped", c.skipped()),
                        new Tally("t-failed", "failed", c.failed()),
                        new Tally("t-missing", "not run yet", c.missing()))
                .stream()
                .filter(t -> t.trials() > 0 || t.kind().equals("t-solved"))
                .toList();
    }

    private List<Panel> curves() {
        List<Panel> panels = new ArrayList<>();
        for (String task : run.taskNames()) {
            for (TaskEntry entry : run.entries(task)) {
                for (String model : run.modelsOf(task)) {
                    if (!run.has(model, entry)) {
                        continue;
                    }
                    Problem problem = run.problem(model, entry);
                    List<CellResult> cells = run.cells(c -> c.problem().equals(problem));
                    String id = "curves-" + panels.size();
                    int runs = cells.stream().mapToInt(CellResult::runs).sum();
                    String note = entry.solvable() ? solved(Rate.of(cells)) : TextFormat.count(runs, "run");
                    panels.add(new Panel(note, CurveFigure.of(run, problem, id).noting(sizes)));
                }
            }
        }
        return panels;
    }

    private static String solved(Rate rate) {
        return TextFormat.count(rate.solved()) + " of " + TextFormat.count(rate.runs(), "run") + " solved";
    }

    private List<Panel> sensitivity() {
        List<Panel> panels = new ArrayList<>();
        for (String task : run.taskNames()) {
            for (String model : run.modelsOf(task)) {
                String id = "rate-" + panels.size();
                String note = TextFormat.count(run.lengths(task).size(), "length");
                SensitivityFigure.of(run, task, model, id)
                        .ifPresent(figure -> panels.add(new Panel(note, figure.noting(sizes))));
            }
        }
        return panels;
    }

    private List<MethodEntry> methods() {
        List<MethodEntry> all = new ArrayList<>(run.manifest().design().optimizers());
        all.addAll(run.manifest().design().clippings());
        all.addAll(run.manifest().design().schedules());
        all.addAll(run.manifest().design().policies());
        all.addAll(run.manifest().design().methods());
        return all;
    }

    private List<Fact> tasks() {
        return run.manifest().design().tasks().stream()
                .map(e -> new Fact(run.tasks().get(e.task()), e.citation() + files(e)))
                .distinct()
                .toList();
    }

    /** Returns what a task's files hold; where they lay is a circumstance that the manifest alone keeps. */
    private static String files(TaskEntry entry) {
        return new TreeMap<>(entry.task().files())
                .entrySet().stream()
                        .map(file -> " Its " + file.getKey() + ": " + file.getValue() + ".")
                        .collect(Collectors.joining());
    }

    private static String resource(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            return new String(
                    Optional.ofNullable(in)
                            .orElseThrow(() -> new IllegalStateException("no resource " + name))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
