package org.longspan.harness.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameHintTest {

    @ParameterizedTest
    @CsvSource({"adam, adam, 0", "adma, adam, 1", "adm, adam, 1", "adamm, adam, 1", "'', adam, 4", "sgd, adam, 4"})
    void distanceCountsLettersPutInLeftOutReplacedOrSwapped(String a, String b, int distance) {
        assertThat(NameHint.distance(a, b)).isEqualTo(distance);
        assertThat(NameHint.distance(b, a)).isEqualTo(distance);
    }

    @Test
    void theNearestKnownNameIsAskedFor() {
        assertThat(NameHint.hint("nestrov", List.of("adam", "nesterov")))
                .isEqualTo("; did you mean nesterov? Known: adam, nesterov");
    }

    @Test
    void nothingIsAskedWhereNothingIsNear() {
        assertThat(NameHint.hint("lbfgs", List.of("adam", "sgd"))).isEqualTo("; known: adam, sgd");
    }
}
