package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.SolvedShares;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.MeasuredCosts;
import org.longspan.reports.page.Pages;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Section;
import org.longspan.reports.summary.ArrangedRun;

/** The example of {@code docs/adding-a-figure.md}, on a page of its own. */
class SolvedSharesTest {

    private static final SyntheticRun QUICK = SyntheticRun.quick();
    private static final Section SECTION = material ->
            Optional.of(new Part("solved", "Solved", "Who solves", material.drawing(SolvedShares.of(material.run()))));

    @Test
    void itCountsWhatEachOptimizerSolved() {
        assertThat(Pictures.rows(figure(QUICK).orElseThrow())).hasSize(5).allSatisfy(row -> {
            List<StoredResult> runs = Tallies.evaluations(QUICK).stream()
                    .filter(run -> run.trial().optimizer().name().equals(row[0]))
                    .toList();
            assertThat(row[1])
                    .isEqualTo("" + runs.stream().filter(Tallies::solved).count());
            assertThat(row[2]).isEqualTo("" + runs.size());
        });
    }

    @Test
    void itIsLegibleWithFewAndWithMany() {
        for (int optimizers : List.of(1, 5, 24)) {
            SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, optimizers, 1, "quick", 1, 2);
            assertThat(Pictures.illegible(figure(run).orElseThrow())).isEmpty();
        }
    }

    @Test
    void thereIsNoneWhereNothingWasRun() {
        assertThat(figure(SyntheticRun.of(Fate.EVERYTHING_SKIPPED, 3, 3, "quick", 1, 2)))
                .isEmpty();
    }

    @Test
    void thePageAndTheCommandForFiguresShowIt() {
        ArrangedRun run = ArrangedRun.of(QUICK.manifest(), QUICK.results());
        Material material = new Material(run, Pictures.findings(run), MeasuredCosts.read(Optional.empty()));
        String drawn = figure(QUICK).orElseThrow().svg();

        assertThat(Pages.html(material, List.of(SECTION))).contains(drawn, "Figure 2", "Who solves");
        assertThat(Pages.figures(material, List.of(SECTION)))
                .extracting(Figure::id)
                .contains("solved-shares");
    }

    private static Optional<Figure> figure(SyntheticRun run) {
        return SolvedShares.of(ArrangedRun.of(run.manifest(), run.results()));
    }
}
