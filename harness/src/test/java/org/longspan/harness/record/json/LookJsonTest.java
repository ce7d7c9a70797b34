package org.longspan.harness.record.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.harness.fake.Looks;
import org.longspan.harness.record.BriefLook;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.TrialId;

class LookJsonTest {

    private static final TrialId TRIAL = new TrialId("0123456789abcdef");
    private static final String CODE = "c".repeat(64);

    private static ProbeRecord record(ProbeLook look) {
        return new ProbeRecord(TRIAL, CODE, look);
    }

    @Test
    void aLineIsFlatKeepsTheOrderOfColumnsAndHasNullForWhatIsNoNumber() {
        assertThat(LookJson.line(record(Looks.measured("signal-by-lag", "end", 1e-4))))
                .isEqualTo(
                        "{\"trial\":\"0123456789abcdef\",\"probe\":\"signal-by-lag\",\"moment\":\"end\",\"updates\":40,"
                                + "\"finding\":{\"kind\":\"measured\",\"numbers\":{\"horizon\":null,\"slope\":1.0E-4},"
                                + "\"tables\":[{\"name\":\"signal\",\"columns\":{\"lag\":[0.0,1.0,2.0],"
                                + "\"decay\":[1.0E-4,null,\"inf\"]}}],\"notes\":[\"no gradient at lag 2\"]},"
                                + "\"code\":\"" + CODE + "\",\"seconds\":0.25}");
    }

    @Test
    void everyFindingIsReadBackBitForBit() {
        Map<String, Double> odd = new LinkedHashMap<>();
        odd.put("z", -0.0);
        odd.put("y", Double.NaN);
        odd.put("x", Double.MIN_VALUE);
        odd.put("w", 0.1 + 0.2);
        for (ProbeFinding finding : List.of(
                new ProbeFinding.Measured(odd, List.of(), List.of()),
                new ProbeFinding.Skipped("the run never solved its task"),
                new ProbeFinding.Failed("OutOfMemoryError: \"heap\""))) {
            ProbeRecord stored = record(new ProbeLook("lyapunov", "1000", 1000, finding, 1));
            assertThat(LookJson.read(LookJson.line(stored))).isEqualTo(stored);
        }
        ProbeRecord stored = record(Looks.measured("signal-by-lag", "end", Math.PI));
        assertThat(LookJson.read(LookJson.line(stored))).isEqualTo(stored);
        ProbeFinding.Measured read = (ProbeFinding.Measured)
                LookJson.read(LookJson.line(stored)).look().finding();
        assertThat(read.tables().get(0).columns().keySet()).containsExactly("lag", "decay");
    }

    @Test
    void theBriefFormIsThatOfTheWholeLine() {
        for (ProbeLook look :
                List.of(Looks.measured("signal-by-lag", "end", 0.5), Looks.failed("signal-by-lag", "solved"))) {
            String line = LookJson.line(record(look));
            assertThat(LookJson.readBriefly(line)).isEqualTo(BriefLook.of(LookJson.read(line)));
        }
    }

    @Test
    void theCanonicalLineLeavesOutTheSecondsAlone() {
        ProbeRecord stored = record(Looks.measured("signal-by-lag", "end", 0.5));
        assertThat(LookJson.canonicalLine(stored))
                .isEqualTo(LookJson.line(stored).replace(",\"seconds\":0.25", ""));
    }

    @Test
    void theFirstDifferenceIsNamedAndTimeIsNone() {
        ProbeLook stored = Looks.measured("signal-by-lag", "end", 0.5);
        ProbeLook later = new ProbeLook(stored.probe(), stored.moment(), stored.updates(), stored.finding(), 9);
        assertThat(LookJson.firstDifference(stored, later)).isEmpty();
        assertThat(LookJson.firstDifference(stored, Looks.measured("signal-by-lag", "end", 0.25)))
                .contains("finding.numbers.slope: 0.5, now 0.25");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"updates\":40 | \"updates\":-1 | updates is -1, expected at least 0",
                "\"updates\":40 | \"updates\":4.5 | updates holds a value of another kind than expected",
                "\"moment\":\"end\" | \"moment\":null | moment is null, expected a value",
                "\"moment\":\"end\", | `` | the key 'moment' is missing",
                "\"seconds\" | \"second\":1,\"seconds\" | unknown key \"second\"",
                "\"kind\":\"measured\" | \"kind\":\"guessed\" | finding holds a value of another kind than expected",
                "[0.0,1.0,2.0] | [0.0,1.0] | table signal has columns of different lengths",
                "[0.0,1.0,2.0] | [0.0,\"1\",2.0] | of another kind than expected",
                "[0.0,1.0,2.0] | 3 | of another kind than expected",
                "\"decay\" | \"lag\" | the key 'lag' is there twice",
                "\"slope\":0.5 | \"slope\":true | of another kind than expected",
                "\"0123456789abcdef\" | \"0123\" | trial id 0123, expected 16 hexadecimal digits",
            })
    void whatIsNoLookIsRefusedWithItsReason(String from, String to, String reason) {
        String line = LookJson.line(record(Looks.measured("signal-by-lag", "end", 0.5)));
        assertThat(line).contains(from);
        assertThatThrownBy(() -> LookJson.read(line.replace(from, to)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
