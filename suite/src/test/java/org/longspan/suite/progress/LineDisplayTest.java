package org.longspan.suite.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.longspan.harness.OutcomeCounts;
import org.longspan.harness.Progress;
import org.longspan.harness.SkipReasons;

class LineDisplayTest {

    private final StringWriter written = new StringWriter();
    private final LineDisplay display = new LineDisplay(new PrintWriter(written));

    @Test
    void aLineSaysHowManyAreDoneSolvedAndDivergedAndHowLongItStillTakes() {
        OutcomeCounts outcomes = new OutcomeCounts(204, 230, 12, 1, new SkipReasons(Map.of("why", 3)));
        finished(new Progress(1800, 450, 0, outcomes, 2, 100, 300, 60));

        assertThat(lines())
                .containsExactly("450 of 1,800 trials (25 %): 204 solved, 12 diverged, 3 skipped, 1 failed; "
                        + "about 3 min 0 s left");
    }

    @Test
    void aLongRunSaysSomethingEveryTenSecondsAndNotMoreOften() {
        for (int second = 1; second <= 60; second++) {
            finished(progress(second, 1_000_000, second));
        }

        assertThat(lines()).hasSize(6);
    }

    @Test
    void aShortRunSaysAtLeastHowItEnded() {
        for (int trial = 1; trial <= 50; trial++) {
            finished(progress(trial, 50, trial * 0.1));
        }

        assertThat(lines()).hasSize(1).first().asString().startsWith("50 of 50 trials (100 %)");
    }

    private static Progress progress(int done, int planned, double seconds) {
        OutcomeCounts solved = new OutcomeCounts(done, 0, 0, 0, new SkipReasons(Map.of()));
        return new Progress(planned, done, 0, solved, 1, done, planned - done, seconds);
    }

    private void finished(Progress progress) {
        display.finished(null, progress);
    }

    private List<String> lines() {
        display.close();
        return written.toString().lines().toList();
    }
}
