package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.reports.compare.Against;
import org.longspan.reports.compare.ScoreRow;
import org.longspan.reports.compare.ScoreRow.Level;
import org.longspan.reports.inference.Evidence;

/**
 * The inference on two runs against a slow recomputation from the records alone: pairs by a search through all results,
 * and p by going through every pattern of signs.
 */
class CompareInferenceTest {

    private static final double FAMILIES = 4;
    private static final double LEVEL = 0.05;

    private final MadeRuns base = MadeRuns.plain("base", 1).solving("sgd", 1).solving("momentum", 2);
    private final MadeRuns other = base.named("other").solving("momentum", 5);
    private final Against against = MadeRuns.compared(base, other).against().get(0);

    private static double score(StoredResult result) {
        return result.result().outcome() instanceof Outcome.Solved solved
                ? 1
                        - solved.sequenceForwards()
                                / (double) result.trial().budget().sequenceForwards()
                : 0;
    }

    /** Mean differences by what shares luck: the kin, the problem and the block. */
    private double[] clusters(Predicate<Trial> which) {
        Map<String, List<Double>> differences = new LinkedHashMap<>();
        for (StoredResult ours : base.results()) {
            for (StoredResult theirs : other.results()) {
                Trial one = ours.trial();
                Trial two = theirs.trial();
                boolean pair = one.seed() == two.seed()
                        && one.task().equals(two.task())
                        && one.model().equals(two.model())
                        && one.optimizer().name().equals(two.optimizer().name())
                        && one.clipping().name().equals(two.clipping().name());
                if (pair && which.test(one)) {
                    differences
                            .computeIfAbsent(
                                    one.replicate() + " " + one.task() + one.model(), none -> new ArrayList<>())
                            .add(score(theirs) - score(ours));
                }
            }
        }
        return differences.values().stream()
                .mapToDouble(of -> of.stream().mapToDouble(d -> d).average().orElseThrow())
                .toArray();
    }

    private static double mean(double[] d) {
        double sum = 0;
        for (double x : d) {
            sum += x;
        }
        return sum / d.length;
    }

    /** The share of all patterns of signs that are as extreme as what was observed. */
    private static double p(double[] d, double theta) {
        double observed = 0;
        for (double x : d) {
            observed += x - theta;
        }
        long extreme = 0;
        long patterns = 1L << d.length;
        for (long pattern = 0; pattern < patterns; pattern++) {
            double sum = 0;
            for (int i = 0; i < d.length; i++) {
                sum += (pattern >> i & 1) == 0 ? d[i] - theta : theta - d[i];
            }
            extreme += Math.abs(sum) >= Math.abs(observed) - 1e-12 ? 1 : 0;
        }
        return extreme / (double) patterns;
    }

    private ScoreRow row(Level level, Predicate<ScoreRow> which) {
        return against.rows(level).filter(which).findFirst().orElseThrow();
    }

    @Test
    void theWholeIsTheMeanOverClustersOfKinProblemAndBlock() {
        double[] d = clusters(any -> true);
        ScoreRow whole = row(Level.RUN, any -> true);

        assertThat(d).hasSize(24);
        assertThat(whole.effect().counts().clusters()).isEqualTo(24);
        assertThat(whole.effect().counts().nonZero()).isEqualTo(12);
        assertThat(whole.effect().mean()).isCloseTo(mean(d), within(1e-12));
        double[] changed = clusters(trial -> trial.optimizer().name().equals("momentum"));
        assertThat(whole.effect().evidence().orElseThrow().p())
                .as("differences of zero change no pattern at 0")
                .isCloseTo(p(changed, 0), within(1e-12));
    }

    @Test
    void anArmsPAndIntervalAreThoseOfAllPatternsOfSigns() {
        for (String clipping : List.of("none", "value")) {
            double[] d = clusters(trial -> trial.optimizer().name().equals("momentum")
                    && trial.clipping().name().equals(clipping));
            ScoreRow row = row(
                    Level.ARM,
                    one -> one.arm().orElseThrow().base().optimizer().equals("momentum")
                            && one.arm().orElseThrow().base().clipping().equals(clipping));
            Evidence evidence = row.effect().evidence().orElseThrow();

            assertThat(d).hasSize(12);
            assertThat(row.effect().mean()).isCloseTo(mean(d), within(1e-12));
            assertThat(evidence.p()).isCloseTo(p(d, 0), within(1e-12));
            assertThat(p(d, evidence.interval().low() + 1e-6)).isGreaterThan(LEVEL);
            assertThat(p(d, evidence.interval().low() - 1e-6)).isLessThanOrEqualTo(LEVEL);
            assertThat(p(d, evidence.interval().high() - 1e-6)).isGreaterThan(LEVEL);
            assertThat(p(d, evidence.interval().high() + 1e-6)).isLessThanOrEqualTo(LEVEL);
        }
    }

    @Test
    void holmsAdjustmentRunsWithinTheFamilyOfArms() {
        List<Double> p = new ArrayList<>();
        for (String clipping : List.of("none", "value")) {
            p.add(p(
                    clusters(t -> t.optimizer().name().equals("momentum")
                            && t.clipping().name().equals(clipping)),
                    0));
        }
        p.sort(Comparator.naturalOrder());
        double first = Math.min(1, 2 * p.get(0));
        double second = Math.min(1, Math.max(first, p.get(1)));
        List<Double> expected = List.of(Math.min(1, first * FAMILIES), Math.min(1, second * FAMILIES));

        assertThat(against.rows(Level.ARM)
                        .flatMap(row -> row.effect().evidence().stream())
                        .map(Evidence::adjusted)
                        .sorted()
                        .toList())
                .as("arms that are identical are not tested and cost nothing")
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
                .isEqualTo(expected);
    }

    @Test
    void underTenClustersThereAreCountsOnly() {
        assertThat(against.rows(Level.PROBLEM)).hasSize(12).allSatisfy(row -> {
            assertThat(row.effect().evidence()).isEmpty();
            assertThat(row.effect().counts().clusters()).isEqualTo(2);
        });
    }

    @Test
    void winsLossesAndTiesAreOfPairs() {
        for (ScoreRow row : against.scores()) {
            int wins = 0;
            int losses = 0;
            for (StoredResult ours : base.results()) {
                for (StoredResult theirs : other.results()) {
                    Trial one = ours.trial();
                    Trial two = theirs.trial();
                    boolean pair = one.seed() == two.seed()
                            && one.clipping().name().equals(two.clipping().name())
                            && one.optimizer().name().equals(two.optimizer().name());
                    boolean ofRow = row.arm().stream()
                                    .allMatch(arm -> arm.base()
                                                    .optimizer()
                                                    .equals(one.optimizer().name())
                                            && arm.base()
                                                    .clipping()
                                                    .equals(one.clipping().name()))
                            && row.place().stream()
                                    .allMatch(place -> place.task().equals(one.task())
                                            && place.model().equals(one.model()));
                    wins += pair && ofRow && score(theirs) > score(ours) ? 1 : 0;
                    losses += pair && ofRow && score(theirs) < score(ours) ? 1 : 0;
                }
            }
            assertThat(row.effect().counts().wins()).isEqualTo(wins);
            assertThat(row.effect().counts().losses()).isEqualTo(losses);
        }
    }
}
