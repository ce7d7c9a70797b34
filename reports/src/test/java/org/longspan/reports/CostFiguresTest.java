package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.figure.CostProfile;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.PerformanceFigure;
import org.longspan.reports.finding.Profiles;
import org.longspan.reports.summary.ArrangedRun;

/** Data profiles and performance profiles, a figure for each unit of cost. */
class CostFiguresTest {

    private static final SyntheticRun RUN = SyntheticRun.quick();

    @Test
    void eachUnitHasAFigure() {
        assertThat(profiles(RUN, RUN.results()))
                .extracting(Figure::id)
                .containsExactly("ecdf-updates", "ecdf-sequence-forwards", "ecdf-multiply-adds", "ecdf-seconds");
        assertThat(performance(RUN, RUN.results()))
                .extracting(Figure::id)
                .containsExactly(
                        "performance-updates",
                        "performance-sequence-forwards",
                        "performance-multiply-adds",
                        "performance-seconds");
    }

    @Test
    void theLastStepIsTheShareOfAllRunsThatSolved() {
        List<StoredResult> of = RUN.results().stream()
                .filter(r -> r.trial().replicate().phase() == Phase.EVALUATION)
                .filter(r -> r.trial().optimizer().name().equals("adam"))
                .toList();
        double solved = of.stream()
                .filter(r -> r.result().outcome() instanceof Outcome.Solved)
                .count();
        long dearest = of.stream()
                .filter(r -> r.result().outcome() instanceof Outcome.Solved)
                .mapToLong(r -> ((Outcome.Solved) r.result().outcome()).updates())
                .max()
                .orElseThrow();
        List<String> lines = profiles(RUN, RUN.results())
                .get(0)
                .csv()
                .lines()
                .filter(line -> line.startsWith("all 12 problems,adam,"))
                .toList();
        assertThat(lines.get(lines.size() - 1)).isEqualTo("all 12 problems,adam," + dearest + "," + solved / of.size());
    }

    @Test
    void theBestOnEveryProblemHasTheScoreOne() {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 5, 2, "own", 2, 4);
        List<StoredResult> results = run.results().stream()
                .filter(r -> r.trial().optimizer().name().equals("adam")
                        || !(r.result().outcome() instanceof Outcome.Solved))
                .toList();
        String csv = performance(run, results).get(1).csv();
        List<String> adam = csv.lines().filter(line -> line.startsWith("adam,")).toList();
        assertThat(adam).hasSize(1);
        String share = adam.get(0).split(",")[2];
        assertThat(adam.get(0)).isEqualTo("adam,1.0," + share + "," + share);
        assertThat(csv.lines().filter(line -> line.startsWith("sgd,"))).containsOnly("sgd,,0,0.0");
    }

    @Test
    void everyOptimizerIsNamedWithItsFinalShareTheGreatestFirst() {
        String svg = profiles(RUN, RUN.results()).get(0).svg();
        List<Integer> shares = Pattern.compile(">[a-z-]+ (\\d+)\u00a0%</text>")
                .matcher(svg)
                .results()
                .map(m -> Integer.valueOf(m.group(1)))
                .toList();
        assertThat(shares).hasSize(5).isSortedAccordingTo((a, b) -> b - a);
    }

    @Test
    void nothingSolvedOrNothingRunDrawsNothing() {
        for (Fate fate : List.of(Fate.NOTHING_SOLVED, Fate.EVERYTHING_DIVERGED, Fate.EVERYTHING_SKIPPED)) {
            SyntheticRun run = SyntheticRun.of(fate, 2, 2, "own", 2, 2);
            assertThat(profiles(run, run.results())).isEmpty();
            assertThat(performance(run, run.results())).isEmpty();
        }
        assertThat(profiles(RUN, List.of())).isEmpty();
    }

    @Test
    void optimizersRunOnDifferentProblemsHaveNoPerformanceProfile() {
        List<StoredResult> apart = RUN.results().stream()
                .filter(r -> r.trial().optimizer().name().equals("adam")
                        == r.trial().task().family().equals("copy"))
                .toList();
        assertThat(performance(RUN, apart)).isEmpty();
        assertThat(profiles(RUN, apart)).hasSize(4);
    }

    @Test
    void secondsAreSaidToBeACircumstance() {
        assertThat(profiles(RUN, RUN.results()).get(3).caption())
                .contains("wall time of one thread on AMD EPYC 9B14, 2 cores")
                .contains("a circumstance, not a result");
    }

    private static List<Figure> profiles(SyntheticRun made, List<StoredResult> results) {
        ArrangedRun run = ArrangedRun.of(made.manifest(), results);
        return CostProfile.of(run, profiles(run));
    }

    private static List<Figure> performance(SyntheticRun made, List<StoredResult> results) {
        ArrangedRun run = ArrangedRun.of(made.manifest(), results);
        return PerformanceFigure.of(run, profiles(run));
    }

    private static Profiles profiles(ArrangedRun run) {
        return Pictures.findings(run).conclusions().profiles();
    }
}
