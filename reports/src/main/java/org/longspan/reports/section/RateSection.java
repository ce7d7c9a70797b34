package org.longspan.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.longspan.reports.figure.DivergenceMap;
import org.longspan.reports.figure.GoodRegion;
import org.longspan.reports.figure.Order;
import org.longspan.reports.figure.SensitivityFigure;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Section;
import org.longspan.reports.summary.ArrangedRun;

/** How much hangs on the learning rate, and where training diverges. */
final class RateSection implements Section {

    @Override
    public Optional<Part> of(Material material) {
        ArrangedRun run = material.run();
        Order order = material.order();
        List<Block> blocks = new ArrayList<>();
        List<Block> folds = new ArrayList<>();
        for (String task : run.taskNames()) {
            for (String model : run.modelsOf(task)) {
                String id = "rate-" + folds.size();
                SensitivityFigure.of(run, task, model, id, order)
                        .ifPresent(figure -> folds.add(material.folded(figure, "", false)));
            }
        }
        if (folds.isEmpty()) {
            blocks.add(new Block.Words("No optimizer of this run has a learning rate to tune."));
        } else {
            blocks.add(new Block.Words(
                    run.selects()
                            ? "The tuning runs: one run a setting in each block, before any was chosen."
                            : "Every run of each setting: this plan chooses none."));
            blocks.addAll(material.drawing(GoodRegion.of(run)));
            blocks.addAll(folds);
        }
        blocks.add(new Block.Heading("divergences", "What diverged, and why"));
        List<Block> diverged = material.drawing(DivergenceMap.of(run));
        blocks.addAll(diverged.isEmpty() ? List.of(new Block.Words("No trial diverged.")) : diverged);
        return Optional.of(new Part("rates", "Rates", "How much hangs on the learning rate", blocks));
    }
}
