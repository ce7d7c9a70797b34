package org.longspan.harness.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.refusal.UserError;

/** A run writes nothing into a folder, or a file, that is no longer its own. */
class FolderInUseTest extends InFolder {

    @Test
    void aFolderInUseNamesTheProcess() {
        try (ResultStore store = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid());
            assertThat(store.previous()).isEmpty();
        }
        open().close();
    }

    @Test
    void aRunWhoseLockOrResultsAreTakenAwayStopsBeforeItWrites() throws IOException {
        for (String name : List.of("run.lock", "results.jsonl")) {
            try (ResultStore store = open()) {
                store.add(Stored.result(0), List.of());
                Files.move(folder.resolve(name), folder.resolve(name + ".away"));
                assertThatThrownBy(() -> store.add(Stored.result(1), List.of()))
                        .isInstanceOf(UserError.class)
                        .hasMessageContaining(name)
                        .hasMessageContaining("removed or replaced while this run was going on");
                Files.writeString(folder.resolve(name), "");
                assertThatThrownBy(() -> store.add(Stored.result(1), List.of())).isInstanceOf(UserError.class);
            }
        }
        assertThat(folder.resolve("results.jsonl.away")).content().hasLineCount(2);
    }

    @Test
    void aRunWhoseLockIsTakenAwayLeavesTheListOfTrialsAlone() throws IOException {
        fill(3);
        Path trials = folder.resolve("run.trials");
        ResultStore store = open();
        store.begin(Stored.manifest(Stored.CODE), List.of(Stored.line(0)), List.of(Stored.line(1)));
        Files.delete(folder.resolve("run.lock"));
        try (ResultStore other = open()) {
            other.begin(Stored.manifest(Stored.CODE), List.of(Stored.line(0), Stored.line(1)), List.of());
            byte[] before = Files.readAllBytes(trials);
            for (ThrowingCallable write : List.<ThrowingCallable>of(
                    () -> store.begin(Stored.manifest(Stored.CODE), List.of(), List.of()),
                    () -> store.reuse(Stored.line(2)),
                    () -> store.add(Stored.result(4), List.of()),
                    store::finish)) {
                assertThatThrownBy(write).isInstanceOf(UserError.class).hasMessageContaining("is no longer locked");
            }
            assertThat(trials).hasBinaryContent(before);
        } finally {
            store.close();
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatIsNoRegularFileIsRefusedAndALinkToOneIsRead() throws Exception {
        fill(2);
        try (ResultStore store = open()) {
            store.begin(Stored.manifest(Stored.CODE), List.of(Stored.line(0), Stored.line(1)), List.of());
        }
        for (String name : List.of("run.json", "run.trials", "results.jsonl")) {
            Path there = folder.resolve(name);
            Path away = Files.move(there, folder.resolve(name + ".away"));
            new ProcessBuilder("mkfifo", there.toString()).start().waitFor();
            assertNotRead(name + " is no regular file");
            Files.delete(there);
            Files.createSymbolicLink(there, Path.of("/dev/zero"));
            assertNotRead(name + " is no regular file");
            Files.delete(there);
            Files.createDirectory(there);
            assertNotRead(name + " is a folder");
            Files.delete(there);
            Files.createSymbolicLink(there, away);
            assertThat(StoredRun.read(folder).results()).hasSize(2);
            Files.delete(there);
            Files.move(away, there);
        }
    }

    private void assertNotRead(String why) {
        assertThatThrownBy(() -> StoredRun.read(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(why + ", expected the file that a run writes");
    }

    @Test
    void twoRunsWithoutALockOverwriteNoLineOfEachOther() throws IOException {
        try (LinesFile<StoredResult> one = emptyFile();
                LinesFile<StoredResult> other = LinesFile.open(LineKind.RESULTS, folder)) {
            for (int i = 0; i < 3; i++) {
                one.append(List.of(Stored.result(i)));
                other.append(List.of(Stored.result(3 + i)));
            }
        }
        assertThat(read()).extracting(StoredLine::id).doesNotHaveDuplicates().hasSize(6);
    }

    private LinesFile<StoredResult> emptyFile() throws IOException {
        Files.createDirectories(folder);
        return LinesFile.open(LineKind.RESULTS, folder);
    }

    @Test
    void aFolderThatCannotBeIsNamed() throws IOException {
        Files.writeString(parent.resolve("runs"), "a file");
        assertThatThrownBy(this::open).isInstanceOf(UserError.class).hasMessageContaining(folder.toString());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsSaidInOneSentence() throws IOException {
        FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
        try (LinesFile<StoredResult> results = new LinesFile<>(LineKind.RESULTS, file, full)) {
            assertThatThrownBy(() -> results.append(List.of(Stored.result(0))))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("cannot be written: No space left on device; all earlier results are kept");
        }
    }

    @Test
    void halfALineThatADiskHadRoomForIsTakenBackBeforeTheNextOne() throws IOException {
        fill(1);
        byte[] before = Files.readAllBytes(file);
        try (LinesFile<StoredResult> results = new LinesFile<>(LineKind.RESULTS, file, NarrowChannel.at(file, 20))) {
            assertThatThrownBy(() -> results.append(List.of(Stored.result(1)))).isInstanceOf(UserError.class);
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            results.append(List.of(Stored.result(2))); // another thread's, once there is room again
        }
        assertThat(read()).containsExactly(Stored.line(0), Stored.line(2));
    }
}
