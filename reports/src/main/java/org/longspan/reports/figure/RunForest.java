package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.List;
import org.longspan.reports.inference.Design;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.Evidence;
import org.longspan.reports.statistics.Interval;

/** Draws differences of the score between two whole runs, a row each. */
public final class RunForest {

    private static final List<String> HOW = List.of(
            "Right of zero the run scores higher than the base. A disc: shown, after the adjustment for the number of"
                    + " comparisons; a ring: not shown. A ring without a line: too few clusters differ for a test.",
            "The shaded band holds differences that are too small to matter. \u201cPairs that differ\u201d leaves out"
                    + " those whose two runs are the same bit for bit.");

    private RunForest() {}

    /**
     * A difference.
     *
     * @param name of what it is
     * @param below a second line, perhaps empty
     * @param effect the difference
     * @param verdict in a word or two
     * @param tags of what the filter hides
     */
    public record Row(String name, String below, Effect effect, String verdict, Tags tags) {}

    /**
     * Returns the figure.
     *
     * @param base what the differences are to, in a word or two
     * @param rows from top to bottom, at least one
     */
    public static Figure of(String id, String title, String base, List<Row> rows, String caption) {
        List<EffectForest.Row> drawn = new ArrayList<>();
        rows.forEach(row ->
                drawn.add(new EffectForest.Row(row.name(), row.below(), row.effect(), row.verdict(), row.tags())));
        String svg = new EffectForest(id, base, drawn).svg(title);
        return new Figure(id, title, svg, caption, HOW, csv(rows));
    }

    private static String csv(List<Row> rows) {
        Csv csv = new Csv(
                "of",
                "and",
                "pairs",
                "wins",
                "losses",
                "identical",
                "clusters",
                "clusters_that_differ",
                "difference",
                "low",
                "high",
                "p",
                "adjusted_p",
                "margin",
                "verdict");
        for (Row row : rows) {
            Effect effect = row.effect();
            csv.row(
                    row.name(),
                    row.below(),
                    effect.counts().pairs(),
                    effect.counts().wins(),
                    effect.counts().losses(),
                    effect.counts().identical(),
                    effect.counts().clusters(),
                    effect.counts().nonZero(),
                    effect.mean(),
                    effect.evidence().map(Evidence::interval).map(Interval::low).orElse(null),
                    effect.evidence()
                            .map(Evidence::interval)
                            .map(Interval::high)
                            .orElse(null),
                    effect.evidence().map(Evidence::p).orElse(null),
                    effect.evidence().map(Evidence::adjusted).orElse(null),
                    Design.MARGIN,
                    row.verdict());
        }
        return csv.toString();
    }
}
