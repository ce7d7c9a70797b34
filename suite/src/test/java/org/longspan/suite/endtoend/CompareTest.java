package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code longspan compare} of runs of the tiny plan and of plans that differ from it in one thing. */
class CompareTest {

    private static final String ADAM = "optimizers: [sgd, adam]";

    @TempDir
    private static Path folder;

    private static Path first;
    private static Path second;
    private static Path changed;

    @BeforeAll
    static void run() throws IOException {
        first = ran("first", Runs.plan());
        second = ran("second", Runs.plan());
        changed = ran("changed", plan("changed", ADAM, "optimizers: [sgd, {name: adam, beta2: 0.9}]"));
    }

    private static Path ran(String runs, Path plan) throws IOException {
        Path into = folder.resolve(runs);
        assertThat(Spoken.by("run", plan, "--runs", into).code()).isZero();
        try (Stream<Path> folders = Files.list(into)) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    /** Writes the tiny plan with one line changed. */
    private static Path plan(String name, String line, String other) throws IOException {
        String text = Files.readString(Runs.plan());
        assertThat(text).contains(line);
        return Files.writeString(folder.resolve(name + ".yaml"), text.replace(line, other));
    }

    private Path copied(String name) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name));
        for (String file : List.of("run.json", "run.trials", "results.jsonl")) {
            Files.copy(first.resolve(file), copy.resolve(file));
        }
        return copy;
    }

    private static long trials(Path run) throws IOException {
        return Files.lines(run.resolve("results.jsonl")).count();
    }

    @Test
    void twoRunsOfOnePlanAreEqualBitForBit() throws IOException {
        Spoken spoken = Spoken.by("compare", first, second);

        assertThat(spoken.code()).isZero();
        assertThat(spoken.out())
                .contains(trials(first) + " trials are in both, and all are equal bit for bit, made by equal code")
                .contains("identical")
                .doesNotContain("→");
    }

    @Test
    void aChangedConstantOfAdamIsNamedAndTheOtherArmsAreEqual() throws IOException {
        Spoken spoken = Spoken.by("compare", first, changed);

        assertThat(spoken.code()).isZero();
        assertThat(spoken.out())
                .contains(trials(first) / 2 + " trials are in both, and all are equal bit for bit")
                .contains("adam, beta2: 0.999 → 0.9")
                .contains("plan, name: tiny → changed");
    }

    @Test
    void oneAlteredDigitIsFound() throws IOException {
        Path altered = copied("altered");
        Path results = altered.resolve("results.jsonl");
        List<String> lines = Files.readAllLines(results);
        String line = lines.get(0).replaceAll(",\"check\":\"[0-9a-f]{8}\"}", "}");
        String weights = line.replaceFirst("(\"weights\":\")(.)", line.contains("\"weights\":\"0") ? "$11" : "$10");
        assertThat(weights).isNotEqualTo(line);
        lines.set(0, weights);
        Files.write(results, lines);

        Spoken spoken = Spoken.by("compare", first, altered);

        assertThat(spoken.code()).isZero();
        assertThat(spoken.out().replaceAll("\\s+", " "))
                .contains((trials(first) - 1) + " equal bit for bit, 1 differs, though made by equal code")
                .contains(": weights: ");
        assertThat(spoken.err()).contains("carries no check of its content");
    }

    @Test
    void thePageAndTheJsonAreWrittenWholeAndTheFoldersAreLeftAlone() throws IOException {
        List<String> before = listed();
        Path out = folder.resolve("out");
        Path page = folder.resolve("page.html");
        Path json = folder.resolve("compared.json");

        Spoken spoken = Spoken.by("compare", first, changed, "--out", out, "--page", page, "--json", json);

        assertThat(spoken.code()).isZero();
        assertThat(page).hasSameTextualContentAs(out.resolve("compare.html"));
        assertThat(json).hasSameTextualContentAs(out.resolve("compare.json"));
        assertThat(page).content().startsWith("<!doctype html>").contains("beta2");
        assertThat(json).content().contains("\"schemaVersion\": 1", "\"of\":\"adam, beta2\"");
        assertThat(spoken.out()).endsWith(page + "\n" + json + "\n");
        assertThat(listed()).isEqualTo(before);
    }

    private List<String> listed() throws IOException {
        try (Stream<Path> files = Stream.concat(Files.list(first), Files.list(changed))) {
            return files.sorted()
                    .map(file -> file + " " + file.toFile().lastModified() + " "
                            + file.toFile().length())
                    .toList();
        }
    }

    @Test
    void methodsOfTwoNamesAreHeldAgainstEachOther() throws IOException {
        Path other = ran("named", plan("named", ADAM, "optimizers: [sgd, rmsprop]"));

        Spoken apart = Spoken.by("compare", first, other);
        Spoken matched = Spoken.by("compare", first, other, "--match", "adam=rmsprop");

        assertThat(apart.out()).contains("only in " + first + ": 2 arms (adam × none; adam × global-norm)");
        assertThat(matched.out()).contains("rmsprop × none against adam × none").doesNotContain("only in");
    }

    @Test
    void onlyWhatIsShownIsPrintedWhenAsked() {
        Spoken spoken = Spoken.by("compare", first, second, "--only", "worse");

        assertThat(spoken.out()).contains("nothing is shown worse").doesNotContain("identical");
        assertRefused(Spoken.by("compare", first, second, "--only", "other"), "--only other", "better or worse");
    }

    @Test
    void severalRunsAreHeldAgainstTheFirst() {
        Spoken spoken = Spoken.by("compare", first, second, changed);

        assertThat(spoken.code()).isZero();
        assertThat(spoken.out()).contains(second + " against " + first, changed + " against " + first);
    }

    @Test
    void runsThatShareNothingAreRefused() throws IOException {
        Path other = ran("disjoint", plan("disjoint", ADAM, "optimizers: [rmsprop]"));
        Path longer = ran("longer", plan("longer", "lengths: [4]", "lengths: [5]"));
        Path json = folder.resolve("none.json");

        assertRefused(
                Spoken.by("compare", first, other, "--json", json),
                "no arm on a problem in common",
                "sgd, adam",
                "rmsprop",
                "--match");
        assertRefused(Spoken.by("compare", first, longer), "no arm on a problem in common");
        assertThat(json).doesNotExist();
    }

    @Test
    void aFolderThatIsNoRunIsRefused() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertRefused(Spoken.by("compare", first, empty), empty.toString(), "holds no run");
        assertRefused(Spoken.by("compare", first, folder.resolve("nowhere")), "holds no run");
        assertThat(Spoken.by("compare", first).code()).isEqualTo(2);
    }

    @Test
    void aFolderThatIsGivenTwiceIsRefused() {
        assertRefused(Spoken.by("compare", first, first), first + " is given twice");
        assertRefused(Spoken.by("compare", first, first.resolve(".")), "are one folder");
    }

    @Test
    void anotherSchemaIsRefused() throws IOException {
        Path other = copied("schema");
        Path manifest = other.resolve("run.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"schema\"\\s*:\\s*2", "\"schema\":3"));

        assertRefused(Spoken.by("compare", first, other), "run.json", "schema version 3, expected 2");
    }

    @Test
    void aMatchOfUnknownNamesIsRefused() {
        assertRefused(Spoken.by("compare", first, second, "--match", "adamm=sgd"), "adamm", "sgd, adam");
        assertRefused(Spoken.by("compare", first, second, "--match", "adam=x"), "optimizer or clipping x");
        assertRefused(Spoken.by("compare", first, second, "--match", "adam"), "--match adam", "adam=my-adam");
        assertRefused(
                Spoken.by("compare", first, second, "--match", "adam=sgd", "--match", "adam=adam"), "matched twice");
        assertRefused(Spoken.by("compare", first, second, "--match", "adam=none"), "two of a kind");
    }

    @Test
    void aPlaceThatCannotHoldTheFilesIsRefusedBeforeAnythingIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("occupied"), "kept");

        assertRefused(Spoken.by("compare", first, second, "--out", file), "this is a file");
        assertRefused(Spoken.by("compare", first, second, "--page", folder), "this is a folder");
        assertThat(file).hasContent("kept");
    }
}
