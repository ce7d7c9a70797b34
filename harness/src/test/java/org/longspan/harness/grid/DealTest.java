package org.longspan.harness.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ProblemChoice;

/** The real clippings, dealt out over the blocks of a problem. */
class DealTest {

    private static final MethodCatalogue METHODS = MethodCatalogue.ofThisBuild();
    private static final int OTHERS = METHODS.clippings().entries().size() - 1;

    @ParameterizedTest
    @CsvSource({"1, 8", "3, 8", "8, 8", "1, 20", "7, 20", "1, 1"})
    void theControlHasEveryBlockAndTheOthersTheirShare(int blocks, int control) {
        Map<String, Set<Integer>> dealt = dealt(plan(blocks, control, 0));
        assertThat(dealt).hasSize(OTHERS + 1);
        dealt.forEach((clipping, of) -> assertThat(of)
                .as(clipping)
                .hasSize(clipping.equals("none") ? control : blocks)
                .allMatch(block -> block >= 0 && block < control));
    }

    /** As equal as whole numbers can be, up to the blocks that one clipping takes side by side. */
    @ParameterizedTest
    @CsvSource({"1, 8", "3, 8", "1, 5", "2, 15", "1, 20"})
    void blocksHoldEquallyMany(int blocks, int control) {
        int[] held = new int[control];
        dealt(plan(blocks, control, 0)).forEach((clipping, of) -> of.forEach(block -> held[block]++));
        int least = 1 + blocks * (OTHERS / control);
        for (int block = 0; block < control; block++) {
            assertThat(held[block]).isBetween(least, least + blocks);
        }
        if (blocks == 1) {
            assertThat(IntStream.of(held)).allMatch(of -> of == least || of == least + Math.min(1, OTHERS % control));
        }
    }

    @Test
    void moreBlocksKeepThoseOfFewer() {
        for (int blocks = 1; blocks < 8; blocks++) {
            Map<String, Set<Integer>> fewer = dealt(plan(blocks, 8, 0));
            dealt(plan(blocks + 1, 8, 0))
                    .forEach((clipping, of) -> assertThat(of).containsAll(fewer.get(clipping)));
        }
    }

    @Test
    void aBlockHoldsTheSameClippingsForEveryOptimizer() {
        Plan plan = plan(2, 5, 0);
        Map<String, Set<String>> held = new TreeMap<>(); // by optimizer
        Grid.of(plan, METHODS, Grids.ALL_MAKES_SENSE)
                .cells()
                .forEach(cell -> held.computeIfAbsent(cell.arm().optimizer(), none -> new TreeSet<>())
                        .add(cell.task().length() + " " + cell.block() + " "
                                + cell.arm().clipping()));
        assertThat(held).hasSize(METHODS.optimizers().entries().size());
        assertThat(new HashSet<>(held.values())).hasSize(1);
    }

    @Test
    void theFirstBlockIsTheLowest() {
        Plan plan = plan(3, 8, 0);
        Deal deal = deal(plan, 0);
        dealt(plan)
                .forEach((clipping, of) ->
                        assertThat(deal.first(named(plan, clipping))).isEqualTo(new TreeSet<>(of).first()));
    }

    @Test
    void theOrderIsDrawnForEachProblemAndRoot() {
        Plan plan = plan(1, 8, 0);
        assertThat(dealt(plan)).isEqualTo(dealt(plan(1, 8, 0)));
        assertThat(dealt(plan, 1)).isNotEqualTo(dealt(plan, 0));
        assertThat(dealt(plan(1, 8, 1))).isNotEqualTo(dealt(plan));
    }

    /** 1,600 roots: a clipping is in each of 8 blocks about 200 times, ± 13. */
    @Test
    void everyBlockIsEquallyLikely() {
        int[] counts = new int[8];
        int roots = 1600;
        for (int root = 0; root < roots; root++) {
            Plan plan = plan(1, 8, root);
            counts[deal(plan, 0).first(named(plan, "value"))]++;
        }
        double[] shares = shares();
        for (int block = 0; block < 8; block++) {
            assertThat((double) counts[block]).isCloseTo(roots * shares[block], within(5 * 14.0));
        }
    }

    /** The share of places that fall on each block: the first blocks hold one more where the division leaves a rest. */
    private static double[] shares() {
        double[] shares = new double[8];
        for (int place = 0; place < OTHERS; place++) {
            shares[place % 8] += 1.0 / OTHERS;
        }
        return shares;
    }

    private static Map<String, Set<Integer>> dealt(Plan plan) {
        return dealt(plan, 0);
    }

    /** Returns the blocks of each clipping. */
    private static Map<String, Set<Integer>> dealt(Plan plan, int problem) {
        Deal deal = deal(plan, problem);
        Map<String, Set<Integer>> dealt = new TreeMap<>();
        for (Choice clipping : plan.factors().clippings()) {
            List<Integer> of = new ArrayList<>();
            for (int block = 0; block < plan.tier().controlBlocks(); block++) {
                if (deal.has(clipping, block)) {
                    of.add(block);
                }
            }
            dealt.put(clipping.name(), new TreeSet<>(of));
        }
        return dealt;
    }

    private static Deal deal(Plan plan, int problem) {
        ProblemChoice choice = plan.factors().problems().get(problem);
        return new Deal(plan, choice.task(), choice.model());
    }

    private static Choice named(Plan plan, String clipping) {
        return plan.factors().clippings().stream()
                .filter(choice -> choice.name().equals(clipping))
                .findFirst()
                .orElseThrow();
    }

    private static Plan plan(int blocks, int control, long seed) {
        return new PlanReader(METHODS, FakeTasks.catalogue()).read("deal.yaml", """
                tier: {settings: 1, blocks: %d, control: %d}
                seed: %d
                models: [{cell: tanh-rnn, hidden: 8}]
                tasks: [{family: recall, lengths: [3, 4]}]
                """.formatted(blocks, control, seed));
    }
}
