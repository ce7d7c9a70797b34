package org.longspan.tasks.adding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.testkit.DataDigest;

/** Another digest means other data: earlier results no longer compare. */
class AddingDataTest {

    @ParameterizedTest
    @CsvSource({"urnn, 4d331676", "hochreiter97, 38111c94", "pascanu13, 7366463b"})
    void theDataAreTheSameInEveryVersionAndOnEveryMachine(String variant, String digest) {
        assertThat(DataDigest.of(new AddingProvider().create(variant, 40, Settings.NONE)))
                .isEqualTo(digest);
    }
}
