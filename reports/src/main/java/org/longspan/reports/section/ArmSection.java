package org.longspan.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.HeatMap;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Section;
import org.longspan.reports.page.Table;
import org.longspan.reports.statistics.MedianCost;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;

/** Every optimizer under every clipping, problem by problem. */
final class ArmSection implements Section {

    @Override
    public Optional<Part> of(Material material) {
        ArrangedRun run = material.run();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Words(
                (run.tuned() ? "Each cell is tuned for itself and judged on a fresh seed, block by block. " : "")
                        + "A run that diverged counts as a run. A cell leads to its curves and its trials."));
        for (String task : run.taskNames()) {
            Figure map = HeatMap.of(run, task, material.findings().audits(), material.order());
            blocks.add(material.folded(map, "", false));
        }
        List<Table.Row> rows = run.cells().stream()
                .filter(cell -> !cell.leftOut())
                .map(cell -> row(run, cell))
                .toList();
        Table table = Table.of(
                "arm-table",
                "Every cell",
                "Optimizer",
                "Clipping",
                "Task",
                "#T",
                "Model",
                "#Score",
                "#Runs",
                "#Solved",
                "#Diverged",
                "Median cost to solve, sequence-forwards");
        blocks.add(new Block.Fold(
                "The table of arms",
                TextFormat.count(rows.size(), "cell"),
                false,
                List.of(new Block.Listing(table.with(rows)))));
        return Optional.of(new Part("arms", "Arms", "Every optimizer under every clipping", blocks));
    }

    private static Table.Row row(ArrangedRun run, CellResult cell) {
        return Table.row(
                Tags.of(run, cell.arm()).on(run, cell.problem()),
                cell.arm().optimizer(),
                cell.arm().clipping(),
                cell.problem().task(),
                cell.problem().length(),
                cell.problem().model(),
                cell.score().isPresent() ? TextFormat.precise(cell.score().getAsDouble()) : Table.NOTHING,
                cell.runs() > 0 ? cell.runs() : cell.state().replace('-', ' '),
                cell.runs() > 0 && cell.solvable() ? cell.solved() : Table.NOTHING,
                cell.runs() > 0 ? cell.diverged() : Table.NOTHING,
                cell.medianCost().map(ArmSection::cost).orElse(Table.NOTHING));
    }

    private static String cost(MedianCost median) {
        return (median.known() ? "" : "> ") + TextFormat.count(Math.round(median.value()));
    }
}
