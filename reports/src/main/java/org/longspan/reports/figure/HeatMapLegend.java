package org.longspan.reports.figure;

import java.util.List;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;

/**
 * The keys of a {@link HeatMap}: its colours, and those marks that some cell has.
 *
 * @param run whole
 * @param task of the map
 * @param cells of the map
 * @param cell draws them
 */
record HeatMapLegend(ArrangedRun run, String task, List<CellResult> cells, HeatMapCell cell) {

    private static final double STEP = 14;

    Legend legend(double room) {
        boolean solvable = run.solvable(task);
        String low = solvable ? "score 0" : "loss at chance";
        double before = TextFormat.width(low, 12);
        Legend legend = new Legend(room).key(before + 11 * STEP, solvable ? "1" : "0", (svg, x, y) -> {
            svg.text(x, y + 4, "", low);
            scale(svg, x + before, y - 7);
        });
        if (solvable) {
            legend.key(0, ".32  mean score", Legend.Mark.NONE).key(0, "no number: nothing solved", Legend.Mark.NONE);
        }
        if (cells.stream().anyMatch(HeatMapCell::hasInterval)) {
            legend.key(
                    28,
                    "95 % interval of the solved rate, from 0 to 100 %",
                    (svg, x, y) -> svg.trace(
                            new Trace().line(x + 4, y, x + 22, y).line(x + 16, y - 2, x + 16, y + 2),
                            "span",
                            "",
                            Tags.NONE));
        }
        if (cells.stream().anyMatch(cell::underTuned)) {
            legend.key(0, "†  under-tuned", Legend.Mark.NONE);
        }
        if (cells.stream().anyMatch(c -> c.diverged() > 0)) {
            legend.key(0, "×  some of its runs diverged", Legend.Mark.NONE);
        }
        if (cells.stream().anyMatch(c -> c.runs() == 0)) {
            legend.key(
                    22,
                    "not run",
                    (svg, x, y) -> svg.open("cells")
                            .trace(new Trace().box(x, y - 7, 22, 14), "void", "", Tags.NONE)
                            .close());
        }
        return legend;
    }

    private static void scale(Svg svg, double x, double y) {
        for (int step = 0; step <= 10; step++) {
            svg.open("q" + step).rect(x + step * STEP, y, STEP, 14, 0, "").close();
        }
    }
}
