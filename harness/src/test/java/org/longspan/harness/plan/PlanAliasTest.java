package org.longspan.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.longspan.harness.plan.PlanReaderTest.GOOD;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.refusal.UserError;

/** An alias of a plan stands for the value that its anchor names. */
class PlanAliasTest {

    private final PlanReader reader = new PlanReader(FakeMethods.catalogue(), FakeTasks.catalogue());

    @Test
    void anAliasStandsForAWord() {
        String word = GOOD.replace("cell: plain", "cell: &gated plain").replace("{name: gated, bias: 2}", "*gated");
        same(word, GOOD.replace("{name: gated, bias: 2}", "plain"));
    }

    @Test
    void anAliasStandsForANumberAListOrKeysAndValues() {
        same(
                GOOD.replace("[3, 5]", "&short [3, 5]").replace("[3], height", "*short, height"),
                GOOD.replace("[3], height", "[3, 5], height"));
        same(GOOD.replace("hidden: 8}\n", "hidden: &h 8}\n").replace("hidden: 8, init", "hidden: *h, init"), GOOD);
        same(
                GOOD.replace("{name: gated, bias: 2}", "&cell {name: gated, bias: 2}")
                        .replace("tasks:", "  - {cell: *cell, layers: 2}\ntasks:"),
                GOOD.replace("tasks:", "  - {cell: {name: gated, bias: 2}, layers: 2}\ntasks:"));
    }

    @Test
    void anAliasMeansTheLatestAnchorOfItsName() {
        same(
                GOOD.replace("[3, 5]", "[&n 3, &n 5, 4]").replace("[3], height", "[*n], height"),
                GOOD.replace("[3, 5]", "[3, 5, 4]").replace("[3], height", "[5], height"));
    }

    @Test
    void anAliasMayStandForAKey() {
        same(
                GOOD.replace("tier: smoke", "tier: smoke\nname: &budget budget").replace("budget: {", "*budget : {"),
                GOOD.replace("tier: smoke", "tier: smoke\nname: budget"));
    }

    private void same(String withAliases, String without) {
        assertThat(withAliases).containsPattern("[&*]");
        Plan plan = reader.read("a.yaml", withAliases);
        Plan expected = reader.read("a.yaml", without);
        assertThat(plan.factors()).isEqualTo(expected.factors());
        assertThat(plan.rules()).isEqualTo(expected.rules());
        assertThat(plan.name()).isEqualTo(expected.name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[3, 5] | *short | line 6, tasks[0].lengths: the alias *short has no anchor &short before it",
                "[3, 5] | [*n, &n 3] | line 6, tasks[0].lengths[0]: the alias *n has no anchor &n before it",
                "[3, 5] | &n [3, *n] | line 6, tasks[0].lengths[1]: the alias *n stands within the value of its own",
                "tier: smoke | *tier : smoke | line 1: the alias *tier has no anchor &tier before it",
                "tier: smoke | &a [1]: smoke | line 1: a list or keys and values stand for a key, expected a word",
            })
    void anAliasWithoutAnAnchorBeforeItIsRefusedWithItsName(String from, String to, String message) {
        assertThatThrownBy(() -> reader.read("bad.yaml", GOOD.replace(from, to)))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("bad.yaml, " + message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void anErrorInARepeatedValueNamesTheLineToMend() {
        String text = GOOD.replace("tasks:", "  - cell: &c\n      name: gated\n      bais: 1\n  - cell: *c\ntasks:");
        assertThatThrownBy(() -> reader.read("bad.yaml", text))
                .hasMessageContaining("bad.yaml, line 7, models[2].cell.bais: unknown key bais")
                .hasMessageContaining("bad.yaml, line 7, models[3].cell.bais: unknown key bais");
    }

    @Test
    void aValueOfTheWrongKindIsNamedAtItsAlias() {
        String text =
                GOOD.replace("- {cell: plain", "- {layers: &n 2, cell: plain").replace("[3, 5]", "*n");
        assertThatThrownBy(() -> reader.read("bad.yaml", text))
                .hasMessage("bad.yaml, line 6, tasks[0].lengths: 2 is given, expected a list of at least one element");
    }

    @Test
    void aMergeKeyIsRefused() {
        String text =
                GOOD.replace("- {cell: plain", "- &base {cell: plain").replace("- {cell: {", "- {<<: *base, cell: {");
        assertThatThrownBy(() -> reader.read("bad.yaml", text))
                .hasMessage(
                        "bad.yaml, line 4, models[1].<<: YAML 1.2 has no key << that merges: write the keys out, or "
                                + "give a whole value an anchor");
    }

    @Test
    void aliasesThatMultiplyAreRefused() {
        String laughs = IntStream.range(1, 12)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "]\n")
                .collect(Collectors.joining("", "a0: &a0 [x]\n", GOOD));
        assertThatThrownBy(() -> reader.read("bad.yaml", laughs))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("more than 1000000 values, with those that aliases repeat")
                .hasMessageNotContaining("\n");
    }
}
