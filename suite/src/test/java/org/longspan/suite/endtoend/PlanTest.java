package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}
