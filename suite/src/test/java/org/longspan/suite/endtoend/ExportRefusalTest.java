package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be exported, and where nothing is exported to: one sentence, and nothing is lost. */
class ExportRefusalTest {

    @TempDir
    private static Path runs;

    @TempDir
    private Path out;

    @BeforeAll
    static void runOnce() {
        Runs.run(runs);
    }

    @Test
    void anUnknownFormatIsRefused() {
        assertRefused(
                Spoken.by("export", Runs.folder(runs), "--to", "cvs"),
                "--to cvs: there is no such format; did you mean csv? Known: csv");
    }

    @Test
    void aFolderWithoutARunIsRefused() {
        assertRefused(Spoken.by("export", out, "--to", "csv"), out + " holds no run (no run.json)");
        assertThat(out.resolve("csv")).doesNotExist();
    }

    @Test
    void aRunWithoutResultsIsRefused() throws IOException {
        Files.copy(Runs.folder(runs).resolve("run.json"), out.resolve("run.json"));
        assertRefused(Spoken.by("export", out), "(no results.jsonl)");
        Files.createFile(out.resolve("results.jsonl"));
        assertRefused(Spoken.by("export", out), "holds no result of its current plan and code");
        assertThat(out.resolve("csv")).doesNotExist();
    }

    @Test
    void anotherVersionOfTheFormatIsRefused() throws IOException {
        String manifest = Files.readString(Runs.folder(runs).resolve("run.json"));
        Files.writeString(out.resolve("run.json"), manifest.replaceFirst("\"schema\"\\s*:\\s*2", "\"schema\":3"));
        assertRefused(Spoken.by("export", out), "schema version 3, expected 2");
    }

    @Test
    void aDamagedLineIsRefusedAndLeavesNoTables() throws IOException {
        Path folder = Files.createDirectory(out.resolve("damaged"));
        Files.copy(Runs.folder(runs).resolve("run.json"), folder.resolve("run.json"));
        String results = Files.readString(Runs.results(runs));
        Files.writeString(folder.resolve("results.jsonl"), results.replaceFirst("\"attempts\":0", "\"attempts\":1"));

        assertRefused(Spoken.by("export", folder), "line ", "does not match its check");
        assertThat(folder.resolve("csv")).doesNotExist();
        assertThat(folder.resolve("csv.part")).doesNotExist();
    }

    @Test
    void aFolderWithOtherFilesStaysAsItIs() throws IOException {
        Path notes = Files.writeString(out.resolve("notes.txt"), "mine");

        assertRefused(export(out), "--out " + out + " holds other files, such as notes.txt");
        assertThat(files(out)).containsExactly(notes);
        assertThat(notes).hasContent("mine");
    }

    @Test
    void tablesThatNoExportMadeStayAsTheyAre() throws IOException {
        Path trials = Files.writeString(out.resolve("trials.csv"), "mine");

        assertRefused(export(out), "--out " + out + " holds tables without run.csv");
        assertThat(trials).hasContent("mine");
    }

    @Test
    void theTablesOfAnotherPlanStayAsTheyAre() throws IOException {
        assertThat(export(out).code()).isZero();
        Path run = out.resolve("run.csv");
        String other = Files.readString(run).replace("\ntiny,", "\nother,");
        Files.writeString(run, other);

        assertRefused(export(out), "--out " + out + " holds the tables of plan other", "tables of plan tiny");
        assertThat(Files.readString(run)).isEqualTo(other);
    }

    @Test
    void aFileAndAMissingParentAreRefused() throws IOException {
        Path file = Files.writeString(out.resolve("file"), "mine");

        assertRefused(export(file), "--out " + file + ": this is a file, expected a folder");
        assertRefused(export(out.resolve("none/tables")), "the folder " + out.resolve("none") + " is not there");
        assertRefused(Spoken.by("export", Runs.folder(runs), "--out", ""), "--out is empty, expected a folder");
        assertThat(file).hasContent("mine");
    }

    @Test
    void anEmptyFolderIsFilled() throws IOException {
        assertThat(export(out).code()).isZero();
        assertThat(out.resolve("trials.csv")).isNotEmptyFile();
    }

    @Test
    void whatAKilledExportLeftIsWrittenAnew() throws IOException {
        Path target = out.resolve("tables");
        Path part = Files.createDirectory(out.resolve("tables.part"));
        Files.createFile(part.resolve("export.lock"));
        Files.writeString(part.resolve("curves.csv"), "half");

        assertThat(export(target).code()).isZero();
        assertThat(files(out)).containsExactly(target);
        assertThat(Files.readString(target.resolve("curves.csv"))).startsWith("trial,updates,");
    }

    @Test
    void noOtherFolderOfTablesIsTouched() throws IOException {
        Path target = out.resolve("tables");
        Path kept = out.resolve("tables.old");
        assertThat(export(target).code()).isZero();
        Files.move(target, kept);
        List<Path> before = files(kept);

        assertThat(export(target).code()).isZero();
        assertThat(export(target).code()).isZero();
        assertThat(files(out)).containsExactly(target, kept);
        assertThat(files(kept)).isNotEmpty().isEqualTo(before);
    }

    @Test
    void onlyWhatAnExportSetAsideIsRemoved() throws IOException {
        Path target = out.resolve("tables");
        assertThat(export(target).code()).isZero();
        Path aside = Files.createDirectory(out.resolve("tables.earlier-export"));
        Path mine = Files.writeString(aside.resolve("run.csv"), "mine");
        assertRefused(export(target), "no export made " + aside);
        assertThat(mine).hasContent("mine");
        assertThat(files(out)).containsExactly(target, aside);

        Files.move(aside, out.resolve("mine"));
        Files.createDirectory(aside);
        Files.createFile(aside.resolve("set-aside-by-longspan-export"));
        Files.move(target, aside.resolve("tables")); // as a kill between the two moves leaves it
        assertThat(export(target).code()).isZero();
        assertThat(files(out)).containsExactly(out.resolve("mine"), target);
    }

    @Test
    void twoExportsAtATimeAndAStrangersPartAreRefused() throws IOException {
        Path target = out.resolve("tables");
        Path part = Files.createDirectory(out.resolve("tables.part"));
        Path file = Files.writeString(part.resolve("curves.csv"), "mine");
        assertRefused(export(target), part + " holds other files");

        try (FileChannel channel = FileChannel.open(
                        part.resolve("export.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertRefused(export(target), "another process is writing " + part);
        }
        assertThat(file).hasContent("mine");
        assertThat(target).doesNotExist();
    }

    private static Spoken export(Path target) {
        return Spoken.by("export", Runs.folder(runs), "--to", "csv", "--out", target);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
