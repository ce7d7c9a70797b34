package org.longspan.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.VarianceFigure;
import org.longspan.reports.finding.ScoreText;
import org.longspan.reports.inference.VarianceComponents;
import org.longspan.reports.inference.VarianceComponents.Component;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Section;
import org.longspan.reports.page.Table;

/** What decides the score. */
final class VarianceSection implements Section {

    @Override
    public Optional<Part> of(Material material) {
        Optional<VarianceComponents> variance = material.conclusions().variance();
        List<Block> blocks = new ArrayList<>();
        if (variance.isEmpty()) {
            blocks.add(new Block.Words("The runs do not determine what decides the score: that takes cells with two"
                    + " blocks, and scores that differ."));
        } else {
            blocks.add(new Block.Words("Shares of the variance of the score, by mean squared differences of pairs of"
                    + " runs. An estimate under zero says that a component is small beside its error. They speak of"
                    + " these lists of methods and problems only."));
            blocks.addAll(material.drawing(VarianceFigure.of(material.conclusions())));
            Table table = Table.of("variance-table", "What decides the score", "Source", "#Share", "95 %");
            blocks.add(new Block.Fold(
                    "The numbers",
                    "",
                    false,
                    List.of(new Block.Listing(table.with(variance.get().components().stream()
                            .map(VarianceSection::row)
                            .toList())))));
        }
        return Optional.of(new Part("variance", "Decides", "What decides", blocks));
    }

    private static Table.Row row(Component component) {
        return Table.row(
                Tags.NONE,
                component.source().label(),
                ScoreText.percent(component.share()),
                ScoreText.percent(component.interval().low()) + " to "
                        + ScoreText.percent(component.interval().high()));
    }
}
