package org.longspan.reports.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.StepSummary;

class PackedCurveTest {

    private static final StepSummary STEPS = new StepSummary(0.5, 1.25, 3.0, 1.0, 1e-300, 0.25, null);

    @Test
    void aPackedCurveIsTheCurve() {
        List<CurvePoint> curve = List.of(
                new CurvePoint(0, 0, 0.1 + 0.2, 0.7, StepSummary.NONE),
                new CurvePoint(50, 3_000, null, null, STEPS),
                new CurvePoint(100, 6_000_000_000L, -0.0, Double.MIN_VALUE, STEPS));

        assertThat(new PackedCurve(curve)).isEqualTo(curve).hasSameHashCodeAs(curve);
    }

    @Test
    void soIsOneOfALossThatIsTheMeasure() {
        List<CurvePoint> curve = List.of(
                new CurvePoint(0, 0, 0.5, 0.5, StepSummary.NONE),
                new CurvePoint(1, 60, 0.25, 0.25, new StepSummary(0.5, null, null, 1.0, 2.0, 1, 0.125)));

        assertThat(new PackedCurve(curve)).isEqualTo(curve);
    }

    @Test
    void theCurveOfATrialThatWasNotRunIsEmpty() {
        assertThat(new PackedCurve(List.of())).isEmpty();
    }
}
