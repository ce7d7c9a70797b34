package org.longspan.reports.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.claim.Axis;
import org.longspan.harness.record.claim.Expectation.Word;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;

/**
 * How often a claim is supported and refuted that is true, one that is false, and one that is at its margin to a hair:
 * 200 simulated runs each of four kin on two problems, whose two clippings share the luck of their block. The shares are
 * printed.
 */
class SimulatedClaimsTest {

    private static final int RUNS = 200;
    private static final double MARGIN = 0.05;
    private static final double ALL = Double.POSITIVE_INFINITY;

    /** The first clipping adds {@code effect} to the score that is expected of a run. */
    private static Kind run(double effect, int blocks, RandomStream random) {
        Rows rows = new Rows();
        for (String optimizer : List.of("sgd", "adam", "rmsprop", "muon")) {
            for (String task : List.of("adding", "latch")) {
                for (int block = 0; block < blocks; block++) {
                    double luck = 0.15 * random.normal(); // of data, initial weights and draws
                    String at = "lstm " + task + " 10 " + optimizer + " ";
                    rows.add(at + "value", block, 0.45 + effect + luck + 0.12 * random.normal());
                    rows.add(at + "norm", block, 0.45 + luck + 0.12 * random.normal());
                }
            }
        }
        return new SideDifference(rows.clipped("value"), rows.clipped("norm"), EnumSet.of(Axis.CLIPPING));
    }

    private static Map<ClaimVerdict, Double> shares(Word word, double low, double high, double effect, int blocks) {
        int[] counts = new int[ClaimVerdict.values().length];
        for (int i = 0; i < RUNS; i++) {
            Sample sample =
                    run(effect, blocks, new RandomStream(1000L * blocks + i)).sample();
            Estimate estimate = Estimate.of(sample, 1, Seed.root(i));
            counts[
                    Judge.of(Rows.part(word, low, high), estimate, sample, List.of())
                            .verdict()
                            .ordinal()]++;
        }
        Map<ClaimVerdict, Double> shares = new EnumMap<>(ClaimVerdict.class);
        Arrays.stream(ClaimVerdict.values())
                .forEach(verdict -> shares.put(verdict, (double) counts[verdict.ordinal()] / RUNS));
        return shares;
    }

    @Test
    void aTrueClaimIsSupportedAFalseOneRefutedAndOneAtItsMarginSeldomEither() {
        List<String> table = new ArrayList<>(List.of(
                "| claim | truth | blocks | supported | refuted | inconclusive |",
                "| --- | --- | --- | --- | --- | --- |"));
        for (int blocks : new int[] {4, 12}) {
            Map<ClaimVerdict, Double> equal = print(Word.EQUIVALENT, -MARGIN, MARGIN, 0, blocks, table);
            Map<ClaimVerdict, Double> worse = print(Word.EQUIVALENT, -MARGIN, MARGIN, -0.15, blocks, table);
            Map<ClaimVerdict, Double> border = print(Word.EQUIVALENT, -MARGIN, MARGIN, -MARGIN, blocks, table);
            Map<ClaimVerdict, Double> good = print(Word.AT_LEAST, -MARGIN, ALL, 0, blocks, table);
            Map<ClaimVerdict, Double> bad = print(Word.AT_LEAST, -MARGIN, ALL, -0.15, blocks, table);
            Map<ClaimVerdict, Double> even = print(Word.AT_LEAST, -MARGIN, ALL, -MARGIN, blocks, table);

            // nominal 5 % and 2.5 %; of 200 runs the standard errors are 1.5 and 1.1 points
            for (Map<ClaimVerdict, Double> atMargin : List.of(border, even)) {
                assertThat(atMargin.get(ClaimVerdict.SUPPORTED)).isLessThan(0.1);
                assertThat(atMargin.get(ClaimVerdict.REFUTED)).isLessThan(0.07);
            }
            for (Map<ClaimVerdict, Double> isTrue : List.of(equal, good)) {
                assertThat(isTrue.get(ClaimVerdict.REFUTED)).isZero();
            }
            for (Map<ClaimVerdict, Double> isFalse : List.of(worse, bad)) {
                assertThat(isFalse.get(ClaimVerdict.SUPPORTED)).isZero();
                assertThat(isFalse.get(ClaimVerdict.REFUTED)).isGreaterThan(blocks == 12 ? 0.95 : 0.5);
            }
            assertThat(equal.get(ClaimVerdict.SUPPORTED)).isGreaterThan(blocks == 12 ? 0.8 : 0);
        }
        table.forEach(System.out::println);
    }

    private static Map<ClaimVerdict, Double> print(
            Word word, double low, double high, double effect, int blocks, List<String> table) {
        Map<ClaimVerdict, Double> shares = shares(word, low, high, effect, blocks);
        table.add(String.format(
                Locale.ROOT,
                "| %s, margin %.2f | difference %.2f | %d | %.3f | %.3f | %.3f |",
                word.word(),
                MARGIN,
                effect,
                blocks,
                shares.get(ClaimVerdict.SUPPORTED),
                shares.get(ClaimVerdict.REFUTED),
                shares.get(ClaimVerdict.INCONCLUSIVE)));
        return shares;
    }
}
