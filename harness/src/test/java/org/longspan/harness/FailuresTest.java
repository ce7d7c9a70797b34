package org.longspan.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.fake.Plans;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.record.Trial;
import org.longspan.harness.run.PlugInUse;

class FailuresTest {

    private static final Trial TRIAL = Grid.of(
                    Plans.of("smoke", 0), FakeMethods.catalogue(), (m, o, c) -> Optional.empty())
            .cells()
            .get(0)
            .next(Map.of())
            .get(0);

    @TempDir
    private Path folder;

    private Failures failures() {
        return new Failures(
                ProgressListener.NONE, folder, new PlugInUse(FakeTasks.catalogue(), FakeMethods.catalogue()));
    }

    private Path traces() {
        return folder.resolve("failures.log");
    }

    @Test
    void messagesThatDifferInNumbersAndHashesAreOneReason() {
        Failures failures = failures();
        for (String object : new String[] {"Object@1b2c3d, 7", "Object@abcdef, 12", "Object@5, 0"}) {
            failures.add(TRIAL, new IllegalStateException("bad " + object));
        }
        failures.add(TRIAL, new IllegalStateException("at 0x7fff1234 of 4f9a1bc0"));
        failures.add(TRIAL, new IllegalStateException("at 0x11aabbcc of beef0042"));
        failures.add(TRIAL, new IllegalStateException("a facade"));
        failures.add(TRIAL, new IllegalStateException("a decade"));

        assertThat(failures.reasons(false).counts())
                .containsEntry("IllegalStateException: bad Object@1b2c3d, 7", 3)
                .containsEntry("IllegalStateException: at 0x7fff1234 of 4f9a1bc0", 2)
                .hasSize(4);
    }

    @Test
    void twentyTracesAreKeptAndTheOthersCounted() {
        Failures failures = failures();
        for (char word = 'a'; word <= 'z'; word++) {
            failures.add(TRIAL, new IllegalStateException("reason " + word));
        }

        assertThat(failures.reasons(false).traces()).contains(traces());
        assertThat(traces())
                .content()
                .contains("reason a", "reason t")
                .doesNotContain("reason u")
                .endsWith("\n6 more reasons, whose traces are not kept\n");
    }

    @Test
    void tracesOfAnEarlierRunAreKeptUntilAWholeRunFailsNowhere() throws IOException {
        Files.writeString(traces(), "earlier");

        assertThat(failures().reasons(true).traces()).isEmpty();
        assertThat(traces()).hasContent("earlier");
        failures().reasons(false);
        assertThat(traces()).doesNotExist();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeOrALinkUnderTheNameIsReplaced(@TempDir Path elsewhere) throws Exception {
        Path precious = Files.writeString(elsewhere.resolve("precious"), "precious");
        for (Path name : new Path[] {traces(), folder.resolve("failures.log.part")}) {
            Files.deleteIfExists(name);
            assertThat(new ProcessBuilder("mkfifo", name.toString()).start().waitFor())
                    .isZero();
            failures().add(TRIAL, new IllegalStateException("no luck"));
            assertThat(traces()).isRegularFile().content().contains("no luck");
            Files.deleteIfExists(name);
            Files.createSymbolicLink(name, precious);
            failures().add(TRIAL, new IllegalStateException("no luck"));
            assertThat(traces()).isRegularFile().content().contains("no luck");
        }
        assertThat(precious).hasContent("precious");
    }
}
