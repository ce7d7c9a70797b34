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

    @Test
    void reasonsThatDifferInOneNameArePutTogether() {
        String signal = "optimizer %s cannot honour clipping %s: a signal clipped";
        String example = "optimizer %s cannot honour clipping example-norm: weighed";
        SkipReasons reasons = new SkipReasons(Map.of(
                signal.formatted("l-bfgs", "signal-norm"),
                4,
                signal.formatted("l-bfgs", "signal-value"),
                4,
                signal.formatted("newton", "signal-norm"),
                4,
                signal.formatted("newton", "signal-value"),
                4,
                example.formatted("l-bfgs"),
                2,
                "of another kind",
                1));

        assertThat(reasons.phrases())
                .containsExactly(
                        "16 because optimizer l-bfgs or newton cannot honour clipping signal-norm or signal-value: "
                                + "a signal clipped",
                        "2 because optimizer l-bfgs cannot honour clipping example-norm: weighed",
                        "1 because of another kind");
        assertThat(reasons.trials()).isEqualTo(19);
    }

    @Test
    void nothingIsSaidOfACombinationThatIsNotSkipped() {
        String reason = "optimizer %s cannot honour clipping %s";
        SkipReasons reasons = new SkipReasons(
                Map.of(reason.formatted("a", "x"), 1, reason.formatted("b", "x"), 1, reason.formatted("a", "y"), 1));

        assertThat(reasons.together())
                .isEqualTo(Map.of(
                        "optimizer a or b cannot honour clipping x", 2, "optimizer a cannot honour clipping y", 1));
    }
}
