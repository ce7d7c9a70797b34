package org.longspan.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.longspan.reports.figure.HalfLengthFigure;
import org.longspan.reports.figure.RateByLength;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Section;
import org.longspan.reports.page.Table;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.ArrangedRun;

/** What length takes away, where a task has several. */
final class LengthSection implements Section {

    @Override
    public Optional<Part> of(Material material) {
        ArrangedRun run = material.run();
        if (run.solvableTaskNames().stream().allMatch(task -> run.lengths(task).size() < 2)) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Words("Longer tasks ask a network to remember for longer. What solved a task at one length"
                + " may be lost at the next; clipping can move that edge. T50 is the length that is learned half of the"
                + " time."));
        blocks.addAll(material.drawing(HalfLengthFigure.of(run)));
        blocks.addAll(material.drawing(RateByLength.of(run)));
        blocks.add(new Block.Fold(
                "T50 of each arm, model and task", "", false, List.of(new Block.Listing(spans(material)))));
        return Optional.of(new Part("length", "Length", "What length takes away", blocks));
    }

    private static Table spans(Material material) {
        ArrangedRun run = material.run();
        List<String> columns = new ArrayList<>();
        run.solvableTaskNames().forEach(t -> run.modelsOf(t).forEach(m -> columns.add(m + ", " + t)));
        List<String> heads = new ArrayList<>(List.of("Optimizer", "Clipping"));
        heads.addAll(columns);
        List<Table.Row> rows = new ArrayList<>();
        for (String optimizer : run.optimizers()) {
            for (String clipping : run.clippings()) {
                Arm arm = new Arm(optimizer, clipping);
                Map<String, String> verdicts = material.findings().spans().stream()
                        .filter(s -> s.arm().equals(arm))
                        .collect(Collectors.toMap(
                                s -> s.model() + ", " + s.task(), s -> s.half().verdict()));
                List<Object> cells = new ArrayList<>(List.of(optimizer, clipping));
                columns.forEach(column -> cells.add(verdicts.getOrDefault(column, "left out by the plan")));
                rows.add(Table.row(Tags.of(run, arm), cells.toArray()));
            }
        }
        return Table.of("span-table", "T50 of each arm", heads.toArray(String[]::new))
                .with(rows);
    }
}
