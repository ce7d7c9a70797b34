package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.PlugInJars;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.ReplayLine;

/** The command that runs a trial again. */
class ReplayLineTest {

    private static final SyntheticRun RUN = SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "smoke", 2, 1);

    @Test
    void itNamesTheFolderAndTheTrial() {
        ArrangedRun run = ArrangedRun.of(RUN.manifest(), RUN.results());
        assertThat(ReplayLine.command(run, run.runs().get(0)))
                .isEqualTo("./longspan replay DIR " + run.runs().get(0).stored().id());
        assertThat(ReplayLine.command(run.in(Path.of("my runs", "a")), "3f2a"))
                .isEqualTo("./longspan replay '" + Path.of("my runs", "a") + "' 3f2a");
    }

    @Test
    void itNamesTheJarsOfTheRunAsAShellReadsThem() {
        PlugInJars jars = new PlugInJars(List.of("/jars/parrot.jar"), List.of("/my jars/it's.jar"));
        ArrangedRun run = ArrangedRun.of(RUN.with("plugIns", jars).manifest(), RUN.results());
        assertThat(ReplayLine.command(run, "3f2a"))
                .isEqualTo("./longspan replay DIR 3f2a --tasks /jars/parrot.jar --methods '/my jars/it'\\''s.jar'");
    }
}
