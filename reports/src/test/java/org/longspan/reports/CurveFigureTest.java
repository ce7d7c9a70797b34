package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.figure.CurveFigure;
import org.longspan.reports.figure.DynamicsFigure;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.Order;
import org.longspan.reports.figure.ScoreMatrix;
import org.longspan.reports.finding.Conclusions;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.Run;

/** Curves say which arm they are of and hide what would be too much; the dynamics say what the steps were like. */
class CurveFigureTest {

    private static final ArrangedRun MANY = arranged(SyntheticRun.of(Fate.PLAUSIBLE, 5, 10, "standard", 1, 6));
    private static final ArrangedRun FEW = arranged(SyntheticRun.of(Fate.PLAUSIBLE, 2, 3, "quick", 1, 2));

    @Test
    void sixClippingsShowAtFirstAndTheOthersAtAClick() {
        String svg = curves(MANY).svg();
        assertThat(clippings(svg, false)).hasSize(6).contains("0");
        assertThat(clippings(svg, true)).hasSize(4);
        assertThat(curves(FEW).svg()).doesNotContain("more");
    }

    @Test
    void theFiveOfTheLargestMeanDifferenceFromTheControlAreShown() {
        Problem problem = MANY.problems().get(0);
        Map<String, Double> controls = new HashMap<>();
        runs(MANY, problem, "none").forEach(one -> controls.put(one.arm().optimizer() + one.block(), one.score()));
        List<Double> sizes = MANY.clippings().stream()
                .map(clipping -> Math.abs(runs(MANY, problem, clipping).stream()
                        .mapToDouble(one -> one.score() - controls.get(one.arm().optimizer() + one.block()))
                        .average()
                        .orElseThrow()))
                .toList();
        double least = clippings(curves(MANY).svg(), false).stream()
                .filter(c -> !c.equals("0"))
                .mapToDouble(c -> sizes.get(Integer.parseInt(c)))
                .min()
                .orElseThrow();
        assertThat(clippings(curves(MANY).svg(), true))
                .allSatisfy(c -> assertThat(sizes.get(Integer.parseInt(c))).isLessThanOrEqualTo(least));
    }

    @Test
    void everyArmHasALineThatNamesItAndEveryRunOfAFewIsDrawnByItsOutcome() {
        String svg = curves(FEW).svg();
        for (int optimizer = 0; optimizer < 2; optimizer++) {
            for (int clipping = 0; clipping < 3; clipping++) {
                assertThat(svg)
                        .containsPattern("<path class=\"run c" + clipping + "\" data-o=\"" + optimizer + "\" data-c=\""
                                + clipping + "\" d=");
            }
        }
        assertThat(svg).containsPattern("class=\"run slim c1\" data-o=\"0\" data-c=\"1\" data-u=\"[0-4]\"");
    }

    @Test
    void theNumbersAreThoseOfTheRuns() {
        Problem problem = FEW.problems().get(0);
        Run one = runs(FEW, problem, "value").get(0);
        CurvePoint last = one.last();
        String row = curves(FEW)
                .csv()
                .lines()
                .filter(line -> line.startsWith(one.stored().id() + ","))
                .findFirst()
                .orElseThrow();
        assertThat(row).contains("," + last.validationLoss());
    }

    @Test
    void ofManyRunsTheMedianOfEachArmIsListed() {
        assertThat(curves(MANY).csv().lines().filter(line -> line.contains(",validation_loss")))
                .hasSize(5 * 10);
    }

    @Test
    void withoutARunThereIsNoAxis() {
        ArrangedRun run = ArrangedRun.of(SyntheticRun.quick().manifest(), List.of());
        assertThat(curves(run).svg()).contains("No evaluation run.").doesNotContain("axis");
        assertThat(DynamicsFigure.of(run, run.problems().get(0), "d", Order.planned(run)))
                .isEmpty();
    }

    @Test
    void theShareOfClippedStepsIsTheMeanOverRunsThatTrain() {
        Problem problem = FEW.problems().get(0);
        Figure figure = DynamicsFigure.of(FEW, problem, "d", Order.planned(FEW)).orElseThrow();
        List<Run> clipped = FEW.runs().stream()
                .filter(one -> one.evaluates() && one.problem().equals(problem))
                .filter(one -> one.arm().optimizer().equals("sgd")
                        && !one.arm().clipping().equals("none"))
                .toList();
        double share = at(clipped, 20, false);
        double norm = at(clipped, 20, true);
        String[] row = figure.csv()
                .lines()
                .filter(line -> line.startsWith("sgd,true," + clipped.size() + ",20,"))
                .findFirst()
                .orElseThrow()
                .split(",");
        assertThat(Double.parseDouble(row[4])).isCloseTo(share, within(1e-12));
        assertThat(Double.parseDouble(row[5])).isCloseTo(norm, within(1e-12));
        assertThat(figure.howToRead().toString()).contains("The norm of the weights is not recorded");
    }

    /** The mean share of clipped steps, or the median norm of the gradient. */
    private static double at(List<Run> runs, long update, boolean norm) {
        double[] values = runs.stream()
                .flatMap(one -> one.curve().stream())
                .filter(point -> point.updates() == update)
                .mapToDouble(point ->
                        norm ? point.steps().gradientNorm() : point.steps().clippedShare())
                .sorted()
                .toArray();
        return norm
                ? (values[(values.length - 1) / 2] + values[values.length / 2]) / 2
                : Arrays.stream(values).average().orElseThrow();
    }

    private static List<String> clippings(String svg, boolean more) {
        return Arrays.stream(svg.split("<path class=\"run "))
                .skip(1)
                .map(mark -> mark.substring(0, mark.indexOf('>')))
                .filter(mark -> mark.contains("data-c") && mark.contains(" more\"") == more)
                .map(mark -> mark.replaceAll("(?s).*data-c=\"(\\d+)\".*", "$1"))
                .distinct()
                .toList();
    }

    @Test
    void boxesStandInTheOrderOfTheScoreMatrix() {
        SyntheticRun made = SyntheticRun.of(Fate.PLAUSIBLE, 5, 3, "quick", 1, 4);
        ArrangedRun run = arranged(made);
        Conclusions conclusions = Pictures.conclusions(made);
        List<String> order = ScoreMatrix.of(conclusions)
                .orElseThrow()
                .csv()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .distinct()
                .toList();
        String svg = CurveFigure.of(run, run.problems().get(0), "c", Order.of(conclusions))
                .svg();
        assertThat(order).hasSize(5).isNotEqualTo(run.optimizers());
        assertThat(order).isSortedAccordingTo(Comparator.comparing(name -> svg.indexOf(">" + name + "</text>")));
        assertThat(Order.of(Pictures.conclusions(made, List.of())).optimizers()).isEqualTo(run.optimizers());
    }

    private static List<Run> runs(ArrangedRun run, Problem problem, String clipping) {
        return run.runs().stream()
                .filter(one -> one.evaluates() && one.problem().equals(problem))
                .filter(one -> one.arm().clipping().equals(clipping))
                .toList();
    }

    private static Figure curves(ArrangedRun run) {
        return CurveFigure.of(run, run.problems().get(0), "c", Order.planned(run));
    }

    private static ArrangedRun arranged(SyntheticRun run) {
        List<StoredResult> results = run.results();
        return ArrangedRun.of(run.manifest(), results);
    }
}
