package org.longspan.suite.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "0.9, 0.9",
        "1e-5, 1e-5",
        "0.00012, 1.2e-4",
        "-3, -3",
        "Infinity, inf",
        "-Infinity, -inf",
        "1e10, 1e10"
    })
    void aNumberIsWrittenAsInAPlan(double value, String text) {
        assertThat(Wording.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "0.04, 40 ms",
        "0.0996, 0.1 s",
        "9.94, 9.9 s",
        "9.96, 10 s",
        "59.4, 59 s",
        "59.6, 1 min 0 s",
        "200, 3 min 20 s",
        "7500, 2 h 5 min",
        "273600, 3 days 4 h",
        "34646400, 1 year 36 days"
    })
    void aSpanIsWrittenByItsTwoLargestUnits(double seconds, String text) {
        assertThat(Wording.span(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 trials", "1, 1 trial", "1800, '1,800 trials'"})
    void aCountAgreesWithItsNoun(long count, String text) {
        assertThat(Wording.count(count, "trial")).isEqualTo(text);
    }
}
