package org.longspan.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {

    private static final List<Split> IN_THE_FILE =
            List.of(Split.TRAIN, Split.VALIDATION, Split.CONFIRMATION, Split.TEST);

    @Test
    void theyAreNineTenthsTwoFortiethsAndTheRest() {
        Parts parts = new Parts(60_000);
        assertThat(parts.size(Split.TRAIN)).isEqualTo(54_000);
        assertThat(parts.size(Split.VALIDATION)).isEqualTo(1_500);
        assertThat(parts.size(Split.CONFIRMATION)).isEqualTo(1_500);
        assertThat(parts.size(Split.TEST)).isEqualTo(3_000);
    }

    @Test
    void theyCoverEveryItemOnceAndEachHoldsAFortieth() {
        for (int items = 0; items < 2000; items++) {
            Parts parts = new Parts(items);
            int next = 0;
            for (Split split : IN_THE_FILE) {
                assertThat(parts.first(split)).isEqualTo(next);
                assertThat(parts.size(split)).isGreaterThanOrEqualTo(items / Parts.SHARE);
                next += parts.size(split);
            }
            assertThat(next).isEqualTo(items);
        }
    }

    @Test
    void theGreatestFileDoesNotOverflow() {
        Parts parts = new Parts(Integer.MAX_VALUE);
        assertThat(parts.size(Split.TRAIN)).isEqualTo(1_932_735_282);
        assertThat(parts.first(Split.TEST) + parts.size(Split.TEST)).isEqualTo(Integer.MAX_VALUE);
    }
}
