package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.finding.Answer;
import org.longspan.reports.json.InferenceRows.EffectRow;
import org.longspan.reports.json.ReportDocument;

/** What a report concludes, and from how much. */
class InferenceTest {

    private static final double BUDGET = 30_000;
    private static final SyntheticRun RUN =
            SyntheticRun.of(Fate.PLAUSIBLE, 3, 3, "own", 2, 2).control(4);
    private static final ReportDocument DOCUMENT = document(RUN, RUN.results());

    @Test
    void differencesAreMeansOverPairsInTheirClusters() {
        List<StoredResult> results = RUN.results();
        for (EffectRow effect : pooled(DOCUMENT)) {
            List<Double> differences = new ArrayList<>();
            for (StoredResult clipped : results) {
                if (clipped.trial().clipping().name().equals(effect.of()) && evaluates(clipped)) {
                    StoredResult bare = results.stream()
                            .filter(r -> r.trial().clipping().name().equals("none")
                                    && r.trial()
                                            .optimizer()
                                            .name()
                                            .equals(clipped.trial().optimizer().name())
                                    && r.trial().model().equals(clipped.trial().model())
                                    && r.trial().task().equals(clipped.trial().task())
                                    && r.trial()
                                            .replicate()
                                            .equals(clipped.trial().replicate()))
                            .findFirst()
                            .orElseThrow();
                    differences.add(score(clipped) - score(bare));
                }
            }
            assertThat(effect.pairs()).isEqualTo(effect.clusters()).isEqualTo(3 * 12 * 2);
            assertThat(differences).hasSize(effect.pairs());
            assertThat(effect.mean())
                    .isCloseTo(
                            differences.stream().mapToDouble(d -> d).average().orElseThrow(), within(1e-12));
            assertThat(effect.wins())
                    .isEqualTo((int) differences.stream().filter(d -> d > 0).count());
            assertThat(effect.nonZero())
                    .isEqualTo((int) differences.stream().filter(d -> d != 0).count());
        }
        assertThat(pooled(DOCUMENT)).extracting(EffectRow::of).containsExactly("value", "global-norm");
    }

    @Test
    void theMeanScoreOfAnOptimizerIsThatOfItsBlocksWithEachClippingOfEqualWeight() {
        assertThat(DOCUMENT.ranks()).hasSize(3).allSatisfy(rank -> {
            double[] blocks = new double[12 * 4];
            int[] runs = new int[blocks.length];
            for (StoredResult r : RUN.results()) {
                if (r.trial().optimizer().name().equals(rank.optimizer()) && evaluates(r)) {
                    int problem =
                            RUN.manifest().design().models().indexOf(r.trial().model()) * 6
                                    + RUN.manifest().design().tasks().stream()
                                            .map(e -> e.task())
                                            .toList()
                                            .indexOf(r.trial().task());
                    blocks[problem * 4 + r.trial().replicate().block()] += score(r);
                    runs[problem * 4 + r.trial().replicate().block()]++;
                }
            }
            double sum = 0;
            for (int i = 0; i < blocks.length; i++) {
                sum += blocks[i] / runs[i];
            }
            assertThat(rank.score()).isCloseTo(sum / blocks.length, within(1e-12));
            assertThat(rank.interval95().contains(rank.score())).isTrue();
        });
    }

    @Test
    void theOrderInWhichResultsCameInChangesNothing() {
        List<StoredResult> shuffled = new ArrayList<>(RUN.results());
        Collections.rotate(shuffled, 17);
        Collections.reverse(shuffled.subList(40, 200));
        assertThat(document(RUN, shuffled)).isEqualTo(DOCUMENT);
    }

