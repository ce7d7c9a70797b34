package org.longspan.reports.inference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InformativenessTest {

    @ParameterizedTest
    @CsvSource({"0, false", "2, false", "3, true", "10, true", "17, true", "18, false", "20, false"})
    void liesBetweenFifteenAndEightyFivePercent(int solved, boolean informative) {
        int[] runs = new int[10];
        int[] each = new int[10];
        for (int c = 0; c < 10; c++) {
            runs[c] = 2;
            each[c] = Math.max(0, Math.min(2, solved - 2 * c));
        }
        Informativeness problem = Informativeness.of(each, runs, 0.95);
        assertThat(problem.informative()).isEqualTo(informative);
        assertThat(problem.solved().interval().contains(solved / 20.0)).isTrue();
    }
}
