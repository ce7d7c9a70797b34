package org.longspan.tasks.latch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.testkit.DataDigest;

/** A changed digest means changed data: earlier results are no longer comparable. */
class LatchDataTest {

    @ParameterizedTest
    @CsvSource({
        "hochreiter97-3a, 1, 3721b971",
        "hochreiter97-3a, 3, 9bbb781f",
        "hochreiter97-3b, 1, ffa08998",
        "hochreiter97-3c, 1, 74900237"
    })
    void theDataAreTheSameInEveryVersionAndOnEveryMachine(String variant, int informative, String digest) {
        Settings settings = Settings.NONE.with("informative", informative);
        assertThat(DataDigest.of(new LatchProvider().create(variant, 40, settings)))
                .isEqualTo(digest);
    }
}