    @Test
    void whetherARunSpeaksIsDecidedByItsNumbersAndNotByTheNameOfItsTier() {
        for (String tier : List.of("smoke", "quick", "own", "standard")) {
            SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, tier, 1, 2);
            assertThat(pooled(document(run, favour(run, "value"))))
                    .singleElement()
                    .satisfies(effect -> assertThat(effect.verdict()).isEqualTo("better"));
        }
    }

    @Test
    void underTenClustersThatDifferThereAreCountsOnlyAndTheBlocksThatItWouldTake() {
        SyntheticRun whole = SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "standard", 1, 3);
        SyntheticRun run = whole.with("tasks", whole.manifest().design().tasks().subList(0, 1));
        ReportDocument document = document(run, favour(run, "value"));
        assertThat(pooled(document)).singleElement().satisfies(effect -> {
            assertThat(effect.verdict()).isEqualTo("untested");
            assertThat(effect.nonZero()).isEqualTo(2 * 3);
            assertThat(effect.wins()).isEqualTo(6);
            assertThat(effect.p()).isNull();
            assertThat(effect.interval95()).isNull();
            assertThat(effect.blocksToDecide()).isGreaterThan(3);
        });
        assertThat(answer(document, "clippings")).contains("untested (", "blocks would decide)");
    }

    @Test
    void aDivergedAndAFailedRunScoreNothingAndASkippedOneIsNone() {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "own", 1, 2);
        List<StoredResult> results = new ArrayList<>();
        for (StoredResult r : run.results()) {
            Outcome outcome = new Outcome.Solved(20, 6_000, 0.001);
            if (!r.trial().clipping().name().equals("none")) {
                outcome = r.trial().replicate().block() == 0
                        ? new Outcome.Failed("It broke.")
                        : new Outcome.Diverged(Outcome.Cause.FAR_OFF, 3);
            }
            results.add(Altered.of(r, Map.of("outcome", outcome)));
        }
        assertThat(pooled(document(run, results))).singleElement().satisfies(effect -> {
            assertThat(effect.pairs()).isEqualTo(24);
            assertThat(effect.mean()).isCloseTo(-0.8, within(1e-12));
        });
        List<StoredResult> skipped = results.stream()
                .map(r -> r.trial().clipping().name().equals("none")
                        ? r
                        : Altered.of(r, Map.of("outcome", new Outcome.Skipped("No."))))
                .toList();
        assertThat(pooled(document(run, skipped))).isEmpty();
    }

    @Test
    void aMissingRunIsAbsentAndSaidToBe() {
        List<StoredResult> some = RUN.results().stream()
                .filter(r -> !r.trial().clipping().name().equals("value")
                        || r.trial().task().length() == 10)
                .toList();
        ReportDocument document = document(RUN, some);
        assertThat(pooled(document)).extracting(EffectRow::pairs).containsExactly(3 * 4 * 2, 3 * 12 * 2);
        assertThat(document.caveats()).anyMatch(c -> c.kind().equals("missing"));
    }

    @Test
    void kinEnterComparisonsOfOptimizersOnce() {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 3, 2, "own", 1, 2);
        var optimizers = run.manifest().design().optimizers().stream()
                .map(o -> o.name().equals("nesterov") ? Altered.of(o, Map.of("kin", "momentum")) : o)
                .toList();
        ReportDocument document = document(run.with("optimizers", optimizers), run.results());
        assertThat(document.ranks()).hasSize(2).anySatisfy(rank -> {
            assertThat(rank.optimizer()).isEqualTo("momentum");
            assertThat(rank.aliases()).containsExactly("nesterov");
        });
    }

    @Test
    void componentsOfVarianceAddUpAndProblemsAreJudgedByTheirControl() {
        assertThat(DOCUMENT.variance()).isNotEmpty();
        assertThat(DOCUMENT.variance().stream().mapToDouble(row -> row.share()).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(DOCUMENT.problems()).hasSize(12).allSatisfy(row -> {
            assertThat(row.runs()).isEqualTo(3 * 4);
            assertThat(row.informative()).isEqualTo(row.solvedShare() >= 0.15 && row.solvedShare() <= 0.85);
        });
    }

    @Test
    void whereNothingIsSolvedNothingIsConcludedAndTheOptimizersAreNamed() {
        SyntheticRun run = SyntheticRun.of(Fate.NOTHING_SOLVED, 2, 2, "own", 2, 2);
        ReportDocument document = document(run, run.results());
        assertThat(document.effects()).extracting(EffectRow::verdict).containsOnly("untested");
        assertThat(document.optimizers()).allSatisfy(row -> {
            assertThat(row.solvesNothing()).isTrue();
            assertThat(row.triesInWords()).isEqualTo("more than " + 2 * 12 * 2 * 2);
            assertThat(row.tries()).isNull();
        });
        assertThat(answer(document, "problems")).contains("Nothing was ever solved by sgd, momentum");
    }

    @Test
    void dataProfilesHaveTheMeanScoreAsTheirArea() {
        DOCUMENT.profiles().stream()
                .filter(p -> p.profile().equals("data") && p.unit().equals("sequence-forwards"))
                .forEach(p -> {
                    double area = 0;
                    for (int i = 0; i < p.x().size(); i++) {
                        double before = i == 0 ? 0 : p.share().get(i - 1);
                        area += (p.share().get(i) - before) * (1 - p.x().get(i) / BUDGET);
                    }
                    double mean = RUN.results().stream()
                            .filter(r ->
                                    evaluates(r) && r.trial().optimizer().name().equals(p.optimizer()))
                            .mapToDouble(InferenceTest::score)
                            .average()
                            .orElseThrow();
                    assertThat(area).isCloseTo(mean, within(1e-12));
                });
    }

    @Test
    void answersHaveNumbersIntervalsAndVerdicts() {
        assertThat(DOCUMENT.answers()).hasSizeBetween(3, 6);
        assertThat(answer(DOCUMENT, "optimizers"))
                .matches(
                        "Highest: \\w+, score 0\\.\\d\\d \\[0\\.\\d\\d, 0\\.\\d\\d\\], [+−]0\\.\\d+ .*to the next, \\w+\\..*"
                                + " of the 2 others.*");
        assertThat(answer(DOCUMENT, "clippings"))
                .containsPattern("[\\w-]+ [+−]0\\.\\d+ \\[[+−]0\\.\\d+, [+−]0\\.\\d+\\]")
                .contains("than none");
        assertThat(answer(DOCUMENT, "variance")).startsWith("Of the variance of the score");
    }

    private static String answer(ReportDocument document, String topic) {
        return document.answers().stream()
                .filter(a -> a.topic().equals(topic))
                .map(Answer::text)
                .findFirst()
                .orElse("");
    }

    private static boolean evaluates(StoredResult r) {
        return r.trial().replicate().phase().word().equals("evaluation");
    }

    private static double score(StoredResult r) {
        return r.result().outcome() instanceof Outcome.Solved s ? 1 - s.sequenceForwards() / BUDGET : 0;
    }

    private static List<EffectRow> pooled(ReportDocument document) {
        return document.effects().stream()
                .filter(e -> e.factor().equals("clipping")
                        && e.kin() == null
                        && e.against().equals("none"))
                .toList();
    }

    /** Every run of {@code clipping} solves at once, no other ever does. */
    private static List<StoredResult> favour(SyntheticRun run, String clipping) {
        return run.results().stream()
                .map(r -> Altered.of(
                        r,
                        Map.of(
                                "outcome",
                                r.trial().clipping().name().equals(clipping)
                                        ? new Outcome.Solved(20, 1_200, 0.001)
                                        : new Outcome.BudgetSpent())))
                .toList();
    }

    private static ReportDocument document(SyntheticRun run, List<StoredResult> results) {
        return Report.of(run.manifest(), results, Optional.empty()).document();
    }
}
