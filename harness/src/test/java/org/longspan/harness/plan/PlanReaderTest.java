package org.longspan.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.DivergenceRules;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.Sample;
import org.longspan.harness.record.TaskChoice;
import org.longspan.numerics.catalogue.Settings;

class PlanReaderTest {

    static final String GOOD = """
            tier: smoke
            models:
              - {cell: plain, hidden: 8}
              - {cell: {name: gated, bias: 2}, hidden: 8, initialization: sparse}
            tasks:
              - {family: recall, lengths: [3, 5]}
              - {family: recall, variant: negated, lengths: [3], height: 2}
            optimizers:
              - descent
              - {name: heavy, momentum: 0.9}
            clippings: all
            budget: {updates: 500}
            """;

    private final PlanReader reader = new PlanReader(FakeMethods.catalogue(), FakeTasks.catalogue());

    @Test
    void aPlanIsReadWithEveryDefault() {
        Plan plan = reader.read("plans/small.yaml", GOOD);
        assertThat(plan.name()).isEqualTo("small");
        assertThat(plan.rules().seed()).isZero();
        assertThat(plan.rules().budget()).isEqualTo(new Budget(20, 500, 30_000));
        assertThat(plan.rules().evaluation()).isEqualTo(new EvaluationRules(5, 500, 1000, 4, 1000));
        assertThat(plan.rules().divergence()).isEqualTo(new DivergenceRules(1e3, 3));
        assertThat(plan.tier()).isEqualTo(new Tier("smoke", 1, 1, 1));
        assertThat(plan.factors().schedules()).containsExactly(new Choice("constant", Settings.NONE));
        assertThat(plan.factors().policies()).containsExactly(new Choice("fail", Settings.NONE));
        assertThat(plan.factors().clippings()).extracting(Choice::name).containsExactly("none", "by-norm", "by-value");
    }

    @Test
    void modelsAndTasksAreCompleteAndMethodsHoldOnlyWhatIsFixed() {
        Plan plan = reader.read("small.yaml", GOOD);
        assertThat(plan.factors().models().get(1).cell().settings().number("bias"))
                .isEqualTo(2);
        assertThat(plan.factors().models().get(0).initialization().name()).isEqualTo("uniform");
        assertThat(plan.factors().tasks())
                .containsExactly(task("first", 3, 1), task("first", 5, 1), task("negated", 3, 2));
        assertThat(plan.factors().optimizers().get(0).settings()).isEqualTo(Settings.NONE);
        assertThat(plan.factors().optimizers().get(1).settings()).isEqualTo(new Settings(Map.of("momentum", 0.9)));
    }

    @Test
    void aBudgetThatIsNotGivenHas1500UpdatesAndALookInEachHundredth() {
        Plan plan = reader.read("small.yaml", GOOD.replace("budget: {updates: 500}\n", ""));
        assertThat(plan.rules().budget()).isEqualTo(new Budget(20, 1500, 90_000));
        assertThat(plan.rules().evaluation().everyUpdates()).isEqualTo(15);
        for (String updates : List.of("1", "99", "199")) {
            assertThat(reader.read("small.yaml", GOOD.replace("500", updates))
                            .rules()
                            .evaluation()
                            .everyUpdates())
                    .isEqualTo(1);
        }
    }

    @Test
    void allInAListMeansThoseThatItDoesNotName() {
        Plan plan = reader.read(
                "small.yaml", GOOD.replace("clippings: all", "clippings: [all, {name: by-norm, unit: absolute}]"));
        assertThat(plan.factors().clippings())
                .containsExactly(
                        new Choice("none", Settings.NONE),
                        new Choice("by-value", Settings.NONE),
                        new Choice("by-norm", new Settings(Map.of("unit", "absolute"))));
        assertThat(PlanSchema.accepts(plan.text())).isTrue();
    }

