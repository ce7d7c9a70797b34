package org.longspan.harness.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is opened once, and of many the 256 used last are open. */
class OpenFilesTest {

    @TempDir
    private Path folder;

    private Path file(int number) throws IOException {
        return Files.writeString(folder.resolve("file-" + number), "text");
    }

    @Test
    void aFileStaysOpenUntil256OthersWereUsedAfterIt() throws IOException {
        List<FileChannel> channels = new ArrayList<>();
        try (OpenFiles files = new OpenFiles()) {
            for (int number = 0; number < 256; number++) {
                channels.add(files.of(file(number)));
            }
            assertThat(channels).allMatch(FileChannel::isOpen);
            assertThat(files.of(file(0))).isSameAs(channels.get(0));

            FileChannel another = files.of(file(256));

            assertThat(another.isOpen()).isTrue();
            assertThat(channels.get(1).isOpen()).as("used longest ago").isFalse();
            assertThat(channels).filteredOn(FileChannel::isOpen).hasSize(255).contains(channels.get(0));
            assertThat(files.of(file(1)).isOpen()).as("opened again").isTrue();
        }
        assertThat(channels).noneMatch(FileChannel::isOpen);
    }
}
