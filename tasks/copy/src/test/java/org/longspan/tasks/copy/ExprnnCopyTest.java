package org.longspan.tasks.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;

class ExprnnCopyTest {

    /** Concatenates: symbols, T blanks, 9, nine blanks; T + 10 blanks, symbols. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 40})
    void theDelimiterStandsOnTheFirstSymbolOfTheRecall(int length) {
        CopySequence.each(task("exprnn", length), Split.TRAIN, 200, sequence -> {
            int[] symbols = Arrays.copyOf(sequence.inputs(), 10);
            assertThat(Arrays.stream(symbols)).allMatch(symbol -> symbol >= 1 && symbol <= 8);
            assertThat(sequence.inputs()).isEqualTo(join(symbols, new int[length], new int[] {9}, new int[9]));
            assertThat(sequence.targets()).isEqualTo(join(new int[length + 10], symbols));
            for (int t = 0; t < length + 20; t++) {
                assertThat(sequence.informative()[t]).isEqualTo(t >= length + 10);
            }
        });
    }

    @Test
    void shapeChanceAndCriterionAreThoseOfTheOtherConvention() {
        var here = task("exprnn", 100).description();
        var there = task("urnn", 100).description();
        assertThat(here.steps()).isEqualTo(there.steps());
        assertThat(here.inputs()).isEqualTo(there.inputs());
        assertThat(here.outputs()).isEqualTo(there.outputs());
        assertThat(here.standing()).isEqualTo(there.standing());
    }

    private static int[] join(int[]... parts) {
        return Arrays.stream(parts).flatMapToInt(IntStream::of).toArray();
    }

    private static SequenceTask task(String variant, int length) {
        return new CopyProvider().create(variant, length, Settings.NONE);
    }
}
