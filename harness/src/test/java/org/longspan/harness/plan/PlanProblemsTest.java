package org.longspan.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.record.Choice;
import org.longspan.harness.refusal.UserError;

/** The problems of a plan: models crossed with tasks, or several such crossings. */
class PlanProblemsTest {

    private static final String TWO = """
            problems:
              - models: [{cell: plain, hidden: 8}]
                tasks: [{family: recall, lengths: [3, 5]}]
              - models: [{cell: gated, hidden: 8}, {cell: plain, hidden: 9}]
                tasks: [{family: recall, variant: negated, lengths: [3]}]
            """;

    private final PlanReader reader = new PlanReader(FakeMethods.catalogue(), FakeTasks.catalogue());

    @Test
    void modelsAndTasksAreCrossed() {
        Factors factors = factors("""
                models: [{cell: plain, hidden: 8}, {cell: gated, hidden: 9}]
                tasks: [{family: recall, lengths: [3, 5]}]
                """);
        assertThat(problems(factors))
                .containsExactly("plain 8 first 3", "gated 9 first 3", "plain 8 first 5", "gated 9 first 5");
        assertThat(factors.tasks())
                .allSatisfy(task -> assertThat(factors.modelsLeftOut(task)).isEmpty());
    }

    @Test
    void eachOfSeveralCrossingsIsCrossedByItself() {
        Factors factors = factors(TWO);
        assertThat(problems(factors))
                .containsExactly("plain 8 first 3", "plain 8 first 5", "gated 8 negated 3", "plain 9 negated 3");
        assertThat(factors.models()).hasSize(3);
        assertThat(factors.tasks()).hasSize(3);
        assertThat(factors.modelsLeftOut(factors.tasks().get(0)))
                .extracting(model -> model.cell().name() + " " + model.hidden())
                .containsExactly("gated 8", "plain 9");
    }

    /** A model or a task that stands in two crossings is one model or task. */
    @Test
    void crossingsMayShareAModelOrATask() {
        Factors factors = factors(TWO.replace("plain, hidden: 9", "plain, hidden: 8"));
        assertThat(factors.models()).hasSize(2);
        assertThat(factors.problems()).hasSize(4);
        assertThat(factors(TWO.replace("variant: negated", "variant: first")).tasks())
                .hasSize(2);
    }

    @Test
    void aModelHasOneListOfOptimizers() {
        String shared = TWO.replace("plain, hidden: 9", "plain, hidden: 8");
        String both = shared.replace("cell: plain, hidden: 8", "cell: plain, hidden: 8, optimizers: [heavy]");
        Factors factors = factors(both);
        assertThat(factors.optimizersOf(factors.models().get(0)))
                .extracting(Choice::name)
                .containsExactly("heavy");
        String once = shared.replaceFirst("cell: plain, hidden: 8", "cell: plain, hidden: 8, optimizers: [heavy]");
        assertRefused(
                once,
                "line 4, problems[1]: the model plain has other optimizers than in an earlier problem, expected the same");
    }

    @Test
    void aProblemThatIsGivenTwiceIsRefused() {
        assertRefused(
                TWO.replace("variant: negated, lengths: [3]", "lengths: [7, 5]").replace("hidden: 9", "hidden: 8"),
                "line 4, problems[1]: the problem recall at length 5 with plain is given twice, expected once");
    }

    @Test
    void modelsOrTasksBesideProblemsAreRefused() {
        assertRefused(
                TWO + "models: [{cell: plain}]\n",
                "line 6, models: a plan with problems has its models there, expected one or the other");
        assertRefused(
                TWO + "tasks: [{family: recall, lengths: [3]}]\n",
                "line 6, tasks: a plan with problems has its tasks there, expected one or the other");
        assertThat(PlanSchema.accepts(TWO + "models: [{cell: plain}]\n")).isFalse();
        assertThat(PlanSchema.accepts(TWO + "tasks: [{family: recall, lengths: [3]}]\n"))
                .isFalse();
    }

    @Test
    void whatIsWrongInAProblemIsNamedWithItsPlace() {
        for (List<String> bad : List.of(
                List.of("problems: []\n", "problems: an empty list is given, expected a list of at least one"),
                List.of("problems: 3\n", "problems: 3 is given, expected a list of at least one"),
                List.of(
                        TWO.replace("models: [{cell: gated", "moddels: [{cell: gated"),
                        "problems[1].moddels: unknown key moddels; did you mean models?"),
                List.of("problems: [{models: [{cell: plain}]}]\n", "line 1, problems[0]: the key tasks is missing"),
                List.of("tier: smoke\n", "the key tasks is missing"))) {
            assertThatThrownBy(() -> reader.read("bad.yaml", bad.get(0)))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(bad.get(1));
            assertThat(PlanSchema.accepts(bad.get(0))).isFalse();
        }
        assertRefused(TWO.replace("cell: gated", "cell: gatd"), "problems[1].models[0].cell: unknown model gatd");
        assertRefused(TWO.replace("[3, 5]", "[1, 5]"), "problems[0].tasks[0].lengths[0]: task recall, variant first");
    }

    private void assertRefused(String plan, String message) {
        assertThatThrownBy(() -> reader.read("bad.yaml", plan))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("bad.yaml, ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    private Factors factors(String plan) {
        assertThat(PlanSchema.errors(plan)).isEmpty();
        return reader.read("small.yaml", plan).factors();
    }

    private static List<String> problems(Factors factors) {
        return factors.problems().stream()
                .map(problem -> problem.model().cell().name() + " "
                        + problem.model().hidden() + " " + problem.task().variant() + " "
                        + problem.task().length())
                .toList();
    }
}
