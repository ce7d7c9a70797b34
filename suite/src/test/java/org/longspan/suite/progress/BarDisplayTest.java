package org.longspan.suite.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.longspan.harness.OutcomeCounts;
import org.longspan.harness.Progress;
import org.longspan.harness.SkipReasons;
import org.longspan.suite.text.Terminal;

class BarDisplayTest {

    private final StringWriter written = new StringWriter();
    private final Terminal terminal =
            new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(written, true), 90, true);

    @Test
    void theLastStateOfTheBarStaysWithTheCounts() {
        try (ProgressDisplay display = ProgressDisplay.on(terminal)) {
            display.started(null, progress(0));
            display.finished(null, progress(30));
        }

        assertThat(lastDrawn())
                .contains("30/40")
                .contains("30 solved, 0 diverged")
                .hasSizeLessThan(90);
    }

    @Test
    void aRunWithNothingToDoDrawsNoBar() {
        try (ProgressDisplay display = ProgressDisplay.on(terminal)) {
            display.note("40 results are reused");
        }

        assertThat(written.toString()).isEqualToNormalizingNewlines("40 results are reused\n");
    }

    private String lastDrawn() {
        String[] drawn = written.toString().strip().split("\r");
        return drawn[drawn.length - 1];
    }

    private static Progress progress(int done) {
        OutcomeCounts solved = new OutcomeCounts(done, 0, 0, 0, new SkipReasons(Map.of()));
        return new Progress(40, done, 0, solved, 1, done, 40 - done, done);
    }
}
