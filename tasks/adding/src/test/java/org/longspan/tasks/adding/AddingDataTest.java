package org.longspan.tasks.adding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.testkit.DataDigest;

/** A changed digest means changed data: earlier results are no longer comparable. */
class AddingDataTest {

    @ParameterizedTest
    @CsvSource({"urnn, 4d331676", "hochreiter97, 38111c94", "martens11, 9f5c40be", "pascanu13, 7366463b"})
    void theDataAreTheSameInEveryVersionAndOnEveryMachine(String variant, String digest) {
        assertThat(DataDigest.of(new AddingProvider().create(variant, 40, Settings.NONE)))
                .isEqualTo(digest);
    }

    @ParameterizedTest
    @CsvSource({"hochreiter97, 4837e5a9", "martens11, 469cbab6", "pascanu13, 60d66ff3"})
    void theFactorsAreTheSameInEveryVersionAndOnEveryMachine(String variant, String digest) {
        assertThat(DataDigest.of(new MultiplicationProvider().create(variant, 40, Settings.NONE)))
                .isEqualTo(digest);
    }
}
