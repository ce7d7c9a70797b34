package org.longspan.suite.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoughTimeTest {

    @ParameterizedTest
    @CsvSource({
        "0.3, 0.3 s",
        "45.3, 45 s",
        "89, 89 s",
        "90, 1.5 min",
        "640, 11 min",
        "5399, 90 min",
        "9000, 2.5 h",
        "100000, 28 h",
        "259200, 3 days",
        "31536000, 365 days",
        "94608000, 3 years",
        "3e11, '9,513 years'"
    })
    void aTimeHasOneUnitAndAboutTwoDigits(double seconds, String text) {
        assertThat(RoughTime.of(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"480, 1200, 8 to 20 min", "2400, 7200, 40 min to 2 h", "0.4, 45, 0.4 to 45 s"})
    void aRangeNamesAUnitOnceIfBothEndsHaveIt(double low, double high, String text) {
        assertThat(RoughTime.between(low, high)).isEqualTo(text);
    }
}
