package org.longspan.tasks.copy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.testkit.DataDigest;

/** A changed digest means changed data: earlier results are no longer comparable. */
class CopyDataTest {

    @ParameterizedTest
    @CsvSource({
        "urnn, e8d0635a",
        "memory-5-bit, 842c8778",
        "memory-20-bit, 3cbfdba9",
        "exprnn, b56fefad",
        "variable-delay, 1387b760",
        "selective, db46a13b"
    })
    void theDataAreTheSameInEveryVersionAndOnEveryMachine(String variant, String digest) {
        assertThat(DataDigest.of(new CopyProvider().create(variant, 40, Settings.NONE)))
                .isEqualTo(digest);
    }
}
