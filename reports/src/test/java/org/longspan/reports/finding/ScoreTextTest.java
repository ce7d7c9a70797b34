package org.longspan.reports.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.longspan.reports.statistics.Interval;

class ScoreTextTest {

    @Test
    void aScoreHasTwoDigitsAndAThirdWhereItsIntervalIsNarrow() {
        assertThat(ScoreText.score(0.3149, new Interval(0.266, 0.3601))).isEqualTo("0.31 [0.27, 0.36]");
        assertThat(ScoreText.score(0.0049, new Interval(0, 0.0151))).isEqualTo("0.005 [0.000, 0.015]");
    }

    @Test
    void aDifferenceHasASignAndATrueMinus() {
        assertThat(ScoreText.signed(-0.034, 2)).isEqualTo("−0.03");
        assertThat(ScoreText.signed(0.034, 2)).isEqualTo("+0.03");
        assertThat(ScoreText.signed(-0.0, 2)).isEqualTo("+0.00");
    }

    @Test
    void aSmallShareKeepsADigit() {
        assertThat(ScoreText.percent(0.004)).isEqualTo("0.4\u00a0%");
        assertThat(ScoreText.percent(0)).isEqualTo("0\u00a0%");
        assertThat(ScoreText.percent(0.316)).isEqualTo("32\u00a0%");
        assertThat(ScoreText.percent(-0.14)).isEqualTo("−14\u00a0%");
    }
}
