package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.reports.MadeRuns.compared;
import static org.longspan.reports.MadeRuns.isOf;
import static org.longspan.reports.MadeRuns.matched;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.longspan.harness.key.Axes;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.reports.compare.Against;
import org.longspan.reports.compare.Change;
import org.longspan.reports.compare.CompareWords;
import org.longspan.reports.compare.Comparison;
import org.longspan.reports.compare.NameMatch;
import org.longspan.reports.compare.Pairing;
import org.longspan.reports.compare.ScoreRow;
import org.longspan.reports.compare.ScoreRow.Level;
import org.longspan.reports.compare.SharedTrials.ArmTrials;
import org.longspan.reports.compare.SharedTrials.Counts;
import org.longspan.reports.summary.Arm;

/** What two runs have in common and in what they differ. */
class ComparisonTest {

    private static final MadeRuns BASE = MadeRuns.plain("base", 2);
    private static final int TRIALS = BASE.results().size();

    private static Against one(Comparison comparison) {
        assertThat(comparison.against()).hasSize(1);
        return comparison.against().get(0);
    }

    private static ScoreRow whole(Against against) {
        return against.rows(Level.RUN).findFirst().orElseThrow();
    }

    @Test
    void aCopyIsEqualBitForBitAndNothingIsTested() {
        Against copy = one(compared(BASE, BASE.named("copy")));

        assertThat(copy.trials().counts()).isEqualTo(new Counts(TRIALS, 0, 0, 0));
        assertThat(copy.trials().differing()).isEmpty();
        assertThat(copy.changes()).isEmpty();
        assertThat(copy.only().base().isEmpty() && copy.only().other().isEmpty())
                .isTrue();
        assertThat(copy.scores()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.identical()).isTrue();
            assertThat(row.effect().mean()).isZero();
            assertThat(CompareWords.verdict(row)).isEqualTo("identical");
        });
        assertThat(CompareWords.equality(copy))
                .isEqualTo(TRIALS + " trials are in both, and all are equal bit for bit, made by equal code");
    }

    @Test
    void otherCodeWithEqualResultsIsEqualAllTheSame() {
        MadeRuns rebuilt =
                BASE.named("rebuilt").changed(any -> true, r -> Altered.of(r, Map.of("code", "01".repeat(32))));

        Against against = one(compared(BASE, rebuilt));

        assertThat(against.trials().counts()).isEqualTo(new Counts(0, TRIALS, 0, 0));
        assertThat(CompareWords.equality(against)).endsWith("all are equal bit for bit, though made by other code");
    }

    @Test
    void oneAlteredLookIsFoundWithItsArmItsUpdateAndItsField() {
        StoredResult victim = BASE.results().stream()
                .filter(r -> isOf(r, "momentum") && r.result().curve().size() > 5)
                .findFirst()
                .orElseThrow();
        MadeRuns bent = BASE.named("bent").changed(victim::equals, r -> MadeRuns.bent(r, 3));

        Against against = one(compared(BASE, bent));

        assertThat(against.trials().counts()).isEqualTo(new Counts(TRIALS - 1, 0, 1, 0));
        ArmTrials arm = against.trials().differing().get(0);
        assertThat(arm.arm())
                .isEqualTo(new Arm("momentum", victim.trial().clipping().name()));
        assertThat(arm.differing()).isOne();
        assertThat(arm.first().orElseThrow().id()).isEqualTo(victim.id());
        assertThat(arm.first().orElseThrow().where().updates())
                .isEqualTo(victim.result().curve().get(3).updates());
        assertThat(arm.first().orElseThrow().where().what())
                .startsWith("validationLoss: ")
                .endsWith(", and 0.123456789");
        assertThat(CompareWords.equality(against)).endsWith("1 differs, though made by equal code");
    }

    @Test
    void theArmThatPartsAfterTheFewestUpdatesIsFirst() {
        MadeRuns bent = BASE.named("bent")
                .changed(r -> isOf(r, "momentum") && r.result().curve().size() > 5, r -> MadeRuns.bent(r, 4))
                .changed(r -> isOf(r, "sgd") && r.result().curve().size() > 5, r -> MadeRuns.bent(r, 2));

        List<ArmTrials> differing = one(compared(BASE, bent)).trials().differing();

        assertThat(differing).hasSize(4);
        assertThat(differing.stream().map(arm -> arm.arm().optimizer()))
                .containsExactly("sgd", "sgd", "momentum", "momentum");
    }

    @Test
    void aDifferenceBehindAllLooksIsFoundToo() {
        MadeRuns bent = BASE.named("bent")
                .changed(BASE.results().get(0)::equals, r -> Altered.of(r, Map.of("weights", "00".repeat(32))));

        ArmTrials arm = one(compared(BASE, bent)).trials().differing().get(0);

        assertThat(arm.first().orElseThrow().where().what()).startsWith("weights: ");
    }

    @Test
    void aChangedConstantIsNamedAndItsArmsArePairedByTheirBlocks() {
        MadeRuns other = BASE.named("other").changed(r -> isOf(r, "momentum"), r -> {
            Settings settings = r.trial().optimizer().settings().with("momentum", 0.5);
            return MadeRuns.renewed(Altered.of(r, Map.of("optimizer", new Choice("momentum", settings))), 7);
        });

        Against against = one(compared(BASE, other.solving("momentum", 3)));

        assertThat(against.changes()).containsExactly(new Change("setting", "momentum, momentum", "0.9", "0.5"));
        assertThat(against.trials().counts().shared()).isEqualTo(TRIALS / 2);
        assertThat(against.scores()).allSatisfy(row -> assertThat(row.pairing()).isEqualTo(Pairing.SAME_BLOCKS));
        assertThat(against.rows(Level.ARM)
                        .filter(row -> !row.identical())
                        .map(row -> row.arm().orElseThrow().base().optimizer()))
                .containsExactly("momentum", "momentum");
    }

    @Test
    void anotherRootSeedLeavesIndependentBlocks() {
        Against against = one(compared(BASE, BASE.named("other").rooted(9)));

        assertThat(against.trials().counts().shared()).isZero();
        assertThat(against.changes()).contains(new Change("plan", "root seed", "0", "9"));
        assertThat(against.scores()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.pairing()).isEqualTo(Pairing.INDEPENDENT_BLOCKS);
            assertThat(row.effect().counts().pairs()).isPositive();
        });
        assertThat(whole(against).effect().counts().clusters()).isEqualTo(2 * 12 * 2);
    }

    /** One clipping runs in block 0 of the base and in block 1 of the other: it ties both blocks to one cluster. */
    @Test
    void whatSharesLuckInEitherRunIsOneCluster() {
        MadeRuns first = MadeRuns.of(
                "base",
                SyntheticRun.of(SyntheticRun.Fate.PLAUSIBLE, 1, 2, "own", 1, 1).control(2));
        MadeRuns second = first.rooted(9).named("other").changed(any -> true, r -> {
            int block = 1 - r.trial().replicate().block();
            var replicate = Altered.of(r.trial().replicate(), Map.of("block", block));
            long seed = Axes.block(9, r.trial().task(), r.trial().model(), replicate.kin(), block);
            return Altered.of(r, Map.of("trial", Altered.of(r.trial(), Map.of("seed", seed, "replicate", replicate))));
        });

        Against against = one(compared(first, second));

        assertThat(against.rows(Level.ARM).map(row -> row.effect().counts().pairs()))
                .containsExactly(24, 12);
        assertThat(against.rows(Level.ARM).map(row -> row.effect().counts().clusters()))
                .as("none pairs blocks of one number")
                .containsExactly(24, 12);
        assertThat(whole(against).effect().counts().pairs()).isEqualTo(36);
        assertThat(whole(against).effect().counts().clusters()).isEqualTo(12);
    }

    @Test
    void underTwoBudgetsTheScoreIsTheShareOfTheSmaller() {
        MadeRuns base = BASE.solving("sgd", 1).solving("momentum", 1);
        Budget half = new Budget(20, 250, 15_000);
        MadeRuns other = base.named("half")
                .with(Altered.of(BASE.manifest(), Map.of("budget", half)))
                .changed(any -> true, r -> MadeRuns.renewed(Altered.of(r, Map.of("budget", half)), 5));

        Against against = one(compared(base, other));

        assertThat(against.changes()).extracting(Change::of).contains("budget");
        assertThat(whole(against).effect().mean()).isZero();
        long late = base.results().stream()
                .filter(r -> ((Outcome.Solved) r.result().outcome()).sequenceForwards() > 15_000)
                .count();
        assertThat(late).isPositive();
        assertThat(whole(against).base().solved()).isEqualTo((int) (TRIALS - late));
    }

    @Test
    void aMatchedNameStandsInTheOthersPlace() {
        MadeRuns mine = BASE.named("mine")
                .with(SyntheticRun.of(SyntheticRun.Fate.PLAUSIBLE, 2, 2, "own", 1, 2)
                        .with("optimizers", List.of(SyntheticPlan.optimizer("sgd"), SyntheticPlan.optimizer("mine")))
                        .manifest())
                .changed(r -> isOf(r, "momentum"), r -> {
                    var trial = r.trial();
                    var replicate = Altered.of(trial.replicate(), Map.of("kin", "mine"));
                    long seed = Axes.block(0, trial.task(), trial.model(), "mine", replicate.block());
                    Map<String, Object> changed = Map.of(
                            "optimizer",
                            new Choice("mine", trial.optimizer().settings()),
                            "seed",
                            seed,
                            "replicate",
                            replicate);
                    return MadeRuns.renewed(Altered.of(r, Map.of("trial", Altered.of(trial, changed))), 8);
                });

        Against unmatched = one(compared(BASE, mine));
        Against matched = one(matched(new NameMatch(Map.of("mine", "momentum"), Map.of()), BASE, mine));

        assertThat(unmatched.only().base().arms()).extracting(Arm::optimizer).containsOnly("momentum");
        assertThat(unmatched.only().other().arms()).extracting(Arm::optimizer).containsOnly("mine");
        assertThat(matched.only().base().isEmpty() && matched.only().other().isEmpty())
                .isTrue();
        Stream<ScoreRow> rows = matched.rows(Level.ARM)
                .filter(row -> row.arm().orElseThrow().other().optimizer().equals("mine"));
        assertThat(rows).hasSize(2).allSatisfy(row -> {
            assertThat(row.arm().orElseThrow().base().optimizer()).isEqualTo("momentum");
            assertThat(row.pairing()).as("another kin has other data").isEqualTo(Pairing.INDEPENDENT_BLOCKS);
        });
    }

    @Test
    void aNameThatIsMatchedNoLongerMeansItself() {
        NameMatch match = new NameMatch(Map.of("momentum", "sgd"), Map.of());

        Against against = one(matched(match, BASE, BASE.named("other").rooted(3)));

        assertThat(against.only().other().arms()).extracting(Arm::optimizer).containsOnly("sgd");
        assertThat(against.only().base().arms()).extracting(Arm::optimizer).containsOnly("momentum");
        assertThat(against.rows(Level.ARM))
                .allSatisfy(row -> assertThat(row.arm().orElseThrow().toString())
                        .startsWith("momentum × ")
                        .contains(" against sgd × "));
    }

    @Test
    void whatOnlyOneRunHasIsSaidOnce() {
        MadeRuns fewer = MadeRuns.of("fewer", SyntheticRun.of(SyntheticRun.Fate.PLAUSIBLE, 1, 2, "own", 1, 2));
        var tasks = fewer.manifest().design().tasks().subList(0, 1);
        MadeRuns small = fewer.with(Altered.of(fewer.manifest(), Map.of("tasks", tasks)));

        Against against = one(compared(BASE, small));

        assertThat(against.only().other().isEmpty()).isTrue();
        assertThat(against.only().base().arms()).extracting(Arm::optimizer).containsExactly("momentum", "momentum");
        assertThat(against.only().base().places()).hasSize(10);
        assertThat(against.only().base().cells()).isEmpty();
    }

    @Test
    void runsWithoutACommonArmOnAProblemShareNothing() {
        MadeRuns other = BASE.named("other")
                .with(SyntheticRun.of(SyntheticRun.Fate.PLAUSIBLE, 2, 2, "own", 1, 2)
                        .with("optimizers", List.of(SyntheticPlan.optimizer("x")))
                        .manifest());

        assertThat(one(compared(BASE, other)).sharesNothing()).isTrue();
        assertThat(one(compared(BASE, BASE.named("copy"))).sharesNothing()).isFalse();
    }

    @Test
    void theOrderOfResultsLeavesNoTrace() {
        List<StoredResult> reversed = new ArrayList<>(BASE.results());
        Collections.reverse(reversed);
        MadeRuns other = BASE.named("other").solving("momentum", 2);
        MadeRuns turned = new MadeRuns("base", BASE.manifest(), reversed, List.of());

        assertThat(one(compared(turned, other)).scores())
                .isEqualTo(one(compared(BASE, other)).scores());
    }

    @Test
    void severalRunsAreHeldAgainstTheFirstAndShareTheLevel() {
        MadeRuns second = BASE.named("second").solving("momentum", 2);
        MadeRuns third = BASE.named("third").solving("sgd", 3);

        Comparison two = compared(BASE, second);
        Comparison three = compared(BASE, second, third);

        assertThat(two.families()).isEqualTo(4);
        assertThat(three.families()).isEqualTo(8);
        assertThat(three.against()).extracting(against -> against.run().name()).containsExactly("second", "third");
        double level =
                whole(two.against().get(0)).effect().evidence().orElseThrow().level();
        assertThat(whole(three.against().get(0))
                        .effect()
                        .evidence()
                        .orElseThrow()
                        .level())
                .isEqualTo(level / 2);
    }
}
