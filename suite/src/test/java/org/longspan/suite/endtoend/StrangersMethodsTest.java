package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An optimizer, a clipping and a cell from a plug-in jar. */
class StrangersMethodsTest {

    private static final String[][] ADDED = {
        {"{cell: tanh-rnn, hidden: 4}", "{cell: tanh-rnn, hidden: 4}\n  - {cell: slow-leak, hidden: 4}"},
        {"[sgd, adam]", "[sgd, adam, cubes]"},
        {"[none, global-norm]", "[none, global-norm, half-length]"}
    };

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void compile() throws IOException {
        jar = StrangersMethods.withOptimizer("cubes", folder.resolve("guests.jar"));
    }

    @Test
    void theyAreListedAmongTheOthersWithTheirJar() {
        Spoken spoken = Spoken.by("list", "optimizers", "--methods", jar);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out()).contains("cubes", "Guest (2026).", "jar: " + jar, "adam");
        assertThat(Spoken.by("list", "clippings", "--methods", jar).out()).contains("half-length");
        assertThat(Spoken.by("list", "models", "--methods", jar).out()).contains("slow-leak");
    }

    /** Longspan's 2 models, 2 optimizers and 2 clippings give 8 cells; one more of each makes 27. */
    @Test
    void besideStoredResultsOnlyTheirArmsRun() throws IOException {
        Path plan = Files.copy(Runs.plan(), folder.resolve("guests.yaml"));
        int own = run(plan);
        assertThat(own).isEqualTo(lines(plan));
        add(plan);

        Spoken again = Spoken.by("--methods", jar, "run", plan, "--runs", folder);

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(reused(again)).isEqualTo(own);
        assertThat(lines(plan)).isEqualTo(own + trials(again));
        assertThat(Files.readAllLines(results(plan)).subList(own, lines(plan)))
                .allMatch(line -> line.contains("cubes") || line.contains("half-length") || line.contains("slow-leak"));
        assertThat(Files.readString(results(plan).resolveSibling("run.json"))).contains("Descends along cubes.");
    }

    @Test
    void inAnotherJarTheyAreOtherCode() throws IOException {
        Path plan = Files.copy(Runs.plan(), folder.resolve("guests.yaml"));
        int own = run(plan);
        add(plan);
        int theirs = trials(Spoken.by("--methods", jar, "run", plan, "--runs", folder));
        Path other = StrangersMethods.withOptimizer("cubes", folder.resolve("other.jar"));
        try (FileSystem inside = FileSystems.newFileSystem(other)) {
            Files.writeString(inside.getPath("/NOTICE"), "another jar");
        }

        Spoken run = Spoken.by("--methods", other, "run", plan, "--runs", folder);

        assertThat(reused(run)).isEqualTo(own);
        assertThat(trials(run)).isEqualTo(theirs);
    }

    @Test
    void theirTrialsAreReplayedWithTheJarOnly() throws IOException {
        Path plan = Files.copy(Runs.plan(), folder.resolve("guests.yaml"));
        add(plan);
        Spoken.by("--methods", jar, "run", plan, "--runs", folder);
        String line = Files.readAllLines(results(plan)).stream()
                .filter(result -> result.contains("cubes"))
                .findFirst()
                .orElseThrow();
        String id = line.replaceFirst(".*?\"id\":\"([0-9a-f]{16})\".*", "$1");

        Spoken replay = Spoken.by("replay", folder.resolve("guests"), id, "--methods", jar);

        assertThat(replay.code()).as(replay.err() + replay.out()).isZero();
        BadInputTest.assertRefused(Spoken.by("replay", folder.resolve("guests"), id), "unknown optimizer cubes");
    }

    @Test
    void aNameThatIsTakenIsRefusedWithBothPlaces() throws IOException {
        Path adam = StrangersMethods.withOptimizer("adam", folder.resolve("adam.jar"));
        BadInputTest.assertRefused(
                Spoken.by("list", "optimizers", "--methods", adam), "optimizer adam", adam.toString(), "this build");

        Path twin = StrangersMethods.withOptimizer("cubes", folder.resolve("twin.jar"));
        BadInputTest.assertRefused(
                Spoken.by("list", "optimizers", "--methods", jar, "--methods", twin), jar.toString(), twin.toString());
    }

    @Test
    void aMethodThatCannotBeMadeIsToldAsTheJars() throws IOException {
        Path broken = StrangersMethods.broken(folder.resolve("broken.jar"));
        Path plan = Files.copy(Runs.plan(), folder.resolve("guests.yaml"));
        add(plan);

        Spoken run = Spoken.by("--methods", broken, "run", plan, "--runs", folder);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("optimizer cubes of method jar " + broken, "cannot be made", "no luck");
    }

    @Test
    void aMethodThatFailsIsToldWithItsJarAndLineAndOtherTrialsGoOn() throws IOException {
        Path failing = StrangersMethods.failing(folder.resolve("failing.jar"));
        String text = Files.readString(Runs.plan()).replace("[sgd, adam]", "[sgd, cubes]");
        Path plan = Files.writeString(folder.resolve("guests.yaml"), text);

        Spoken run = Spoken.by("--methods", failing, "run", plan, "--runs", folder);

        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.out())
                .contains("24 trials run", ", 12 failed")
                .contains("  failed: 12 because optimizer cubes of method jar " + failing
                        + " failed: IllegalStateException: no luck (Guests.java:");
    }

    private static void add(Path plan) throws IOException {
        String text = Files.readString(plan);
        for (String[] pair : ADDED) {
            text = text.replace(pair[0], pair[1]);
        }
        Files.writeString(plan, text);
    }

    private int run(Path plan) {
        return trials(Spoken.by("run", plan, "--runs", folder));
    }

    private static int trials(Spoken run) {
        return number(run, "(?s).*?(\\d+) trials? run,.*");
    }

    private static int reused(Spoken run) {
        return number(run, "(?s).*?run, (\\d+) reused.*");
    }

    private static int number(Spoken run, String pattern) {
        assertThat(run.out()).as(run.err()).matches(pattern);
        return Integer.parseInt(run.out().replaceFirst(pattern, "$1"));
    }

    private int lines(Path plan) throws IOException {
        return Files.readAllLines(results(plan)).size();
    }

    private Path results(Path plan) {
        return folder.resolve(plan.getFileName().toString().replace(".yaml", ""))
                .resolve("results.jsonl");
    }
}
