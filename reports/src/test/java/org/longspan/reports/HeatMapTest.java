package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.HeatMap;
import org.longspan.reports.figure.Order;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Run;

/** A cell of the matrix says its mean score in two digits, and is found by the places of its optimizer and clipping. */
class HeatMapTest {

    private static final SyntheticRun QUICK = SyntheticRun.quick();

    @Test
    void everyCellThatSolvedSaysItsMeanScore() {
        ArrangedRun run = arranged(QUICK);
        String svg = map(run).svg();
        for (CellResult cell : cells(run)) {
            double score =
                    cell.evaluation().stream().mapToDouble(Run::score).average().orElse(0);
            int o = run.optimizers().indexOf(cell.arm().optimizer());
            int c = run.clippings().indexOf(cell.arm().clipping());
            if (score > 0) {
                assertThat(svg)
                        .as("%s", cell.arm())
                        .containsPattern(
                                "<g class=\"q" + Math.round(10 * score) + "\" data-o=\"" + o + "\" data-c=\"" + c
                                        + "\">(<title>[^<]*</title>)?<path d=\"[^\"]*\"/><text[^>]*>"
                                        + String.format(Locale.ROOT, "%.2f", score)
                                                .replaceFirst("^0", "")
                                                .replace(".", "\\.")
                                        + "[†×]*</text>");
            }
        }
        assertThat(cells(run)).anyMatch(cell -> cell.solved() > 0);
    }

    @Test
    void theNumbersOfTheCellsAreExact() {
        ArrangedRun run = arranged(QUICK);
        String csv = map(run).csv();
        for (CellResult cell : cells(run)) {
            assertThat(csv)
                    .contains("," + cell.arm().optimizer() + "," + cell.arm().clipping() + "," + cell.state() + ","
                            + cell.runs() + "," + cell.solved() + ","
                            + (cell.runs() == 0 ? "" : cell.score().orElseThrow()) + ",");
        }
    }

    @Test
    void anIntervalIsDrawnFromFiveRunsOn() {
        assertThat(map(arranged(SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "quick", 1, 4)))
                        .svg())
                .doesNotContain("\"span\"");
        assertThat(map(arranged(SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "quick", 1, 5)))
                        .svg())
                .contains("\"span\"");
    }

    @Test
    void whereNothingWasSolvedThereIsNoNumberAndWhereAllDivergedAMark() {
        assertThat(numbers(Fate.NOTHING_SOLVED)).isEmpty();
        assertThat(numbers(Fate.EVERYTHING_DIVERGED)).isNotEmpty().containsOnly("×");
        assertThat(numbers(Fate.EVERYTHING_SKIPPED)).isEmpty();
    }

    /** What stands in the cells. */
    private static List<String> numbers(Fate fate) {
        String svg = map(arranged(SyntheticRun.of(fate, 3, 4, "quick", 1, 1))).svg();
        return Stream.of(svg.split("cells mid small"))
                .skip(1)
                .map(panel -> panel.substring(0, panel.indexOf("class=\"stick\"")))
                .flatMap(panel -> Stream.of(panel.split("<text")).skip(1))
                .filter(text -> !text.contains("transform") && !text.contains("h2"))
                .map(text -> text.substring(text.indexOf('>') + 1, text.indexOf('<')))
                .toList();
    }

    private static List<CellResult> cells(ArrangedRun run) {
        return run.cells(cell -> cell.problem().task().equals(run.taskNames().get(0)));
    }

    private static Figure map(ArrangedRun run) {
        return HeatMap.of(run, run.taskNames().get(0), Pictures.findings(run).audits(), Order.planned(run));
    }

    private static ArrangedRun arranged(SyntheticRun run) {
        return ArrangedRun.of(run.manifest(), run.results());
    }
}
