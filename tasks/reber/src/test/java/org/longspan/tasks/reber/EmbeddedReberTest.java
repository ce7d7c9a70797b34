package org.longspan.tasks.reber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.Targets;
import org.longspan.testkit.ChiSquare;

class EmbeddedReberTest {

    private static final int COUNT = 10_000;

    @ParameterizedTest
    @CsvSource({"hochreiter97, 40", "long-inner, 5", "long-inner, 60"})
    void everySequenceIsAStringOfTheGrammarWithoutItsLastSymbol(String variant, int length) {
        BatchBuffer batch = filled(variant, length, Split.TRAIN);
        for (int b = 0; b < 1000; b++) {
            int n = batch.readOutsOf(b);
            assertThat(ReberString.isComplete(ReberString.read(batch, b, n) + "E"))
                    .isTrue();
            for (int t = 0; t < batch.steps(); t++) {
                assertThat(batch.isReadOut(t, b)).isEqualTo(t < n);
            }
        }
    }

    @Test
    void publishedStringsHaveAtMostTSymbolsAndMostAreShort() {
        BatchBuffer batch = filled("hochreiter97", 40, Split.TRAIN);
        double sum = 0;
        for (int b = 0; b < COUNT; b++) {
            assertThat(batch.readOutsOf(b)).isBetween(8, 39);
            sum += batch.readOutsOf(b) + 1;
        }
        assertThat(sum / COUNT).isBetween(11.0, 13.0);
    }

    /** Of free strings, 1/8 are BTXSE inside, 1/8 BPVVE, and so on: 1/2 for each move. */
    @Test
    void publishedStringsAreThoseOfAFreeWalk() {
        Map<String, Integer> counts = new TreeMap<>();
        BatchBuffer batch = filled("hochreiter97", 40, Split.TRAIN);
        for (int b = 0; b < COUNT; b++) {
            counts.merge(ReberString.read(batch, b, batch.readOutsOf(b)) + "E", 1, Integer::sum);
        }
        Map.of("BTBTXSETE", 4, "BPBPVVEPE", 4, "BTBTSXSETE", 5, "BPBTSSXSEPE", 6, "BPBPTVPSEPE", 6)
                .forEach((string, halves) -> {
                    double p = Math.pow(0.5, halves);
                    double standardError = Math.sqrt(p * (1 - p) / COUNT);
                    assertThat(counts.get(string) / (double) COUNT).isCloseTo(p, within(4 * standardError));
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 30, 60, 3000})
    void longStringsHaveAnInnerStringOfTToElevenTenthsOfT(int length) {
        SequenceTask task = task("long-inner", length);
        BatchBuffer batch = new BatchBuffer(task.description(), 100);
        batch.fill(task, Split.TEST, 0, 0, 100);
        assertThat(batch.steps()).isEqualTo(length + length / 10 + 3);
        for (int b = 0; b < 100; b++) {
            assertThat(batch.readOutsOf(b) - 3).isBetween(length, length + length / 10);
        }
    }

    /** Every move of a free walk has probability 1/2, so strings of the same length are equally probable. */
    @Test
    void longStringsOfOneLengthAreEquallyProbable() {
        Map<String, Long> counts = new TreeMap<>();
        SequenceTask task = task("long-inner", 9); // 9 / 10 = 0: just nine symbols
        BatchBuffer batch = new BatchBuffer(task.description(), COUNT);
        batch.fill(task, Split.TRAIN, 0, 0, COUNT);
        for (int b = 0; b < COUNT; b++) {
            counts.merge(ReberString.read(batch, b, 12), 1L, Long::sum);
        }
        assertThat(counts).hasSize(2 * innerStringsOfNine());
        assertThat(ChiSquare.deviate(counts.values().stream().mapToLong(n -> n).toArray()))
                .isBetween(-4.0, 4.0);
    }

    /** Counts all words of seven letters between B and E that the regular expression takes. */
    private static int innerStringsOfNine() {
        int count = 0;
        for (int word = 0; word < 78_125; word++) {
            StringBuilder inner = new StringBuilder();
            for (int rest = word, i = 0; i < 7; i++, rest /= 5) {
                inner.append("TPSXV".charAt(rest % 5));
            }
            count += ReberString.isComplete("BTB" + inner + "ETE") ? 1 : 0;
        }
        return count;
    }

    @Test
    void thePublishedFormTeachesTheSymbolThatCame() {
        BatchBuffer batch = filled("hochreiter97", 40, Split.TRAIN);
        for (int b = 0; b < 1000; b++) {
            String string = ReberString.read(batch, b, batch.readOutsOf(b)) + "E";
            for (int t = 0; t < batch.readOutsOf(b); t++) {
                for (int o = 0; o < 7; o++) {
                    boolean came = ReberString.ALPHABET.charAt(o) == string.charAt(t + 1);
                    assertThat(target(batch, t, b, o)).isEqualTo(came ? 1f : 0f);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void longStringsAskForWhatTheGrammarAllowsInEverySplit(Split split) {
        asksForWhatTheGrammarAllows(filled("long-inner", 20, split));
    }

    @ParameterizedTest
    @EnumSource(
            value = Split.class,
            names = {"VALIDATION", "TEST", "CONFIRMATION"})
    void thePublishedFormIsMeasuredAgainstWhatTheGrammarAllows(Split split) {
        asksForWhatTheGrammarAllows(filled("hochreiter97", 40, split));
    }

    private static void asksForWhatTheGrammarAllows(BatchBuffer batch) {
        for (int b = 0; b < 200; b++) {
            String string = ReberString.read(batch, b, batch.readOutsOf(b));
            for (int t = 0; t < string.length(); t++) {
                String next = ReberString.next(string.substring(0, t + 1));
                for (int o = 0; o < 7; o++) {
                    boolean allowed = next.indexOf(ReberString.ALPHABET.charAt(o)) >= 0;
                    assertThat(target(batch, t, b, o)).isEqualTo(allowed ? 1f / next.length() : 0f);
                }
            }
        }
    }

    /**
     * Inside are BTXSE or BPVVE. After their second symbol come S, X or T, V, after their third X, S or P, V: four
     * outputs that are 1/2 or 0. At the end comes c: two outputs that are 1 or 0. Nothing else differs.
     */
    @Test
    void chanceOfTheShortestStringsIsThatDoneByHand() {
        double variance = 4 / 16.0 + 4 / 16.0 + 2 / 4.0;
        assertThat(chance("long-inner", 5)).isCloseTo(variance / 7 / 8, within(1e-12));
    }

    @Test
    void chanceStaysFiniteWhereFreeStringsOfThatLengthHaveProbabilityZero() {
        assertThat(chance("long-inner", 4000)).isBetween(0.03, 0.06);
    }

    private static double chance(String variant, int length) {
        return ((Standing.Solvable) task(variant, length).description().standing()).chance();
    }

    private static float target(BatchBuffer batch, int t, int b, int o) {
        return ((Targets.Real) batch.targets()).values()[(t * COUNT + b) * 7 + o];
    }

    private static BatchBuffer filled(String variant, int length, Split split) {
        SequenceTask task = task(variant, length);
        BatchBuffer batch = new BatchBuffer(task.description(), COUNT);
        batch.fill(task, split, 0, 0, COUNT);
        return batch;
    }

    private static SequenceTask task(String variant, int length) {
        return new ReberProvider().create(variant, length, Settings.NONE);
    }
}
