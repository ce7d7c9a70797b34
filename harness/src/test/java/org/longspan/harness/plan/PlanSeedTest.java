package org.longspan.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.longspan.harness.plan.PlanReaderTest.GOOD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.refusal.UserError;

/** A plan with another seed is the plan that its changed text says. */
class PlanSeedTest {

    private static final String REST = "models: [{cell: plain}], tasks: [{family: recall, lengths: [3]}]";

    private final PlanReader reader = new PlanReader(FakeMethods.catalogue(), FakeTasks.catalogue());

    static List<String> texts() {
        return List.of(
                GOOD,
                GOOD + "seed: 0 # the root\n",
                GOOD + "sample: {trials: 2, seed: 4}\n",
                GOOD.replace("tier: smoke", "# 😀 seed: 5\ntier: smoke\nseed:   +7"),
                GOOD.replace("tier: smoke", "\"seed\" : 0x10"),
                GOOD.replace("hidden: 8}\n", "hidden: &n 8}\n") + "seed: *n",
                "\ufeff---\n" + GOOD + "...\n",
                GOOD.indent(2),
                "{" + REST + "}",
                "{seed: 5, " + REST + "}",
                "&a {" + REST + ", seed: 5}");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theTextOfAPlanWithAnotherSeedReadsAsThatPlan(String text) {
        Plan plan = reader.read("a.yaml", text);
        for (long seed : new long[] {3, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            Plan other = plan.withSeed(seed);
            Plan read = reader.read("a.yaml", other.text());

            assertThat(read.rules()).isEqualTo(other.rules());
            assertThat(other.rules().seed()).isEqualTo(seed);
            assertThat(read.factors()).isEqualTo(plan.factors()).isEqualTo(other.factors());
            assertThat(read.sample()).isEqualTo(plan.sample()).isEqualTo(other.sample());
            assertThat(other.name()).isEqualTo("a-seed-" + seed);
        }
    }

    @Test
    void nothingButTheSeedChangesInTheText() {
        assertThat(reader.read("a.yaml", GOOD + "seed: 0 # root\n").withSeed(12).text())
                .isEqualTo(GOOD + "seed: 12 # root\n");
        assertThat(reader.read("a.yaml", GOOD).withSeed(12).text()).isEqualTo("seed: 12\n" + GOOD);
    }

    @Test
    void aPlanWithItsOwnSeedIsThePlan() {
        Plan plan = reader.read("a.yaml", GOOD);
        assertThat(plan.withSeed(0)).isSameAs(plan);
    }

    @Test
    void aSeedWhoseKeyIsAnAliasIsNotReplaced() {
        Plan plan = reader.read("a.yaml", "name: &key seed\n*key : 5\n" + GOOD);
        assertThatThrownBy(() -> plan.withSeed(1))
                .isInstanceOf(UserError.class)
                .hasMessage("plan seed has no place for another seed, expected a key seed in it");
    }

    @Test
    void aSeedThatOtherValuesReferToIsNotReplaced() {
        Plan plan = reader.read("a.yaml", "seed: &s 5\n" + GOOD.replaceFirst("hidden: 8", "hidden: *s"));
        assertThatThrownBy(() -> plan.withSeed(7))
                .isInstanceOf(UserError.class)
                .hasMessage("plan a has a seed with the anchor &s, which other values of the plan refer to, so it"
                        + " cannot be replaced: expected a plain number there, such as seed: 5");
        Plan alone = reader.read("a.yaml", "seed: &s 5\n" + GOOD);
        assertThat(alone.withSeed(7).rules().seed()).isEqualTo(7);
    }
}
