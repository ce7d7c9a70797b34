package org.longspan.tasks.reber;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.testkit.DataDigest;

/** A changed digest means changed data: earlier results are no longer comparable. */
class ReberDataTest {

    @ParameterizedTest
    @CsvSource({"hochreiter97, dc95e260", "long-inner, 0b558acf"})
    void theDataAreTheSameInEveryVersionAndOnEveryMachine(String variant, String digest) {
        assertThat(DataDigest.of(new ReberProvider().create(variant, 40, Settings.NONE)))
                .isEqualTo(digest);
    }
}
