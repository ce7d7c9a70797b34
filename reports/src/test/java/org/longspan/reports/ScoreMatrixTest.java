package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.ScoreMatrix;

/** The matrix of mean scores, sorted, with its margins. */
class ScoreMatrixTest {

    private static final SyntheticRun QUICK = SyntheticRun.quick();
    private static final Figure OF_QUICK = figure(QUICK);

    @Test
    void aCellIsTheMeanOverProblemsOfEqualWeight() {
        List<StoredResult> runs = Tallies.evaluations(QUICK);
        List<String[]> rows = Pictures.rows(OF_QUICK);
        assertThat(rows).hasSize(5 * 6).allSatisfy(row -> {
            List<StoredResult> of =
                    runs.stream().filter(Tallies.of(row[0], row[1])).toList();
            assertThat(Double.parseDouble(row[2])).isCloseTo(Tallies.meanOfMeans(of, Tallies::problem), within(1e-12));
            assertThat(row[3])
                    .isEqualTo("" + of.stream().map(Tallies::problem).distinct().count());
            assertThat(row[4]).isEqualTo("" + of.size());
        });
    }

    @Test
    void theBestOptimizerIsOnTopAndTheControlAtTheLeft() {
        List<String[]> rows = Pictures.rows(OF_QUICK);
        List<Double> means = rows.stream()
                .map(row -> row[0])
                .distinct()
                .map(optimizer -> rows.stream()
                        .filter(row -> row[0].equals(optimizer))
                        .mapToDouble(row -> Double.parseDouble(row[2]))
                        .average()
                        .orElseThrow())
                .toList();
        assertThat(means).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(rows.get(0)[1]).isEqualTo("none");
    }

    @Test
    void aCellIsTwoDigitsWithoutTheZeroAndHasATip() {
        String[] first = Pictures.rows(OF_QUICK).get(0);
        String digits = String.format(Locale.ROOT, "%.2f", Double.parseDouble(first[2]));
        assertThat(OF_QUICK.svg())
                .contains(">" + digits.substring(1) + "</text>")
                .contains("<title>" + first[0] + " × none: 0");
    }

    @Test
    void itsMarginsAreMarkedByVerdict() {
        String svg = OF_QUICK.svg();
        assertThat(svg.split("class=\"better\" data-c=", -1)).hasSize(1 + 5);
        assertThat(OF_QUICK.caption()).contains("30 arms", "12 problems, all of equal weight", "24 runs a cell");
    }

    @Test
    void itIsLegibleWithFewArmsAndWithMany() {
        List<SyntheticRun> runs = List.of(
                QUICK,
                SyntheticRun.of(Fate.PLAUSIBLE, 1, 6, "quick", 1, 2),
                SyntheticRun.of(Fate.PLAUSIBLE, 6, 1, "quick", 1, 2),
                fortyByTwentyFive());
        for (SyntheticRun run : runs) {
            Figure figure = figure(run);
            assertThat(Pictures.illegible(figure)).isEmpty();
            assertThat(width(figure)).isLessThanOrEqualTo(1_140);
        }
    }

    /** Most of its cells have no run. */
    private static SyntheticRun fortyByTwentyFive() {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 8, 6, "quick", 1, 1);
        return run.with("tasks", run.manifest().design().tasks().subList(0, 1))
                .with("optimizers", more(run.manifest().design().optimizers(), 40))
                .with("clippings", more(run.manifest().design().clippings(), 25));
    }

    private static List<MethodEntry> more(List<MethodEntry> methods, int count) {
        MethodEntry last = methods.get(methods.size() - 1);
        List<MethodEntry> all = new ArrayList<>(methods);
        Stream<MethodEntry> rest = IntStream.range(methods.size(), count).mapToObj(i -> {
            String name = "a-method-named-" + i;
            return new MethodEntry(
                    last.kind(), name, "", "", last.citation(), name, last.ranges(), last.specialCases());
        });
        rest.forEach(all::add);
        return all;
    }

    @Test
    void anUnfinishedRunHasDashedCellsWhereProblemsAreMissing() {
        List<StoredResult> begun = QUICK.results().stream()
                .filter(r ->
                        !(Tallies.of("sgd", "value").test(r) && r.trial().task().length() == 40))
                .filter(r -> !Tallies.of("adam", "value").test(r))
                .toList();
        Figure figure = ScoreMatrix.of(Pictures.conclusions(QUICK, begun)).orElseThrow();
        assertThat(figure.svg().split("<g class=\"q\\d+ part\"", -1)).hasSize(1 + 1);
        assertThat(figure.svg())
                .contains("on 8 of 12 problems</title>")
                .contains("<title>adam × value: no evaluation run</title>");
        assertThat(figure.caption()).contains("29 arms", "16 to 24 runs a cell");
        assertThat(Pictures.illegible(figure)).isEmpty();
    }

    @Test
    void tasksWithoutASolvedCriterionHaveNoScore() {
        SyntheticRun run = SyntheticRun.of(Fate.NOTHING_SOLVED, 3, 3, "quick", 1, 2);
        List<TaskEntry> open = run.manifest().design().tasks().stream()
                .map(ScoreMatrixTest::open)
                .toList();
        assertThat(ScoreMatrix.of(Pictures.conclusions(run.with("tasks", open))))
                .isEmpty();
    }

    private static TaskEntry open(TaskEntry entry) {
        return new TaskEntry(
                entry.task(), false, entry.chance(), "entropy", "loss", true, null, "nats", entry.citation());
    }

    @Test
    void thereIsNoneWithoutAScoreOrWithOneArm() {
        for (Fate fate : List.of(Fate.NOTHING_SOLVED, Fate.EVERYTHING_DIVERGED, Fate.EVERYTHING_SKIPPED)) {
            assertThat(ScoreMatrix.of(Pictures.conclusions(SyntheticRun.of(fate, 3, 3, "quick", 1, 2))))
                    .isEmpty();
        }
        assertThat(ScoreMatrix.of(Pictures.conclusions(SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "quick", 1, 2))))
                .isEmpty();
    }

    private static double width(Figure figure) {
        String svg = figure.svg();
        int at = svg.indexOf(" width=\"") + 8;
        return Double.parseDouble(svg.substring(at, svg.indexOf('"', at)));
    }

    private static Figure figure(SyntheticRun run) {
        return ScoreMatrix.of(Pictures.conclusions(run)).orElseThrow();
    }
}
