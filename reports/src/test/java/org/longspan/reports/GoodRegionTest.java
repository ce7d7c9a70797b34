package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.GoodRegion;
import org.longspan.reports.summary.ArrangedRun;

/** The width of the good region of the learning rate, in decades. */
class GoodRegionTest {

    private static final SyntheticRun RUN = SyntheticRun.quick();

    /** The range of the made-up optimizers, from 1e-4 to 3. */
    private static final double DECADES = Math.log10(3) + 4;

    @Test
    void theWidthIsTheShareOfTuningRunsThatSolvedTimesTheRange() {
        List<StoredResult> of = RUN.results().stream()
                .filter(r -> r.trial().replicate().phase() == Phase.TUNING)
                .filter(r -> r.trial().optimizer().name().equals("adam"))
                .filter(r -> !r.trial().clipping().name().equals("none"))
                .toList();
        long solved = of.stream()
                .filter(r -> r.result().outcome() instanceof Outcome.Solved)
                .count();
        String[] row = row(of(RUN, RUN.results()).orElseThrow(), "all,adam,true,");
        assertThat(Integer.parseInt(row[4])).isEqualTo(of.size());
        assertThat(Integer.parseInt(row[5])).isEqualTo((int) solved);
        assertThat(Double.parseDouble(row[7])).isCloseTo(DECADES * solved / of.size(), within(1e-12));
        assertThat(Double.parseDouble(row[8])).isLessThan(Double.parseDouble(row[7]));
        assertThat(Double.parseDouble(row[9])).isBetween(Double.parseDouble(row[7]), DECADES);
    }

    @Test
    void aFewBlocksHaveNoInterval() {
        String csv = of(RUN, RUN.results()).orElseThrow().csv();
        assertThat(csv.lines().filter(line -> line.startsWith("\"lstm")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).endsWith(",,"));
    }

    @Test
    void theWidestComesFirst() {
        List<Double> widths = of(RUN, RUN.results())
                .orElseThrow()
                .csv()
                .lines()
                .filter(line -> line.matches("all,.*,false,.*"))
                .map(line -> Double.valueOf(line.split(",")[7]))
                .toList();
        assertThat(widths).hasSize(5).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void onAnOpenTaskARunNearTheBestIsGood() {
        List<TaskEntry> open = RUN.manifest().design().tasks().stream()
                .map(t -> Altered.of(t, Map.of("solvable", false)))
                .toList();
        SyntheticRun run = RUN.with("tasks", open);
        Figure figure = of(run, RUN.results()).orElseThrow();
        assertThat(figure.caption()).contains("ended within 1.1 times the least validation loss of any on the problem");
    }

    @Test
    void nothingIsDrawnWhereNothingWasGoodOrTuned() {
        SyntheticRun none = SyntheticRun.of(Fate.NOTHING_SOLVED, 2, 2, "own", 2, 2);
        assertThat(of(none, none.results())).isEmpty();
        SyntheticRun fixed = SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "own", 1, 2);
        assertThat(of(fixed, fixed.results())).isEmpty();
        assertThat(of(RUN, List.of())).isEmpty();
    }

    private static String[] row(Figure figure, String begin) {
        return figure.csv()
                .lines()
                .filter(line -> line.startsWith(begin))
                .findFirst()
                .orElseThrow()
                .split(",");
    }

    private static Optional<Figure> of(SyntheticRun made, List<StoredResult> results) {
        return GoodRegion.of(ArrangedRun.of(made.manifest(), results));
    }
}
