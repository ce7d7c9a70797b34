package org.longspan.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.longspan.reports.figure.CostProfile;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.PerformanceFigure;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Section;

/** How soon each optimizer solves, in several measures of cost. */
final class ReachSection implements Section {

    @Override
    public Optional<Part> of(Material material) {
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(choice(
                material,
                "What is solved within a cost in",
                CostProfile.of(material.run(), material.conclusions().profiles())));
        blocks.addAll(choice(
                material,
                "How far from the cheapest in",
                PerformanceFigure.of(material.run(), material.conclusions().profiles())));
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part("cost", "Cost", "What it costs to solve", blocks));
    }

    private static List<Block> choice(Material material, String label, List<Figure> figures) {
        List<Block.Named> named = new ArrayList<>();
        for (Figure figure : figures) {
            named.add(new Block.Named(unit(figure), material.noted(figure)));
        }
        return named.isEmpty() ? List.of() : List.of(new Block.Choice(label, named));
    }

    /** An id is a kind of figure, a hyphen and the unit. */
    private static String unit(Figure figure) {
        return figure.id().substring(figure.id().indexOf('-') + 1);
    }
}
