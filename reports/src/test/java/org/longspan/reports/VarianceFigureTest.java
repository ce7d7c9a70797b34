package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.VarianceFigure;

/** Shares of the variance, those below zero among them. */
class VarianceFigureTest {

    private static final Figure FIGURE =
            VarianceFigure.of(Pictures.conclusions(SyntheticRun.quick())).orElseThrow();
    private static final Pattern POINT = Pattern.compile("<circle class=\"disc\" cx=\"([^\"]+)\"");
    private static final Pattern ZERO = Pattern.compile("<path class=\"axis\" d=\"M(\\S+) ");

    @Test
    void theSharesAddUpToAllAndStandInTheModelsOrder() {
        List<String[]> rows = Pictures.rows(FIGURE);
        assertThat(rows.stream().mapToDouble(row -> Double.parseDouble(row[2])).sum())
                .isCloseTo(1, within(1e-12));
        assertThat(rows.stream().map(row -> row[0]))
                .containsExactly(
                        "problem",
                        "optimizer",
                        "clipping",
                        "problem × optimizer",
                        "problem × clipping",
                        "optimizer × clipping",
                        "problem × optimizer × clipping",
                        "luck between blocks",
                        "luck within blocks");
    }

    @Test
    void aShareBelowZeroIsDrawnAtTheLeftOfTheLineOfZero() {
        Matcher line = ZERO.matcher(FIGURE.svg());
        assertThat(line.find()).isTrue();
        double zero = Double.parseDouble(line.group(1));
        List<Double> points = POINT.matcher(FIGURE.svg())
                .results()
                .map(found -> Double.parseDouble(found.group(1)))
                .toList();
        List<String[]> rows = Pictures.rows(FIGURE);
        assertThat(points).hasSameSizeAs(rows);
        int below = 0;
        for (int i = 0; i < rows.size(); i++) {
            double share = Double.parseDouble(rows.get(i)[2]);
            double beyond = points.get(i) - zero;
            assertThat(beyond * share).as(rows.get(i)[0]).isGreaterThanOrEqualTo(0);
            below += beyond < 0 ? 1 : 0;
        }
        assertThat(below).as("shares below zero in this run").isPositive();
    }

    @Test
    void itIsLegible() {
        assertThat(Pictures.illegible(FIGURE)).isEmpty();
    }

    @Test
    void thereIsNoneWhereRunsDoNotDetermineTheShares() {
        for (SyntheticRun run : List.of(
                SyntheticRun.of(Fate.NOTHING_SOLVED, 3, 3, "quick", 1, 2),
                SyntheticRun.of(Fate.PLAUSIBLE, 3, 3, "quick", 1, 1))) {
            assertThat(VarianceFigure.of(Pictures.conclusions(run))).isEmpty();
        }
    }
}
