package org.longspan.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.longspan.harness.plan.PlanReaderTest.GOOD;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.refusal.UserError;

/** Each error in the tier, the axes and the rules of a plan gives one sentence with the place and the expectation. */
class BadDesignTest {

    private final PlanReader reader = new PlanReader(FakeMethods.catalogue(), FakeTasks.catalogue());

    static List<Bad> badDesigns() {
        return List.of(
                new Bad(
                        "tier: smoke",
                        "divergence: {non-finite-gradient: fial}",
                        "unknown policy fial; did you mean fail?",
                        false),
                new Bad(
                        "tier: smoke",
                        "divergence: {non-finite-gradient: {name: random-step, length: 0}}",
                        "length: 0 is given, expected a number greater than 0",
                        false),
                new Bad(
                        "tier: smoke",
                        "divergence: {non-finite-gradient: {name: skip, length: 1}}",
                        "unknown key length",
                        false),
                new Bad("tier: smoke", "tier: {settings: 2}", "line 1, tier: the key blocks is missing", true),
                new Bad("tier: smoke", "tier: {blocks: 2}", "line 1, tier: the key settings is missing", true),
                new Bad(
                        "tier: smoke",
                        "tier: {settings: 2, blocks: 1, evaluation: 1}",
                        "line 1, tier.evaluation: unknown key evaluation",
                        true),
                new Bad(
                        "tier: smoke",
                        "tier: {settings: 0, blocks: 2}",
                        "line 1, tier.settings: 0 is given, expected a whole number from 1",
                        true),
                new Bad(
                        "tier: smoke",
                        "tier: {settings: 2, blocks: 0}",
                        "line 1, tier.blocks: 0 is given, expected a whole number from 1 to 10000",
                        true),
                new Bad(
                        "tier: smoke",
                        "tier: {settings: 2, blocks: 1, control: 0}",
                        "line 1, tier.control: 0 is given, expected a whole number from 1 to 10000",
                        true),
                new Bad(
                        "tier: smoke",
                        "tier: {settings: 2, blocks: 3, control: 2}",
                        "line 1, tier.control: 2 is given, expected at least 3, the blocks of the others: each of them is compared with the control in its own blocks",
                        false),
                new Bad(
                        "tier: smoke",
                        "tier: {settings: 5000000, blocks: 1}",
                        "line 1, tier.settings: 5000000 is given, expected a whole number from 1 to 10000",
                        true),
                new Bad(
                        "tier: smoke",
                        "tier: {settings: 1, blocks: 5000000}",
                        "line 1, tier.blocks: 5000000 is given, expected a whole number from 1 to 10000",
                        true),
                new Bad(
                        "tier: smoke",
                        "schedules: []",
                        "schedules: an empty list is given, expected a list of at least one",
                        true),
                new Bad(
                        "tier: smoke",
                        "schedules: constnt",
                        "schedules: unknown schedule constnt; did you mean constant?",
                        false),
                new Bad(
                        "tier: smoke",
                        "schedules: [constant, constnt]",
                        "schedules[1]: unknown schedule constnt; did you mean constant?",
                        false),
                new Bad(
                        "tier: smoke",
                        "schedules: [decay, decay]",
                        "schedules[1]: decay is given twice, expected every schedule once",
                        true),
                new Bad(
                        "tier: smoke",
                        "schedule: constant",
                        "schedule: unknown key schedule; did you mean schedules?",
                        true),
                new Bad(
                        "tier: smoke",
                        "schedules: {name: decay, epsilon: 0}",
                        "schedules.epsilon: 0 is given, expected a number greater than 0",
                        false),
                new Bad(
                        "tier: smoke",
                        "divergence: {chance-multiple: 0}",
                        "divergence.chance-multiple: 0 is given, expected a number greater than 0",
                        true),
                new Bad(
                        "tier: smoke",
                        "divergence: {gradient-norm: 1e10}",
                        "divergence.gradient-norm: unknown key gradient-norm",
                        true),
                new Bad(
                        "tier: smoke",
                        "divergence: {non-finite-gradient: []}",
                        "divergence.non-finite-gradient: an empty list is given, expected a list of at least one",
                        true),
                new Bad(
                        "tier: smoke",
                        "divergence: {non-finite-gradient: [fail, fail]}",
                        "divergence.non-finite-gradient[1]: fail is given twice, expected every policy once",
                        true),
                new Bad(
                        "tier: smoke",
                        "positive-control: by-nrm",
                        "line 1, positive-control: unknown clipping by-nrm; did you mean by-norm? Known: ",
                        false),
                new Bad(
                        "tier: smoke",
                        "positive-control: none",
                        "line 1, positive-control: none is the control itself, expected one of its other clippings: by-",
                        false),
                new Bad(
                        "tier: smoke",
                        "positive-control:",
                        "line 1, positive-control: nothing is given, expected the name of a clipping",
                        true),
                new Bad(
                        "tier: smoke",
                        "positive-control: {name: by-norm}",
                        "line 1, positive-control: keys and values are given, expected the name of a clipping",
                        true),
                new Bad(
                        "tier: smoke",
                        "positiv-control: by-norm",
                        "line 1, positiv-control: unknown key positiv-control; did you mean positive-control?",
                        true),
                new Bad("tier: smoke", "evaluation: {in-a-row: 3}", "evaluation.in-a-row: unknown key in-a-row", true),
                new Bad(
                        "tier: smoke",
                        "evaluation: {attempts: 11}",
                        "evaluation.attempts: 11 is given, expected a whole number from 1 to 10",
                        true),
                new Bad(
                        "tier: smoke",
                        "evaluation: {confirmation: 0}",
                        "evaluation.confirmation: 0 is given, expected a whole number from 1 to 1000000",
                        true));
    }

