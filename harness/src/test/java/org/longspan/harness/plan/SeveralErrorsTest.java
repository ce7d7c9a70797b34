package org.longspan.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.longspan.harness.plan.PlanReaderTest.GOOD;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.refusal.UserError;

/** A plan with several errors is told all of them at once. */
class SeveralErrorsTest {

    private final PlanReader reader = new PlanReader(FakeMethods.catalogue(), FakeTasks.catalogue());

    private List<String> errors(String text) {
        return catchThrowableOfType(UserError.class, () -> reader.read("bad.yaml", text))
                .sentences();
    }

    @Test
    void eachPartOfAPlanIsCheckedAndTheErrorsComeInTheOrderOfTheLines() {
        List<String> errors = errors("""
                tier: smok
                colour: red
                models:
                  - {cell: plian, hidden: 0, layers: -1}
                  - {cell: {name: gated, bias: 20, bais: 2}, initialization: sprase, initial-state: one}
                  - {hidden: 8}
                tasks:
                  - {family: recal, lengths: [3]}
                  - {family: recall, variant: negatd, lengths: [0, 5], height: x}
                optimizers: [desent, {name: heavy, momentum: [1]}, heavy]
                clippings: [by-nrm, none, none]
                schedules: constnt
                budget: {updates: 0, batch: x, every: 1}
                evaluation: {test: 0}
                divergence: {non-finite-gradient: fial, chance-multiple: 0}
                name: a/b
                seed: x
                """);

        assertThat(errors).hasSize(21).last().isEqualTo("and 8 more errors in this plan");
        assertThat(errors.subList(0, 20))
                .extracting(sentence -> sentence.replaceFirst("bad.yaml, (line \\d+), ([^:]+): .*", "$1 $2"))
                .containsExactly(
                        "line 1 tier",
                        "line 2 colour",
                        "line 4 models[0].cell",
                        "line 4 models[0].hidden",
                        "line 4 models[0].layers",
                        "line 5 models[1].cell.bais",
                        "line 5 models[1].cell.bias",
                        "line 5 models[1].initialization",
                        "line 5 models[1].initial-state",
                        "line 6 models[2]",
                        "line 8 tasks[0].family",
                        "line 9 tasks[1].height",
                        "line 9 tasks[1].variant",
                        "line 9 tasks[1].lengths[0]",
                        "line 10 optimizers[0]",
                        "line 10 optimizers[1].momentum",
                        "line 10 optimizers[2]",
                        "line 11 clippings[0]",
                        "line 11 clippings[2]",
                        "line 12 schedules");
    }

    @Test
    void anErrorIsToldWithoutThoseThatFollowFromIt() {
        assertThat(errors(GOOD.replace("momentum: 0.9", "momentum: x")
                        .replace("hidden: 8}\n", "hidden: 8, optimizers: [heavy]}\n")))
                .hasSize(1);
        assertThat(errors(GOOD.replace("- {name: heavy, momentum: 0.9}", "- hevy")
                        .replace("hidden: 8}\n", "hidden: 8, optimizers: [heavy]}\n")))
                .hasSize(1);
        assertThat(errors(GOOD.replace("sparse", "{name: sparse, least: x, greatest: 1}")))
                .hasSize(1);
        assertThat(errors(GOOD.replace("family: recall, l", "family: recal, l")))
                .hasSize(1);
    }

    @Test
    void everyKeyThatIsGivenTwiceIsTold() {
        assertThat(errors(GOOD + "tier: quick\nbudget: {}\n"))
                .containsExactly(
                        "bad.yaml, line 13, tier: this key is given twice",
                        "bad.yaml, line 14, budget: this key is given twice");
    }

    @Test
    void aPlanWithNothingButErrorsIsNotReadToItsEnd() {
        String few = IntStream.range(0, 21).mapToObj(i -> "k" + i + ": 1\n").collect(Collectors.joining());
        assertThat(errors(GOOD + few)).hasSize(21).last().isEqualTo("and 1 more error in this plan");
        String many = IntStream.range(0, 5000).mapToObj(i -> "k" + i + ": 1\n").collect(Collectors.joining());
        assertThat(errors(many)).hasSize(21).last().isEqualTo("and at least 980 more errors in this plan");
    }
}
