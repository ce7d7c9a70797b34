package org.longspan.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SkipReasonsTest {

    @Test
    void theMostFrequentReasonComesFirst() {
        SkipReasons reasons = new SkipReasons(Map.of("a", 1, "b", 3, "c", 1));
        assertThat(reasons.trials()).isEqualTo(5);
        assertThat(reasons.phrases()).containsExactly("3 because b", "1 because a", "1 because c");
    }

    @Test
    void theListIsShort() {
        SkipReasons reasons = new SkipReasons(Map.of("a", 1, "b", 1, "c", 1, "d", 1, "e", 1, "f", 1, "g", 1));
        assertThat(reasons.phrases()).hasSize(6).endsWith("others for 2 more reasons");
    }

    @Test
    void withoutSkipsThereIsNothingToSay() {
        assertThat(new SkipReasons(Map.of()).phrases()).isEmpty();
    }
}
