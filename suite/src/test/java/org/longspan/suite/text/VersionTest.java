package org.longspan.suite.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commit of a checkout, asked without touching it, and of an archive. */
class VersionTest {

    @TempDir
    private Path checkout;

    @Test
    void outsideACheckoutThereIsNoCommit() {
        assertThat(Version.commit(checkout)).isEmpty();
    }

    @Test
    void theCommitSaysWhetherFilesHaveChanged() throws Exception {
        Path file = commitAFile();
        String head = git("rev-parse", "HEAD");
        assertThat(head).hasSize(40);
        assertThat(Version.commit(checkout)).isEqualTo(head);

        Files.writeString(checkout.resolve("not added"), "");
        assertThat(Version.commit(checkout)).isEqualTo(head);

        Files.writeString(file, "changed");
        assertThat(Version.commit(checkout)).isEqualTo(head + "-dirty");
    }

    @Test
    void anArchiveHasTheCommitOfItsBuild() throws Exception {
        Path archive = Files.createDirectory(checkout.resolve("archive"));
        String[] words = {checkout.toString(), archive.resolve("commit.txt").toString()};
        Version.main(words);
        assertThat(Version.commit(archive)).as("of a copy of the sources").isEmpty();

        Path file = commitAFile();
        String head = git("rev-parse", "HEAD");
        Version.main(words);
        assertThat(archive.resolve("commit.txt")).hasContent(head);
        assertThat(Version.commit(archive)).isEqualTo(head);

        Files.writeString(file, "changed");
        Version.main(words);
        assertThat(Version.commit(archive)).isEqualTo(head + "-dirty");

        Files.writeString(archive.resolve("commit.txt"), "something else");
        assertThat(Version.commit(archive)).isEmpty();
    }

    @Test
    void askingWritesNoIndexAndWaitsForNoLock() throws Exception {
        Path file = commitAFile();
        // Now the index has another time than the file, which git would like to write into it.
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        Path index = checkout.resolve(".git/index");
        Files.setLastModifiedTime(index, FileTime.from(Instant.parse("2021-01-01T00:00:00Z")));
        Object before = state(index);

        assertThat(Version.commit(checkout)).hasSize(40);
        assertThat(state(index)).isEqualTo(before);

        Files.createFile(checkout.resolve(".git/index.lock"));
        assertThat(Version.commit(checkout)).hasSize(40);
    }

    @Test
    void beforeTheFirstCommitThereIsNone() throws Exception {
        git("init", "-q");

        assertThat(Version.commit(checkout)).isEmpty();
    }

    private static Object state(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return List.of(attributes.lastModifiedTime(), String.valueOf(attributes.fileKey()));
    }

    private Path commitAFile() throws Exception {
        git("init", "-q");
        Path file = Files.writeString(checkout.resolve("file"), "text");
        git("add", "file");
        git("-c", "user.name=n", "-c", "user.email=e@example.org", "commit", "-q", "-m", "one");
        return file;
    }

    private String git(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(checkout.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeThat(false).as("git is there").isTrue();
            throw e;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
