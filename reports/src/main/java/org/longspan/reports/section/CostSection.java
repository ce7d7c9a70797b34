package org.longspan.reports.section;

import java.util.List;
import java.util.Optional;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Section;
import org.longspan.reports.page.Table;

/** What an update costs, where JMH measured it. */
final class CostSection implements Section {

    @Override
    public Optional<Part> of(Material material) {
        List<Table.Row> rows = material.costs().lines().stream()
                .map(c -> Table.row(Tags.NONE, c.benchmark(), c.parameters(), c.score(), c.error(), c.unit()))
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Table table = Table.of(
                "cost-table", "Measured costs", "Benchmark", "Parameters", "#Score", "#Error (99.9 %)", "Unit");
        return Optional.of(new Part(
                "costs",
                "Costs",
                "What an update costs",
                List.of(new Block.Words("Measured with JMH beside this run."), new Block.Listing(table.with(rows)))));
    }
}
