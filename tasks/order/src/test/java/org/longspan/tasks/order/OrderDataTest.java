package org.longspan.tasks.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.testkit.DataDigest;

/** A changed digest means changed data: earlier results are no longer comparable. */
class OrderDataTest {

    @ParameterizedTest
    @CsvSource({
        "hochreiter97-2, 3e82c392",
        "hochreiter97-3, ce0ae9b7",
        "martens11-2, 4d90255b",
        "martens11-3, 6c6df56d",
        "pascanu13-2, 2527b8ac",
        "pascanu13-3, 8e6c2402"
    })
    void theDataAreTheSameInEveryVersionAndOnEveryMachine(String variant, String digest) {
        assertThat(DataDigest.of(new OrderProvider().create(variant, 40, Settings.NONE)))
                .isEqualTo(digest);
    }
}
