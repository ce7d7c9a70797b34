package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that is looked at and not run. */
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
    void aBatchThatTakesMinutesIsTimedInSeconds(@TempDir Path others) throws IOException {
        String text = Files.readString(Runs.plan()).replace("batch: 4,", "batch: 100000000,");
        Path plan = Files.writeString(others.resolve("vast.yaml"), text);

        Spoken spoken = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Spoken.by("plan", plan));

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out()).contains("batches of 100000000").containsPattern("about \\d+ h");
    }
}
