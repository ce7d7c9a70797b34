package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run's folder that cannot be read or written gives a one-sentence error and loses nothing. */
class BadFolderTest {

    @TempDir
    private Path folder;

    @Test
    void aFolderThatCannotBeWrittenIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertRefused(Runs.run(file), file.toString());
        assertThat(file).hasContent("no folder");
    }

    @Test
    void aCorruptLineInTheMiddleIsNamedAndNothingIsLost() throws IOException {
        Runs.run(folder);
        List<String> lines = new ArrayList<>(Runs.lines(folder));
        lines.set(6, lines.get(6).substring(10));
        Files.write(Runs.results(folder), lines);
        byte[] before = Files.readAllBytes(Runs.results(folder));

        assertRefused(Runs.run(folder), "results.jsonl", "line 7");
        assertRefused(Spoken.by("report", Runs.folder(folder)), "results.jsonl", "line 7");
        assertRefused(Spoken.by("results", Runs.folder(folder), "--canonical"), "line 7");
        assertThat(Files.readAllBytes(Runs.results(folder))).isEqualTo(before);
    }

    @Test
    void resultsOfAnotherVersionOfTheFormatAreRefused() throws IOException {
        Runs.run(folder);
        Path manifest = Runs.folder(folder).resolve("run.json");
        String text = Files.readString(manifest);
        String other = text.replaceFirst("\"schema\"\\s*:\\s*2", "\"schema\":3");
        assertThat(other).isNotEqualTo(text);
        Files.writeString(manifest, other);

        assertRefused(Runs.run(folder), "run.json", "schema version 3, expected 2");
        assertThat(manifest).hasContent(other);
    }

    @Test
    void aManifestThatWasCutOffIsRefusedAndCanBeWrittenAnew() throws IOException {
        Runs.run(folder);
        Path manifest = Runs.folder(folder).resolve("run.json");
        String whole = Files.readString(manifest);
        Files.writeString(manifest, whole.substring(0, whole.length() / 2));

        assertRefused(Spoken.by("report", Runs.folder(folder)), "run.json is cut off in line ", "remove it");
        assertRefused(Runs.run(folder), "run.json is cut off in line ", "keeps all results");
        Files.delete(manifest);
        assertThat(Runs.run(folder).out()).contains("0 trials run, ");
        assertThat(manifest).hasContent(whole);
    }

    @Test
    void aReportOfNoResultsIsRefused() throws IOException {
        Runs.run(folder);

        Files.write(Runs.results(folder), new byte[] {(byte) 0x7f, 'E', 'L', 'F', 0});
        assertRefused(Spoken.by("report", Runs.folder(folder)), "results.jsonl, line 1: neither a result nor");
        Files.write(Runs.results(folder), new byte[0]);
        assertRefused(
                Spoken.by("report", Runs.folder(folder)),
                "holds no result of its current plan",
                "without a line in results.jsonl, lost or removed since");
        Files.delete(Runs.results(folder));
        assertRefused(Spoken.by("report", Runs.folder(folder)), "holds a run without results (no results.jsonl)");
        assertRefused(Spoken.by("results", Runs.folder(folder), "--canonical"), "(no results.jsonl)");
    }

    @Test
    void aReportOfAnEmptiedListOfTrialsSaysSo() throws IOException {
        Runs.run(folder);
        Files.write(Runs.folder(folder).resolve("run.trials"), new byte[0]);
        assertRefused(
                Spoken.by("report", Runs.folder(folder)),
                Runs.lines(folder).size() + " lines of results.jsonl are left out, because run.trials does not name",
                "or run.trials was emptied since");
    }

    @Test
    void theTableSaysHowManyResultsOfAnotherPlanItLeavesOut(@TempDir Path other) throws IOException {
        Runs.run(folder);
        Runs.run(other, "--seed", 7);
        Path others = other.resolve(Runs.folder(other).getFileName() + "-seed-7");
        Files.copy(
                Runs.folder(folder).resolve("run.json"),
                others.resolve("run.json"),
                StandardCopyOption.REPLACE_EXISTING);
        int results = Runs.lines(folder).size();
        for (String name : List.of("run.json", "run.trials")) {
            Spoken table = Spoken.by("results", others);
            assertThat(table.code()).as(name).isZero();
            assertThat(table.err()).contains(results + " results belong to no cell of the manifest in run.json");
            Files.deleteIfExists(others.resolve("run.trials"));
        }
        assertThat(Spoken.by("results", Runs.folder(folder)).err()).doesNotContain("no cell of the manifest");
    }

    @Test
    void reportsThatCannotBeWrittenOrReadTheirCostsAreRegrettedInOneSentence() throws IOException {
        Runs.run(folder);
        Path report = Runs.folder(folder).resolve("report.json");
        Files.delete(report);
        Files.createDirectories(report.resolve("full"));

        assertRefused(Spoken.by("report", Runs.folder(folder)), report + " is a folder", "once that is fixed");
        Files.delete(report.resolve("full"));
    }

    @Test
    void measuredCostsThatCannotBeReadCostNoReport() throws IOException {
        for (String text : List.of(
                "[{",
                "{}",
                "null",
                "",
                "[1]",
                "[null]",
                "[[]]",
                "[{\"benchmark\": null}]",
                "[{\"benchmark\": 7}]",
                "[{\"benchmark\": {\"a\": [\"b\"]}}]",
                "[{\"benchmark\": \"a.b\"}, {}]",
                "[".repeat(2000))) {
            Files.writeString(folder.resolve("microbench.json"), text);
            for (Spoken spoken : List.of(Runs.run(folder), Spoken.by("report", Runs.folder(folder)))) {
                assertThat(spoken.code()).as(spoken.err()).isZero();
                assertThat(spoken.err().lines().filter(line -> line.contains("microbench.json is not the JSON of a")))
                        .as(text)
                        .hasSize(1);
            }
            assertThat(Runs.folder(folder).resolve("report.json"))
                    .content()
                    .contains("microbench.json is not the JSON of a measurement");
        }
    }

    @Test
    void oddMeasuredCostsCostNoReport() throws IOException {
        for (String text : List.of(
                "[{\"benchmark\": \".\"}]",
                "[{\"benchmark\": \"\"}]",
                "[{\"benchmark\": \"a\", \"params\": 7, \"primaryMetric\": null}]",
                "[{\"benchmark\": \"a\", \"params\": {\"p\": [1]}, \"primaryMetric\": {\"score\": {}}}]",
                "[{\"benchmark\": \"a\", \"primaryMetric\": {\"score\": 1e999, \"scoreError\": -1e999}}]",
                "[{\"benchmark\": \"a\", \"primaryMetric\": {\"score\": 1" + "0".repeat(400) + "}}]")) {
            Files.writeString(folder.resolve("microbench.json"), text);
            Spoken run = Runs.run(folder);
            assertThat(run.code()).as(text + run.err()).isZero();
        }
    }

    @Test
    void noSymbolicLinkInTheFolderIsFollowed(@TempDir Path elsewhere) throws IOException {
        Runs.run(folder);
        Path precious = Files.writeString(elsewhere.resolve("precious"), "precious");
        for (String name : List.of("run.json.part", "run.trials.part", "report.json.part", "report.html.part")) {
            Files.createSymbolicLink(Runs.folder(folder).resolve(name), precious);
        }
        Spoken again = Runs.run(folder);
        assertThat(again.code()).as(again.err()).isZero();
        for (String name : List.of("run.json", "run.trials", "report.json", "report.html")) {
            Path file = Runs.folder(folder).resolve(name);
            assertThat(Files.isSymbolicLink(file)).as(name).isFalse();
            assertThat(file.resolveSibling(name + ".part")).doesNotExist();
        }
        for (String name : List.of("run.lock", "results.jsonl", "results.jsonl.torn")) {
            Path link = Runs.folder(folder).resolve(name);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, precious);
            if (name.endsWith("torn")) {
                Files.writeString(Runs.results(folder), "{\"id\":\"half");
            }
            Files.writeString(precious, name.equals("results.jsonl") ? "" : "precious");
            assertRefused(Runs.run(folder), name + " is a symbolic link");
            assertThat(Files.readString(precious)).isIn("", "precious");
            Files.delete(link);
        }
    }

    @Test
    void aFolderWithoutARunIsRefusedByWhatReadsOne() {
        assertRefused(Spoken.by("report", folder), folder.toString(), "no run");
        assertRefused(Spoken.by("results", folder, "--canonical"), folder.toString(), "no run");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDiskThatIsFullEndsTheRunInOneSentenceAndTheRestIsKept() throws Exception {
        List<String> command = Child.command("run", Runs.plan(), "--runs", folder, "--threads", 1);
        command.add(1, "-XX:-UsePerfData"); // the virtual machine's statistics file counts towards the limit too
        String quoted =
                String.join(" ", command.stream().map(word -> "'" + word + "'").toList());
        Process shell = new ProcessBuilder("/bin/sh", "-c", "ulimit -f 24; exec " + quoted).start();
        String said = new String(shell.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).as(said).isEqualTo(2);
        assertThat(said).contains("results.jsonl").contains("File too large").doesNotContain("\tat ");

        Spoken again = Runs.run(folder);
        assertThat(again.code()).as(again.err()).isZero();
    }
}
