package org.longspan.reports.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;

/** Pairs and clusters against their definition, spelled out with maps over all pairs of runs. */
class PairedDifferencesTest {

    private static final Design DESIGN =
            new Design(List.of(0, 0, 1, 2), List.of(0, 0, 2, 3), 0, List.of(), Assay.undeclared(), false);

    private static List<Evaluation> ragged() {
        RandomStream random = new RandomStream(5);
        List<Evaluation> runs = new ArrayList<>();
        for (int cell = 0; cell < 2 * 2 * 4 * 3 * 2 * 2 * 5; cell++) {
            int block = cell % 5;
            int policy = cell / 5 % 2;
            int schedule = cell / 10 % 2;
            int clipping = cell / 20 % 3;
            int optimizer = cell / 60 % 4;
            int task = cell / 240 % 2;
            int model = cell / 480;
            if (random.nextInt(4) > 0) {
                double score = random.nextInt(4) / 4.0;
                runs.add(new Evaluation(
                        model, task, optimizer, clipping, schedule, policy, block, score, random.nextInt(3)));
            }
        }
        return runs;
    }

    @Test
    void clippingsShareTheirLuckWithinKinProblemAndBlock() {
        check(
                Contrast.pooled(Factor.CLIPPING, 2, 0),
                run -> List.of(DESIGN.kin().get(run.optimizer()), run.model(), run.task(), run.block()));
        check(
                Contrast.pooled(Factor.SCHEDULE, 1, 0),
                run -> List.of(DESIGN.kin().get(run.optimizer()), run.model(), run.task(), run.block()));
        check(
                Contrast.pooled(Factor.POLICY, 1, 0),
                run -> List.of(DESIGN.kin().get(run.optimizer()), run.model(), run.task(), run.block()));
    }

    @Test
    void optimizersAreComparedWithinProblemAndBlock() {
        check(Contrast.pooled(Factor.OPTIMIZER, 1, 3), run -> List.of(run.model(), run.task(), run.block()));
        check(Contrast.pooled(Factor.OPTIMIZER, 2, 0), run -> List.of(run.model(), run.task(), run.block()));
    }

    @Test
    void modelsAreComparedWithinKinTaskAndBlock() {
        check(
                Contrast.pooled(Factor.MODEL, 1, 0),
                run -> List.of(DESIGN.kin().get(run.optimizer()), run.task(), run.block()));
    }

    private static void check(Contrast contrast, Function<Evaluation, List<Integer>> cluster) {
        Map<String, List<Double>> expected = new TreeMap<>();
        int identical = 0;
        int wins = 0;
        for (Evaluation one : ragged()) {
            for (Evaluation other : ragged()) {
                if (pair(contrast, one, other)) {
                    String key = cluster.apply(one).toString();
                    expected.computeIfAbsent(key, k -> new ArrayList<>()).add(one.score() - other.score());
                    identical += one.bits() == other.bits() ? 1 : 0;
                    wins += one.score() > other.score() ? 1 : 0;
                }
            }
        }
        List<Double> means = expected.values().stream()
                .map(d -> d.stream().mapToDouble(x -> x).average().orElseThrow())
                .toList();
        Paired paired = Paired.of(new Scores(ragged()), DESIGN, contrast);
        assertThat(paired.difference())
                .containsExactly(means.stream().mapToDouble(x -> x).toArray(), within(1e-15));
        assertThat(paired.counts().pairs())
                .isEqualTo(expected.values().stream().mapToInt(List::size).sum());
        assertThat(paired.counts().identical()).isEqualTo(identical);
        assertThat(paired.counts().wins()).isEqualTo(wins);
        assertThat(paired.counts().clusters()).isEqualTo(means.size());
        assertThat(paired.mean()).isCloseTo(means.stream().collect(Collectors.averagingDouble(x -> x)), within(1e-12));
    }

    private static boolean pair(Contrast contrast, Evaluation one, Evaluation other) {
        for (Factor factor : Factor.OF_EVALUATIONS) {
            boolean compared = factor == contrast.factor();
            int wanted = compared ? contrast.of() : one.level(factor);
            int against = compared ? contrast.against() : one.level(factor);
            if (one.level(factor) != wanted || other.level(factor) != against) {
                return false;
            }
        }
        return true;
    }

    @Test
    void partsOfAContrastAreItsClusters() {
        Scores scores = new Scores(ragged());
        Contrast pooled = Contrast.pooled(Factor.CLIPPING, 1, 0);
        int clusters = 0;
        for (int kin = 0; kin < 3; kin++) {
            for (int problem = 0; problem < 4; problem++) {
                clusters += Paired.of(scores, DESIGN, pooled.within(kin).on(problem))
                        .counts()
                        .clusters();
            }
        }
        assertThat(clusters)
                .isEqualTo(Paired.of(scores, DESIGN, pooled).counts().clusters());
    }

    @Test
    void orderOfRunsLeavesNoTrace() {
        List<Evaluation> reversed = new ArrayList<>(ragged());
        java.util.Collections.reverse(reversed);
        Contrast contrast = Contrast.pooled(Factor.OPTIMIZER, 0, 2);
        assertThat(Paired.of(new Scores(reversed), DESIGN, contrast).difference())
                .isEqualTo(Paired.of(new Scores(ragged()), DESIGN, contrast).difference());
    }

    @Test
    void badRunsAreRefused() {
        assertThatThrownBy(() -> new Runs().add(0, 0, 0, 0, Double.NaN)).hasMessageContaining("score NaN");
        assertThatThrownBy(() -> new Runs().add(0, 0, 0, -1, 0.5)).hasMessageContaining("block -1");
        List<Evaluation> twice =
                new Runs().add(0, 0, 0, 0, 0.5).add(0, 0, 0, 0, 0.6).list();
        assertThatThrownBy(() -> new Scores(twice)).hasMessageContaining("two evaluation runs of one cell and block");
    }
}