    @ParameterizedTest
    @MethodSource("badDesigns")
    void aBadPlanIsRefusedInOneSentenceThatNamesThePlace(Bad bad) {
        bad.assertRefused();
    }

    /** 2 optimizers × 2 models × 101 tasks × 2 schedules × 2 policies, in c + 2 b blocks of 2 + 1 trials. */
    @ParameterizedTest
    @CsvSource({"500, 1062, 9996576", "500, 1063, 10001424", "687, 687, 9991728", "688, 688, 10006272"})
    void moreTrialsThanAReportCanReadAreRefused(int blocks, int control, long trials) {
        String lengths =
                IntStream.rangeClosed(2, 101).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String text = GOOD.replace("[3, 5]", "[" + lengths + "]")
                        .replace(
                                "tier: smoke",
                                "tier: {settings: 2, blocks: %d, control: %d}".formatted(blocks, control))
                + "schedules: [constant, decay]\ndivergence: {non-finite-gradient: [fail, skip]}\n";
        long cells = 1616L * (control + 2L * blocks);
        assertThat(3 * cells).isEqualTo(trials);
        if (trials <= 10_000_000) {
            assertThat(reader.read("good.yaml", text).tier().controlBlocks()).isEqualTo(control);
            return;
        }
        assertThatThrownBy(() -> reader.read("bad.yaml", text))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "bad.yaml, line 1, tier: 3 trials of each of " + cells + " blocks of all cells (optimizer × "
                                + "clipping × schedule × policy × model × task) are " + trials
                                + ", expected at most 10000000: a report reads the results of all of them");
    }

    @Test
    void aPositiveControlIsAClippingOfThePlanThatIsComparedWithTheControl() {
        String good = GOOD + "positive-control: by-norm\n";
        assertThat(reader.read("a.yaml", GOOD).instruments().positiveControl()).isEmpty();
        assertThat(reader.read("a.yaml", good).instruments().positiveControl()).contains("by-norm");
        assertThat(reader.read("a.yaml", good).withSeed(3).instruments().positiveControl())
                .contains("by-norm");
        assertThat(reader.read("a.yaml", good).factors())
                .isEqualTo(reader.read("a.yaml", GOOD).factors());
        String place = "bad.yaml, line " + good.lines().count() + ", positive-control: ";
        for (List<String> bad : List.of(
                List.of(
                        "[none, by-value]",
                        "the plan does not run the clipping by-norm, expected one of its other clippings: by-value"),
                List.of(
                        "[by-norm]",
                        "by-norm is the control itself, expected no positive control: the plan has no other clipping"),
                List.of(
                        "[by-norm, by-value]",
                        "by-norm is given, expected the clipping none among the clippings: a positive control is compared"
                                + " with it"))) {
            String text = good.replace("clippings: all", "clippings: " + bad.get(0));
            assertThatThrownBy(() -> reader.read("bad.yaml", text))
                    .isInstanceOf(UserError.class)
                    .hasMessage(place + bad.get(1));
        }
    }

    @Test
    void aPlanWithoutItsControlIsRefusedWhereTheOthersRunInSomeBlocksOnly() {
        String two = GOOD.replace("clippings: all", "clippings: [by-norm, by-value]");
        assertThatThrownBy(() -> reader.read("bad.yaml", two.replace("tier: smoke", "tier: quick")))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "bad.yaml, line 11, clippings: the clipping none is missing, expected it among the clippings:"
                                + " the others run in 1 of 8 blocks and are compared with it");
        assertThat(reader.read("a.yaml", two.replace("tier: smoke", "tier: standard"))
                        .factors()
                        .control())
                .isEmpty();
        String one = GOOD.replace("clippings: all", "clippings: [by-norm]").replace("tier: smoke", "tier: quick");
        assertThat(reader.read("a.yaml", one).factors().control()).contains("by-norm");
    }
}
