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
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.NonFinitePolicy;
import org.longspan.optim.nonfinite.NonFinitePolicies;

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
        assertThat(plan.tier().name()).isEqualTo("smoke");
        assertThat(plan.rules().seed()).isZero();
        assertThat(plan.rules().budget()).isEqualTo(new Budget(20, 500, 36_000));
        assertThat(plan.rules().evaluation()).isEqualTo(new EvaluationRules(20, 200, 1000, 3));
        assertThat(plan.rules().divergence()).isEqualTo(new DivergenceRules("fail", 1e10, 10, 1e3, 3));
        assertThat(plan.schedule()).isEqualTo(new Choice("constant", Settings.NONE));
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
    void thePolicyIsANameOrANameWithSettings() {
        assertThat(policy("shrink-recurrent")).isEqualTo(new Choice("shrink-recurrent", Settings.NONE));
        assertThat(policy("random-step")).isEqualTo(new Choice("random-step", new Settings(Map.of("length", 1.0))));
        assertThat(policy("{name: random-step, length: 0.5}"))
                .isEqualTo(new Choice("random-step", new Settings(Map.of("length", 0.5))));
    }

    private Choice policy(String text) {
        String plan = GOOD + "divergence: {non-finite-gradient: " + text + "}\n";
        assertThat(PlanSchema.errors(plan)).isEmpty();
        return reader.read("small.yaml", plan).rules().divergence().nonFiniteGradient();
    }

    @Test
    void theSchemaKnowsEveryPolicy() {
        for (Entry<NonFinitePolicy> policy : NonFinitePolicies.all()) {
            assertThat(policy(policy.name()).name()).isEqualTo(policy.name());
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
    void evaluationsGrowRarerWithTheBudget() {
        Plan plan = reader.read("small.yaml", GOOD.replace("500", "10000"));
        assertThat(plan.rules().evaluation().everyUpdates()).isEqualTo(100);
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
    void aPlanMayGiveItsOwnNumbersOfSettingsAndSeeds() {
        Plan plan = reader.read("small.yaml", GOOD.replace("tier: smoke", "tier: {settings: 3, evaluation: 5}"));
        assertThat(plan.tier().settings()).isEqualTo(3);
        assertThat(plan.tier().stages())
                .extracting(stage -> stage.repetitions().size())
                .containsExactly(1, 5);
        assertThat(PlanSchema.accepts(plan.text())).isTrue();
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
