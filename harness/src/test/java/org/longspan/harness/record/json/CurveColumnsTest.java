package org.longspan.harness.record.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StepSummary;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialResult;

/** A curve is stored as a column for each quantity. */
class CurveColumnsTest {

    private static final CurvePoint BEFORE = new CurvePoint(0, 0, 1.5, 0.75, StepSummary.NONE);
    private static final CurvePoint AFTER =
            new CurvePoint(10, 300, null, null, new StepSummary(1.25, 0.5, null, 0.5, 2e-4, 0.1, null));

    @Test
    void aQuantityOfAllPointsIsOneColumn() {
        assertThat(line(List.of(BEFORE, AFTER)))
                .contains("\"curve\":{\"updates\":[0,10],\"sequenceForwards\":[0,300],"
                        + "\"validationLoss\":[1.5,null],\"validationMeasure\":[0.75,null],"
                        + "\"trainLoss\":[null,1.25],\"gradientNorm\":[null,0.5],\"clippedNorm\":[null,0.5],"
                        + "\"updateNorm\":[null,2.0E-4],\"clippedShare\":[0.0,0.1]},\"costs\"");
    }

    @Test
    void aCurveReadsBackEqual() {
        CurvePoint full = new CurvePoint(20, 600, 0.1 + 0.2, 1e-300, new StepSummary(1.0, 2.0, 3.0, 4.0, 5.0, 1, 6.0));
        CurvePoint huge = new CurvePoint(1L << 40, 1L << 50, 1e308, 0.0, StepSummary.NONE);
        CurvePoint unknown = new CurvePoint(1, 30, null, null, StepSummary.NONE);
        for (List<CurvePoint> curve : List.of(
                List.<CurvePoint>of(),
                List.of(BEFORE),
                List.of(BEFORE, AFTER),
                List.of(BEFORE, AFTER, full, huge),
                List.of(unknown, unknown))) {
            StoredResult stored = stored(curve);
            String line = RecordJson.line(stored);
            assertThat(RecordJson.readLine(line)).isEqualTo(stored);
            assertThat(ResultJson.read(line)).isEqualTo(stored);
            assertThat(RecordJson.line(RecordJson.readLine(line))).isEqualTo(line);
        }
    }

    @Test
    void aLineThatIsReadBrieflyHasTheLastLoss() {
        for (List<CurvePoint> curve : List.of(List.of(BEFORE), List.of(AFTER, BEFORE), List.of(BEFORE, AFTER))) {
            assertThat(ResultJson.readBriefly(RecordJson.line(stored(curve))).end())
                    .extracting(end -> end.loss())
                    .isEqualTo(curve.get(curve.size() - 1).validationLoss());
        }
    }

    /** An object for each of 101 points takes 20 kB. */
    @Test
    void aCurveOfAHundredLooksTakesLessThanATenthOfAMegabyte() {
        List<CurvePoint> curve = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            double x = 1.0 / (i + 3);
            curve.add(new CurvePoint(
                    15L * i,
                    900L * i,
                    (double) (float) x,
                    (double) (float) x,
                    new StepSummary(0.123456, 0.234567, 0.345678, 0.234567, 0.00123456, 0, null)));
        }
        assertThat(line(curve)).hasSizeLessThan(101 * 100 + 1500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0,10] | [0] | result.curve",
                "[0,10] | [0,10,20] | result.curve",
                "[0,10] | [0,1.5] | result.curve",
                "[0,10] | 7 | result.curve",
                "[1.5,null] | [1.5] | result.curve",
                "[1.5,null] | [1.5,\"x\"] | result.curve",
                "\"trainLoss\" | \"trainLos\" | result.curve",
                "[0.0,0.1] | [0.0] | result.curve"
            })
    void columnsThatDoNotFitTogetherAreRefused(String whole, String damaged, String place) {
        String line = line(List.of(BEFORE, AFTER));
        assertThat(line).contains(whole);
        assertThatThrownBy(() -> ResultJson.read(line.replace(whole, damaged)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(place)
                .message()
                .doesNotContain("\n", "Exception", "jackson", "org.");
    }

    private static String line(List<CurvePoint> curve) {
        return RecordJson.line(stored(curve));
    }

    private static StoredResult stored(List<CurvePoint> curve) {
        TrialResult result = new TrialResult(
                new Outcome.Diverged(Outcome.Cause.FAR_OFF, 3),
                0,
                0.5,
                curve,
                new Costs(1, 60, 0, 200, 12),
                List.of(),
                40,
                "ab",
                List.of());
        return new StoredResult(
                RecordJson.id(RecordJsonTest.TRIAL),
                RecordJsonTest.TRIAL,
                "code",
                result,
                new Circumstances(0.5, "2026", "25", "cpu", "plain", "linux"));
    }
}
