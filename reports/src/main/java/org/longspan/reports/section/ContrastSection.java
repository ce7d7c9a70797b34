package org.longspan.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.longspan.reports.figure.ContrastForest;
import org.longspan.reports.inference.Analysis;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Section;

/** Models, schedules and policies against each other, where a run has several. */
final class ContrastSection implements Section {

    @Override
    public Optional<Part> of(Material material) {
        Analysis analysis = material.conclusions().analysis();
        EffectTable tables = new EffectTable(material.conclusions().rows());
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(material.drawing(ContrastForest.models(material.conclusions())));
        blocks.addAll(tables.fold("model-table", "Models", analysis.models()));
        if (!analysis.schedules().isEmpty()) {
            blocks.add(new Block.Heading("schedules", "Schedules"));
            blocks.addAll(material.drawing(ContrastForest.schedules(material.conclusions())));
            blocks.addAll(tables.fold("schedule-table", "Each against the first", analysis.schedules()));
        }
        if (!analysis.policies().isEmpty()) {
            blocks.add(new Block.Heading("policies", "Policies for gradients that are not finite"));
            blocks.addAll(material.drawing(ContrastForest.policies(material.conclusions())));
            blocks.addAll(tables.fold("policy-table", "Each against the first", analysis.policies()));
        }
        String title = analysis.schedules().isEmpty() && analysis.policies().isEmpty()
                ? "Models"
                : "Models, schedules, policies";
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new Part("models", "Models", title, blocks));
    }
}
