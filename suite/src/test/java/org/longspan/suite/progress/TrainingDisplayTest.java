package org.longspan.suite.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Trial;
import org.longspan.harness.run.TrainingView;
import org.longspan.suite.text.Terminal;

/** The progress of one training run. */
class TrainingDisplayTest {

    private static final int WIDTH = 80;

    private final StringWriter err = new StringWriter();

    @Test
    void aPersonSeesABarOfItsUpdates() {
        show(true);

        assertThat(err.toString()).contains("updates", "100%", "200/200").endsWith("\n");
        assertThat(err.toString().split("[\r\n]+")).allMatch(line -> line.length() < WIDTH);
    }

    @Test
    void aLogOfAShortRunHasNoLine() {
        show(false);

        assertThat(err.toString()).isEmpty();
    }

    private void show(boolean interactive) {
        Terminal terminal = new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), WIDTH, interactive);
        try (TrainingDisplay display = TrainingDisplay.on(terminal)) {
            display.begins(new TrainingView(trial(), null, List.of(), null, null, null, null, 1));
            for (int index = 0; index <= 200; index++) {
                display.before(index);
            }
        }
        terminal.err().flush();
    }

    private static Trial trial() {
        return new Trial(null, null, null, null, null, null, new Budget(20, 200, 12_000), null, null, 0, null);
    }
}