    @Test
    void everyCellIsAModelWhereThePlanSaysAll() {
        Plan plan = reader.read(
                "small.yaml",
                GOOD.replace("cell: plain", "cell: all")
                        .replace("{name: gated, bias: 2}", "plain")
                        .replace("sparse", "sparse, layers: 2"));
        assertThat(plan.factors().models()).hasSize(3);
    }

    @Test
    void aPlanMayGiveItsOwnNumbersOfSettingsAndBlocks() {
        assertThat(tier("{settings: 3, blocks: 5}")).isEqualTo(new Tier("own", 3, 5, 5));
        assertThat(tier("{settings: 24, blocks: 2, control: 10}")).isEqualTo(new Tier("own", 24, 10, 2));
        assertThat(tier("{settings: 1, blocks: 1, control: 1}")).isEqualTo(new Tier("own", 1, 1, 1));
    }

    /** The table of the protocol: settings, blocks of the control, blocks of any other clipping. */
    @Test
    void theTiersAreThoseOfTheProtocol() {
        assertThat(tier("smoke")).isEqualTo(new Tier("smoke", 1, 1, 1));
        assertThat(tier("quick")).isEqualTo(new Tier("quick", 4, 8, 1));
        assertThat(tier("standard")).isEqualTo(new Tier("standard", 4, 12, 12));
        assertThat(tier("full")).isEqualTo(new Tier("full", 8, 16, 16));
        assertThat(reader.read("small.yaml", GOOD.replace("tier: smoke\n", "")).tier())
                .isEqualTo(tier("quick"));
    }

    private Tier tier(String tier) {
        Plan plan = reader.read("small.yaml", GOOD.replace("tier: smoke", "tier: " + tier));
        assertThat(PlanSchema.errors(plan.text())).isEmpty();
        return plan.tier();
    }

    @Test
    void aPlanMayRunASampleOfItsTrials() {
        Plan plan = reader.read("small.yaml", GOOD + "sample: {trials: 3, seed: -7}\n");
        assertThat(plan.sample()).contains(new Sample(3, -7));
        assertThat(reader.read("small.yaml", GOOD + "sample: {trials: 3}\n").sample())
                .contains(new Sample(3, 0));
        assertThat(reader.read("small.yaml", GOOD).sample()).isEmpty();
        assertThat(PlanSchema.errors(plan.text())).isEmpty();
    }

    @Test
    void aModelMayBeTrainedBySomeOptimizersOnly() {
        Plan plan = reader.read(
                "small.yaml",
                GOOD.replace("{cell: plain, hidden: 8}", "{cell: plain, hidden: 8, optimizers: [heavy]}"));
        Factors factors = plan.factors();
        assertThat(factors.optimizersOf(factors.models().get(0)))
                .extracting(Choice::name)
                .containsExactly("heavy");
        assertThat(factors.optimizersLeftOut(factors.models().get(0)))
                .extracting(Choice::name)
                .containsExactly("descent");
        assertThat(factors.optimizersOf(factors.models().get(1))).isEqualTo(factors.optimizers());
        assertThat(factors.optimizersLeftOut(factors.models().get(1))).isEmpty();
        assertThat(PlanSchema.accepts(plan.text())).isTrue();
    }

    @Test
    void whereAPlanSaysAllTheOptimizersOfItsModelsAreMeant() {
        String each = GOOD.replaceAll("hidden: (\\d+)", "hidden: $1, optimizers: [heavy]");
        for (String all : List.of("", "optimizers: all\n", "optimizers:\n  - all\n")) {
            Plan plan = reader.read("small.yaml", each.replaceAll("optimizers:\n.*\n.*\n", all));
            assertThat(plan.factors().optimizers()).extracting(Choice::name).containsExactly("heavy");
        }
    }

    @Test
    void theGoodPlanPassesTheSchema() {
        assertThat(PlanSchema.errors(GOOD)).isEmpty();
    }

    private static TaskChoice task(String variant, int length, double height) {
        return new TaskChoice("recall", variant, length, new Settings(Map.of("height", height)), Map.of());
    }
}
