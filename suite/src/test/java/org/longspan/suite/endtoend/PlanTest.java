package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that are shown and not run. */
class PlanTest {

    private static final int TRIALS = 24;

    @Test
    void aPlanIsShownWithoutRunningAnything(@TempDir Path others) {
        Spoken spoken = Spoken.by("plan", Runs.plan(), "--runs", others);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out()).contains(TRIALS + " trials").contains("at most");
        assertThat(others).isEmptyDirectory();
    }

    @Test
    void modelsAndTasksThatDifferOnlyInSettingsAreToldApart(@TempDir Path others) throws IOException {
        String text = Files.readString(Runs.plan())
                .replace(
                        "{cell: lstm, hidden: 4}",
                        "{cell: lstm, hidden: 4, initialization: {name: identity, deviation: 0.1}}")
                .replace("{cell: tanh-rnn, hidden: 4}", "{cell: lstm, hidden: 4, initial-state: learned}")
                .replace(
                        "tasks:\n",
                        "tasks:\n"
                                + "  - {family: latch, informative: 1, lengths: [6]}\n"
                                + "  - {family: latch, informative: 3, lengths: [6]}\n");
        Path plan = Files.writeString(others.resolve("apart.yaml"), text);

        Spoken spoken = Spoken.by("plan", plan);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out())
                .contains("identity(deviation=0.1", "initial-state=learned", "informative=1", "informative=3");
    }

    @Test
    void whatIsLeftOutOfTheCrossingIsSaid(@TempDir Path others) throws IOException {
        String text = Files.readString(Runs.plan())
                .replace("{cell: tanh-rnn, hidden: 4}", "{cell: tanh-rnn, hidden: 4, optimizers: [adam]}");
        Path plan = Files.writeString(others.resolve("less.yaml"), text);

        Spoken spoken = Spoken.by("plan", plan);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out())
                .containsPattern("left out +tanh-rnn H=4 .* by sgd \\(1\\)")
                .contains("6 cells");
    }

    @Test
    void aBatchThatTakesMinutesIsTimedInSeconds(@TempDir Path others) throws IOException {
        String text = Files.readString(Runs.plan()).replace("batch: 4,", "batch: 100000000,");
        Path plan = Files.writeString(others.resolve("vast.yaml"), text);

        Spoken spoken = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Spoken.by("plan", plan));

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out()).contains("batches of 100000000").containsPattern("about \\d+ h");
    }
}
