package org.longspan.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A logarithmic axis is marked at round values. */
class AxisTest {

    @Test
    void anAxisEndsAtRoundValues() {
        assertThat(ends(0.0387, 0.764)).containsExactly("0.02", "1");
        assertThat(ends(0.52, 0.98)).containsExactly("0.5", "1");
        assertThat(ends(3e9, 4.1e9)).containsExactly("2e9", "5e9");
        assertThat(ends(2.1, 1_200)).containsExactly("2", "2000");
    }

    @Test
    void marksAreDecadesOrElseRoundParts() {
        assertThat(marks(0.02, 1)).containsExactly("0.03", "0.1", "0.3", "1");
        assertThat(marks(0.5, 5)).containsExactly("0.5", "1", "2", "5");
        assertThat(marks(2, 5)).containsExactly("2", "5");
        assertThat(marks(2, 2_000)).containsExactly("10", "100", "1000");
    }

    private static List<String> ends(double least, double greatest) {
        Axis axis = Axis.rounded(least, greatest, 0, 1);
        return List.of(TextFormat.precise(axis.from()), TextFormat.precise(axis.to()));
    }

    private static List<String> marks(double from, double to) {
        return Axis.log(from, to, 0, 1).rounds().stream()
                .map(TextFormat::precise)
                .toList();
    }
}
