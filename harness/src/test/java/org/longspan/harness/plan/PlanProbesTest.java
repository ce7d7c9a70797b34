package org.longspan.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.longspan.harness.plan.PlanReaderTest.GOOD;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.refusal.UserError;
import org.longspan.probes.Probes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which probes a plan asks for, and what it is told if it cannot have them. */
class PlanProbesTest {

    private static final List<String> USUAL = List.of("0", "solved", "end");
    private static final List<String> END = List.of("end");

    private final PlanReader reader = new PlanReader(FakeMethods.catalogue(), FakeTasks.catalogue());

    private List<ProbeChoice> probes(String value) {
        String text = GOOD.replace("tier: smoke", "tier: quick") + "probes: " + value + "\n";
        assertThat(PlanSchema.errors(text)).isEmpty();
        return reader.read("a.yaml", text).instruments().probes();
    }

    @Test
    void aPlanHasNoProbesUnlessItAsksForThem() {
        assertThat(reader.read("a.yaml", GOOD).instruments().probes()).isEmpty();
    }

    @Test
    void aNameAloneHasTheUsualMomentsInTheFirstBlock() {
        assertThat(probes("[lyapunov, slice, gradient-tail]"))
                .containsExactly(
                        new ProbeChoice("lyapunov", USUAL, 1),
                        new ProbeChoice("slice", END, 1),
                        new ProbeChoice("gradient-tail", END, 1));
    }

    @Test
    void momentsAndBlocksAreThoseOfThePlanInItsOrder() {
        assertThat(probes("[{name: signal-by-lag, at: [end, 100, 5e2, solved, 0], blocks: 8}]"))
                .containsExactly(new ProbeChoice("signal-by-lag", List.of("end", "100", "500", "solved", "0"), 8));
        assertThat(probes("[{name: lyapunov, blocks: 2}, {name: slice, at: [end]}]"))
                .containsExactly(new ProbeChoice("lyapunov", USUAL, 2), new ProbeChoice("slice", END, 1));
    }

    @Test
    void theWordAllIsEveryProbeOrEveryOther() {
        assertThat(probes("all")).extracting(ProbeChoice::name).containsExactlyElementsOf(Probes.names());
        assertThat(probes("all"))
                .allSatisfy(probe -> assertThat(probe.at())
                        .isEqualTo(List.of("gradient-tail", "slice").contains(probe.name()) ? END : USUAL));
        List<ProbeChoice> others = probes("[{name: slice, blocks: 3}, all, {name: lyapunov, at: [7]}]");
        assertThat(others)
                .hasSameSizeAs(Probes.names())
                .startsWith(new ProbeChoice("slice", END, 3), new ProbeChoice("signal-by-lag", USUAL, 1))
                .endsWith(new ProbeChoice("lyapunov", List.of("7"), 1));
    }

    @Test
    void noTrialDependsOnThem() {
        Plan without = reader.read("a.yaml", GOOD);
        Plan with = reader.read("a.yaml", GOOD + "probes: all\n");
        assertThat(with.factors()).isEqualTo(without.factors());
        assertThat(with.rules()).isEqualTo(without.rules());
        assertThat(with.withSeed(3).instruments()).isEqualTo(with.instruments());
    }

