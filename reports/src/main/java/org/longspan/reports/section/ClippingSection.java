package org.longspan.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.reports.figure.ClippingForest;
import org.longspan.reports.figure.Pooling;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.finding.Rate;
import org.longspan.reports.inference.ClippingAnswers;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Section;
import org.longspan.reports.page.Table;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;

/** Whether clipping helps, and whom. */
final class ClippingSection implements Section {

    @Override
    public Optional<Part> of(Material material) {
        ClippingAnswers answers = material.conclusions().analysis().clippings();
        EffectTable tables = new EffectTable(material.conclusions().rows());
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Words("Differences of the score between runs that share optimizer, problem, block, data and"
                        + " initial weights, a mean for each (kin of optimizers, problem, block). Wins / losses / ties count"
                        + " pairs; identical pairs are the same run bit for bit, so the clipping never acted. p is that of a"
                        + " sign flip over clusters, adjusted by Holm; under 10 clusters that differ there is none. "
                        + EffectTable.HOW));
        blocks.addAll(material.drawing(ClippingForest.of(material.conclusions())));
        blocks.addAll(material.drawing(ClippingForest.perOptimizer(material.conclusions())));
        closed(answers).forEach(text -> blocks.add(new Block.Words(text)));
        blocks.addAll(tables.fold("clipping-table", "Each clipping against none", answers.pooled()));
        blocks.addAll(tables.fold("clipping-pairs", "Clippings against each other", answers.pairs()));
        blocks.addAll(
                tables.fold("clipping-optimizer-numbers", "Each clipping on each optimizer", answers.perOptimizer()));
        blocks.addAll(
                tables.fold("clipping-problems", "Each clipping on each optimizer and problem", answers.perProblem()));
        blocks.add(rates(material.run()));
        return Optional.of(new Part("clippings", "Clippings", "Clippings", blocks));
    }

    private static List<String> closed(ClippingAnswers clippings) {
        List<String> closed = new ArrayList<>();
        if (clippings.blocksForOptimizers() > 0) {
            closed.add("Single optimizers cannot be looked at: that takes " + clippings.blocksForOptimizers()
                    + " blocks of every clipping.");
        }
        if (clippings.blocksForProblems() > 0) {
            closed.add("Single optimizers on single problems cannot be looked at: that takes "
                    + clippings.blocksForProblems() + " blocks of every clipping.");
        }
        return closed;
    }

    private static Block rates(ArrangedRun run) {
        boolean compares = run.unclipped().isPresent() && run.clippings().size() > 1;
        if (run.solvableTaskNames().isEmpty()) {
            return new Block.Words(
                    "No task of this run has a solved criterion, so there are no solved rates to compare.");
        }
        if (!compares) {
            return new Block.Words("Every arm of this run is "
                    + (run.unclipped().isPresent() ? "without" : "with") + " clipping: there is nothing to compare.");
        }
        Table table = Table.of(
                "rate-table",
                "Solved with and without clipping",
                "Task",
                "Model",
                "#T",
                "Without clipping",
                "95 %",
                "With clipping",
                "95 %");
        List<Table.Row> rows = new ArrayList<>();
        for (String task : run.solvableTaskNames()) {
            for (String model : run.modelsOf(task)) {
                run.entries(task).stream()
                        .filter(entry -> run.has(model, entry))
                        .forEach(entry -> rows.add(rate(run, model, entry)));
            }
        }
        return new Block.Fold(
                "Solved with and without clipping",
                "pooled over arms",
                false,
                List.of(
                        new Block.Words("Evaluation runs solved" + Pooling.arms(run)
                                + ", with intervals of 95 % over blocks. They are a first look: the comparisons above"
                                + " are paired within blocks."),
                        new Block.Listing(table.with(rows))));
    }

    private static Table.Row rate(ArrangedRun run, String model, TaskEntry entry) {
        List<CellResult> cells = run.cells(
                c -> c.problem().entry().equals(entry) && c.problem().model().equals(model));
        Rate without = rate(cells, run, false);
        Rate with = rate(cells, run, true);
        return Table.row(
                Tags.NONE.on(run, run.problem(model, entry)),
                run.tasks().get(entry.task()),
                model,
                entry.task().length(),
                share(without),
                interval(without),
                share(with),
                interval(with));
    }

    private static Rate rate(List<CellResult> cells, ArrangedRun run, boolean clipped) {
        return Rate.of(cells.stream()
                .filter(c -> run.clips(c.arm().clipping()) == clipped)
                .toList());
    }

    private static String share(Rate rate) {
        return rate.runs() == 0 ? Table.NOTHING : rate.toString();
    }

    private static String interval(Rate rate) {
        return rate.runs() == 0
                ? Table.NOTHING
                : Math.round(100 * rate.interval().low()) + " to "
                        + TextFormat.percent(rate.interval().high());
    }
}
