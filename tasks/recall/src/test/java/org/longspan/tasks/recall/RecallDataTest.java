package org.longspan.tasks.recall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.testkit.DataDigest;

/** A changed digest means changed data: earlier results are no longer comparable. */
class RecallDataTest {

    @ParameterizedTest
    @CsvSource({"uniform-gaps, 9ba60fbf", "power-law-gaps, 1c3c2591"})
    void theDataAreTheSameInEveryVersionAndOnEveryMachine(String variant, String digest) {
        assertThat(DataDigest.of(new RecallProvider().create(variant, 40, Settings.NONE)))
                .isEqualTo(digest);
    }
}
