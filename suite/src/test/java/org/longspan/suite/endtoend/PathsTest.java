package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that the virtual machine cannot use, and unusual ones that it can. */
class PathsTest {

    private static final String UNREADABLE = "a\0b";

    @TempDir
    private Path folder;

    static Stream<List<Object>> commands() {
        return Stream.of(
                List.of("run", UNREADABLE),
                List.of("plan", UNREADABLE + ".yaml"),
                List.of("run", Runs.plan(), "--runs", UNREADABLE),
                List.of("report", UNREADABLE),
                List.of("results", UNREADABLE, "--canonical"),
                List.of("replay", UNREADABLE, "3f2a"),
                List.of("list", "tasks", "--tasks", UNREADABLE),
                List.of("list", "optimizers", "--methods", UNREADABLE));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aPathThatCanBeNoneIsRefused(List<Object> words) {
        assertRefused(Spoken.by(words.toArray()), "the path a\\0b", " has a character that no path can have");
    }

    @Test
    void aPathInAPlanThatCanBeNoneIsRefusedWithItsLine() throws IOException {
        assertRefused(
                Spoken.by("plan", text("a\\0b")), "line 3", "the path a\\0b has a character that cannot be in a path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "--runs", "--tasks", "text"})
    @EnabledOnOs(OS.LINUX)
    void aPathThatTheLocaleCannotWriteIsRefused(String place) throws Exception {
        assumeThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
        Path file = Files.writeString(folder.resolve("bücher"), "text");
        List<String> command = switch (place) {
            case "plan" -> Child.command("plan", file);
            case "text" -> Child.command("plan", text(file.toString()));
            case "--runs" -> Child.command("run", Runs.plan(), place, file);
            default -> Child.command("list", "tasks", place, file);
        };
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isEqualTo(2);
        assertThat(said).contains("LC_ALL=C.UTF-8").doesNotContain("Exception").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wow!", "a!b", "a:b", "two  blanks", "100%", "%21", "#a?b&c", "[x]*{y}", "büch"})
    void jarsAndRunsMayLieInFoldersOfAnyName(String name) throws IOException {
        assumeThat(name.equals("büch")
                        && !System.getProperty("sun.jnu.encoding").equals("UTF-8"))
                .isFalse();
        Path odd = Files.createDirectories(folder.resolve(name));
        Path jar = Files.move(StrangersJar.named("echo", folder), odd.resolve(name + ".jar"));

        Spoken listed = Spoken.by("list", "tasks", "--tasks", jar);
        assertThat(listed.out()).as(listed.err()).contains("echo");

        Spoken run = Spoken.by("run", echo(), "--runs", odd, "--tasks", jar);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Spoken.by("report", odd.resolve("echo")).code()).isZero();
    }

    private Path echo() throws IOException {
        return Files.writeString(folder.resolve("echo.yaml"), """
                tier: {settings: 1, blocks: 1}
                models: [{cell: tanh-rnn, hidden: 2}]
                tasks: [{family: echo, lengths: [4]}]
                optimizers: [{name: sgd, learning-rate: 0.1}]
                clippings: [none]
                budget: {batch: 2, updates: 40}
                """);
    }

    private Path text(String file) throws IOException {
        return Files.writeString(folder.resolve("text.yaml"), """
                tier: smoke
                models: [{cell: tanh-rnn, hidden: 2}]
                tasks: [{family: text, file: "%s", lengths: [4]}]
                optimizers: [sgd]
                clippings: [none]
                budget: {updates: 40}
                """.formatted(file));
    }
}
