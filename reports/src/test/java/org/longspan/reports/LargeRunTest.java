package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.figure.CurveFigure;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.Order;
import org.longspan.reports.json.ReportDocument;
import org.longspan.reports.summary.ArrangedRun;

/** A run of the size of the plan quick: 24 optimizers × 16 clippings on 3 problems, in 8 blocks of none. */
class LargeRunTest {

    private static final SyntheticRun RUN = run();

    private static SyntheticRun run() {
        SyntheticRun run =
                SyntheticRun.of(Fate.PLAUSIBLE, 24, 16, "quick", 4, 1).control(8);
        return run.with("models", run.manifest().design().models().subList(0, 1))
                .with("tasks", run.manifest().design().tasks().subList(0, 3));
    }

    @Test
    void curvesOfAFewClippingsAreShownAtFirst() {
        ArrangedRun run = ArrangedRun.of(RUN.manifest(), RUN.results());
        Figure curves = CurveFigure.of(run, run.problems().get(0), "curves", Order.planned(run));
        assertThat(curves.caption())
                .contains("Of 551 evaluation runs: every run of none thin; medians thick.")
                .contains("Shown at first: none and the 5 clippings whose score here differs most")
                .contains("the other 10 at a click.");
    }

    @Test
    void everyComparisonIsInTheJson() {
        ReportDocument document =
                Report.of(RUN.manifest(), RUN.results(), Optional.empty()).document();
        assertThat(document.ranks()).hasSize(24);
        assertThat(document.effects())
                .filteredOn(e -> e.factor().equals("optimizer"))
                .hasSize(24 * 23 / 2);
        assertThat(document.effects())
                .filteredOn(e -> e.factor().equals("clipping") && e.kin() == null)
                .hasSize(15);
    }
}
