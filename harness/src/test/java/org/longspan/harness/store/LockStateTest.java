package org.longspan.harness.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.store.LockState.Holding;

/** Whether a process holds a folder, told from the outside. */
class LockStateTest {

    @TempDir
    private Path folder;

    private Path written(long process) throws IOException {
        return Files.writeString(folder.resolve("run.lock"), process + "\n");
    }

    private static Holding by(Path file, String... locks) {
        return LockState.of(file, Optional.of(List.of(locks))).holding();
    }

    @Test
    void noFileOrOneThatNamesNoProcessHoldsNothing() throws IOException {
        Path file = folder.resolve("run.lock");
        assertThat(by(file)).isEqualTo(Holding.FREE);
        Files.writeString(file, "not a number");
        assertThat(by(file)).isEqualTo(Holding.FREE);
        assertThat(LockState.of(folder).sentence()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theListOfLocksTellsWhoHoldsTheFile() throws IOException {
        Path file = written(4214);
        Object number = Files.getAttribute(file, "unix:ino");

        assertThat(by(file, "1: POSIX  ADVISORY  WRITE 4214 fe:00:" + number + " 0 EOF"))
                .isEqualTo(Holding.HELD);
        assertThat(by(file, "1: POSIX  ADVISORY  WRITE 4215 fe:00:" + number + " 0 EOF"))
                .isEqualTo(Holding.FREE);
        assertThat(by(file, "1: POSIX  ADVISORY  WRITE 4214 fe:00:1" + number + " 0 EOF"))
                .isEqualTo(Holding.FREE);
        assertThat(by(file, "", "1: POSIX")).isEqualTo(Holding.FREE);
    }

    @Test
    void withoutSuchAListAProcessThatLivesAndBeganBeforeIsLikelyToHoldIt() throws IOException {
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        Path file = written(parent.pid());
        assertThat(LockState.of(file, Optional.empty()).holding()).isEqualTo(Holding.LIKELY);
        assertThat(LockState.of(file, Optional.empty()).sentence().orElseThrow())
                .contains("process " + parent.pid() + " seems to hold");

        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        assertThat(LockState.of(file, Optional.empty()).holding())
                .as("another process has the number since")
                .isEqualTo(Holding.FREE);
    }

    @Test
    void theProcessThatAsksDoesNotGoOnWithARun() throws IOException {
        Path file = written(ProcessHandle.current().pid());
        assertThat(LockState.of(file, Optional.empty()).holding()).isEqualTo(Holding.FREE);
    }
}