    static Stream<Bad> badProbes() {
        return Stream.of(
                bad("[lyapunof]", ", probes[0]: unknown probe lyapunof; did you mean lyapunov? Known: signal-by", true),
                bad("[{name: tail}]", ", probes[0].name: unknown probe tail; known: signal-by-lag, ", true),
                bad("lyapunov", ", probes: lyapunov is given, expected the word all, or a list of probe names", true),
                bad("", ", probes: nothing is given, expected the word all, or a list of probe names: ", true),
                bad("[]", ", probes: an empty list is given, expected a list of at least one element", true),
                bad("[3]", ", probes[0]: 3 is given, expected the name of a probe", true),
                bad("[all, all]", ", probes[1]: the word all is given twice, expected once", true),
                bad("[slice, slice]", ", probes[1]: slice is given twice, expected every probe once", true),
                bad(
                        "[lyapunov, {name: lyapunov, at: [0]}]",
                        ", probes[1]: lyapunov is given twice, expected every probe once",
                        false),
                bad("[{at: [0]}]", ", probes[0]: the key name is missing", true),
                bad(
                        "[{name: slice, when: [end]}]",
                        ", probes[0].when: unknown key when; known: name, at, blocks",
                        true),
                bad("[{name: lyapunov, at: []}]", ", probes[0].at: an empty list is given, expected a list", true),
                bad("[{name: lyapunov, at: 100}]", ", probes[0].at: 100 is given, expected a list of at least", true),
                bad(
                        "[{name: lyapunov, at: [0, 501]}]",
                        ", probes[0].at[1]: 501 is given, expected a whole number of updates from 0 to 500, the most"
                                + " that a trial makes, or the word solved or end",
                        false),
                bad("[{name: lyapunov, at: [-1]}]", ", probes[0].at[0]: -1 is given, expected a whole number", true),
                bad("[{name: lyapunov, at: [0.5]}]", ", probes[0].at[0]: 0.5 is given, expected a whole number", true),
                bad("[{name: lyapunov, at: [start]}]", ", probes[0].at[0]: start is given, expected a whole", true),
                bad("[{name: lyapunov, at: [\"1\"]}]", ", probes[0].at[0]: '1' is a text: write it without", true),
                bad("[{name: lyapunov, at: [end, end]}]", ", probes[0].at[1]: end is given twice, expected", true),
                bad("[{name: lyapunov, at: [100, 1e2]}]", ", probes[0].at[1]: 100 is given twice, expected", true),
                bad(
                        "[{name: slice, at: [0, end]}]",
                        ", probes[0].at[0]: 0 is given, expected end alone: slice watches the whole run",
                        false),
                bad(
                        "[{name: gradient-tail, at: [solved]}]",
                        ", probes[0].at[0]: solved is given, expected end alone: gradient-tail watches the whole run",
                        false),
                bad(
                        "[{name: slice, blocks: 0}]",
                        ", probes[0].blocks: 0 is given, expected a whole number from 1",
                        true),
                bad(
                        "[{name: slice, blocks: 2}]",
                        ", probes[0].blocks: 2 is given, expected at most 1, the blocks of the plan",
                        false),
                bad("[{name: slice, blocks: 2.5}]", ", probes[0].blocks: 2.5 is given, expected a whole number", true));
    }

    private static Bad bad(String probes, String message, boolean schemaTells) {
        return new Bad("clippings: all", "clippings: all\nprobes: " + probes, "line 12" + message, schemaTells);
    }

    @ParameterizedTest
    @MethodSource("badProbes")
    void aBadProbeIsRefusedInOneSentenceThatNamesThePlace(Bad bad) {
        bad.assertRefused();
    }

    /** A clipping of `quick` runs in one of its eight blocks, and not in the first of them unless it is dealt there. */
    @Test
    void aProbeMayLookAtEveryBlockOfTheControl() {
        String quick = GOOD.replace("tier: smoke", "tier: quick") + "probes: [{name: slice, blocks: %d}]\n";
        assertThat(reader.read("a.yaml", quick.formatted(8)).instruments().probes())
                .containsExactly(new ProbeChoice("slice", END, 8));
        assertThatThrownBy(() -> reader.read("a.yaml", quick.formatted(9)))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "a.yaml, line 13, probes[0].blocks: 9 is given, expected at most 8, the blocks of the plan");
    }

    @Test
    void aBadTierOrBudgetHidesNoOtherErrorOfAProbe() {
        String text = GOOD.replace("tier: smoke", "tier: smok").replace("500", "0")
                + "probes: [{name: slice, blocks: 12}, {name: lyapunov, at: [800, soon]}]\n";
        assertThatThrownBy(() -> reader.read("a.yaml", text))
                .hasMessageContaining("unknown tier smok")
                .hasMessageContaining("budget.updates: 0 is given")
                .hasMessageContaining("probes[1].at[1]: soon is given")
                .hasMessageNotContaining("12 is given")
                .hasMessageNotContaining("800 is given");
    }

    @Test
    void thePlanChangesWithItsProbes() {
        assertThat(PlanChange.between(GOOD, GOOD + "probes: all\n")).isTrue();
    }

    @Test
    void theSchemaKnowsEveryProbe() {
        JsonNode names = new JsonMapper().readTree(PlanSchema.text()).at("/$defs/probeName/enum");
        assertThat(names.valueStream().map(JsonNode::asString)).containsExactlyElementsOf(Probes.names());
    }
}
