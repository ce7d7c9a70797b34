package org.longspan.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({"adam, adam, 0", "adma, adam, 1", "adm, adam, 1", "adamm, adam, 1", "'', adam, 4", "sgd, adam, 4"})
    void distanceCountsLettersPutInLeftOutReplacedOrSwapped(String a, String b, int distance) {
        assertThat(Words.distance(a, b)).isEqualTo(distance);
        assertThat(Words.distance(b, a)).isEqualTo(distance);
    }

    @Test
    void theNearestKnownNameIsAskedFor() {
        assertThat(Words.hint("nestrov", List.of("adam", "nesterov")))
                .isEqualTo("; did you mean nesterov? Known: adam, nesterov");
    }

    @Test
    void nothingIsAskedWhereNothingIsNear() {
        assertThat(Words.hint("lbfgs", List.of("adam", "sgd"))).isEqualTo("; known: adam, sgd");
    }
}
