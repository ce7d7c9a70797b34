package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many results with long curves, whose looks alone would fill the heaps here several times over. */
class MemoryTest {

    private static final int SMALL = 64; // megabytes; the objects of all looks would be over 90

    private static final String PLAN = String.join(
            "\n",
            "tier: {settings: 4, blocks: 8}",
            "models: [{cell: tanh-rnn, hidden: 2}, {cell: lstm, hidden: 2}]",
            "tasks: [{family: adding, variant: urnn, lengths: [2]}]",
            "optimizers: [sgd, momentum, rmsprop, adam]",
            "clippings: [none, global-norm]",
            "budget: {batch: 1, updates: 600}",
            "evaluation: {every: 1, validation: 1, test: 1}",
            "");

    @TempDir
    static Path parent;

    private static Path plan;
    private static Path folder;

    @BeforeAll
    static void makeUp() throws IOException {
        plan = Files.writeString(parent.resolve("many.yaml"), PLAN);
        MadeUpRun.write(plan, parent);
        folder = parent.resolve("many");
    }

    private static String spoken(int megabytes, Object... words) throws IOException, InterruptedException {
        List<String> command = Child.command(words);
        command.add(1, "-Xmx" + megabytes + "m");
        command.add(1, "-XX:+UseSerialGC");
        Path said = parent.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(said)).isZero();
        return Files.readString(said);
    }

    private static long count(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    @Test
    void theReportNeedsTheHeapThatThePlanTells() throws Exception {
        String told = Spoken.by("plan", plan, "--runs", parent).out();
        Matcher memory = Pattern.compile("memory +a report of all trials needs ([0-9]+) MB of heap")
                .matcher(told);
        assertThat(memory.find()).as(told).isTrue();

        spoken(Integer.parseInt(memory.group(1)), "report", folder, "--out", parent.resolve("report"));

        assertThat(parent.resolve("report/report.html")).isNotEmptyFile();
    }

    @Test
    void aRunResumesWithoutTheCurvesOfItsResults() throws Exception {
        assertThat(spoken(SMALL, "run", plan, "--runs", parent)).contains("0 trials");
    }

    @Test
    void resultsMergeAndExportGoThroughASmallHeap() throws Exception {
        long results = count(folder.resolve("results.jsonl"));

        spoken(SMALL, "merge", folder, "--into", parent.resolve("merged"));
        spoken(SMALL, "export", folder, "--out", parent.resolve("tables"));

        assertThat(spoken(SMALL, "results", folder)).contains("global-norm");
        assertThat(count(parent.resolve("merged/results.jsonl"))).isEqualTo(results);
        assertThat(CsvRows.of(parent.resolve("tables/trials.csv"))).hasSize((int) results);
    }
}
