package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.figure.ClippingForest;
import org.longspan.reports.figure.ContrastForest;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.finding.Conclusions;

/** Differences of clippings, and of models, with their intervals and verdicts. */
class EffectForestsTest {

    private static final SyntheticRun QUICK = SyntheticRun.quick();
    private static final Conclusions CONCLUSIONS = Pictures.conclusions(QUICK);

    @Test
    void aClippingsDifferenceIsTheMeanOverItsPairs() {
        Figure figure = ClippingForest.of(CONCLUSIONS).orElseThrow();
        assertThat(Pictures.rows(figure)).hasSize(5).allSatisfy(row -> {
            List<Double> differences = differences(
                    r -> r.trial().clipping().name(),
                    row[0],
                    "none",
                    r -> r.trial().optimizer().name() + Tallies.problem(r));
            assertNumbers(row, differences);
        });
        assertThat(figure.caption()).contains("to none, over");
    }

    @Test
    void perOptimizerThePairsAreThoseOfTheOptimizer() {
        Figure figure = ClippingForest.perOptimizer(CONCLUSIONS).orElseThrow();
        assertThat(Pictures.rows(figure)).isNotEmpty().allSatisfy(row -> {
            List<Double> differences = differences(
                    r -> r.trial().optimizer().name().equals(row[2])
                            ? r.trial().clipping().name()
                            : "",
                    row[0],
                    "none",
                    Tallies::problem);
            assertNumbers(row, differences);
        });
        assertThat(figure.svg()).contains("class=\"flow\"", ">adam</text>");
    }

    @Test
    void modelsAreComparedOnTheSameTaskArmAndBlock() {
        Figure figure = ContrastForest.models(CONCLUSIONS).orElseThrow();
        List<String[]> rows = Pictures.rows(figure);
        assertThat(rows).hasSize(1);
        boolean lstmFirst = rows.get(0)[0].startsWith("lstm");
        Function<StoredResult, String> cell = r -> r.trial().model().cell().name();
        List<Double> differences = differences(
                cell,
                lstmFirst ? "lstm" : "rnn-tanh",
                lstmFirst ? "rnn-tanh" : "lstm",
                r -> r.trial().optimizer().name()
                        + r.trial().clipping().name()
                        + r.trial().task());
        assertThat(Integer.parseInt(rows.get(0)[4])).isEqualTo(differences.size());
        assertThat(Integer.parseInt(rows.get(0)[5]))
                .isEqualTo((int) differences.stream().filter(d -> d > 0).count());
    }

    private static void assertNumbers(String[] row, List<Double> differences) {
        double mean = differences.stream().mapToDouble(d -> d).average().orElseThrow();
        assertThat(Integer.parseInt(row[4])).isEqualTo(differences.size());
        assertThat(Integer.parseInt(row[5])).isEqualTo(count(differences, d -> d > 0));
        assertThat(Integer.parseInt(row[6])).isEqualTo(count(differences, d -> d < 0));
        assertThat(Double.parseDouble(row[11])).isCloseTo(mean, within(1e-12));
        if (!row[12].isEmpty()) {
            assertThat(mean).isBetween(Double.parseDouble(row[12]) - 1e-9, Double.parseDouble(row[13]) + 1e-9);
        }
    }

    private static int count(List<Double> differences, Predicate<Double> wanted) {
        return (int) differences.stream().filter(wanted).count();
    }

    /** The scores of {@code of} less those of {@code against} where all that {@code same} says and the block agree. */
    private static List<Double> differences(
            Function<StoredResult, String> level, String of, String against, Function<StoredResult, String> same) {
        Function<StoredResult, String> key =
                r -> same.apply(r) + " " + r.trial().replicate().block();
        Map<String, Double> control = Tallies.evaluations(QUICK).stream()
                .filter(r -> level.apply(r).equals(against))
                .collect(Collectors.toMap(key, Tallies::score));
        List<Double> differences = new ArrayList<>();
        for (StoredResult r : Tallies.evaluations(QUICK)) {
            if (level.apply(r).equals(of) && control.containsKey(key.apply(r))) {
                differences.add(Tallies.score(r) - control.get(key.apply(r)));
            }
        }
        return differences;
    }

    @Test
    void theVerdictStandsBesideTheInterval() {
        Figure figure = ClippingForest.of(CONCLUSIONS).orElseThrow();
        long better = Pictures.rows(figure).stream()
                .filter(row -> row[16].startsWith("better"))
                .count();
        assertThat(figure.svg().split("<g class=\"better\" data-c=", -1)).hasSize(1 + (int) better);
        assertThat(figure.svg()).contains("pairs that differ", "won / lost / tied");
    }

    @Test
    void theyAreLegible() {
        Conclusions many = Pictures.conclusions(SyntheticRun.of(Fate.PLAUSIBLE, 3, 16, "quick", 1, 2));
        for (Conclusions conclusions : List.of(CONCLUSIONS, many)) {
            assertThat(Pictures.illegible(ClippingForest.of(conclusions).orElseThrow()))
                    .isEmpty();
            assertThat(Pictures.illegible(ContrastForest.models(conclusions).orElseThrow()))
                    .isEmpty();
            assertThat(Pictures.illegible(
                            ClippingForest.perOptimizer(conclusions).orElseThrow()))
                    .isEmpty();
        }
    }

    @Test
    void thereIsNoneWhereThereIsNothingToCompare() {
        assertThat(ContrastForest.schedules(CONCLUSIONS)).isEmpty();
        assertThat(ContrastForest.policies(CONCLUSIONS)).isEmpty();
        Conclusions bare = Pictures.conclusions(SyntheticRun.of(Fate.PLAUSIBLE, 3, 1, "quick", 1, 2));
        assertThat(ClippingForest.of(bare)).isEmpty();
        assertThat(ClippingForest.perOptimizer(bare)).isEmpty();
        Conclusions unsolved = Pictures.conclusions(SyntheticRun.of(Fate.NOTHING_SOLVED, 3, 3, "quick", 1, 2));
        assertThat(ClippingForest.of(unsolved)).isEmpty();
        assertThat(ContrastForest.models(unsolved)).isEmpty();
    }
}
