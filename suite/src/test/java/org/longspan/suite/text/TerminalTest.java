package org.longspan.suite.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    @ParameterizedTest
    @CsvSource({"80, 80", "' 90 ', 90", "7, 40", "400, 120"})
    void theWidthFollowsTheTerminalWithinWhatCanBeRead(String columns, int width) {
        assertThat(Terminal.width(columns)).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"NULL", "wide", "-5", "0", "''"},
            nullValues = "NULL")
    void aWidthThatIsNoNumberCountsAsUnknown(String columns) {
        assertThat(Terminal.width(columns)).isEqualTo(Terminal.DEFAULT_WIDTH);
    }
}
