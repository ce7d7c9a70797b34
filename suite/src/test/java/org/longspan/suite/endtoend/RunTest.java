package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run, repeated under different conditions. */
class RunTest {

    private static final int TRIALS = 24; // 2 models × 2 optimizers × 2 clippings × (2 settings + 1 evaluation)

    @TempDir
    private static Path runs;

    private static Spoken first;

    @BeforeAll
    static void runOnce() {
        first = Runs.run(runs);
    }

    @Test
    void everyTrialOfThePlanIsRun() {
        assertThat(first.err()).isNotBlank();
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains(TRIALS + " trials run, 0 reused").containsPattern("[0-9] core-seconds?");
    }

    @Test
    void whatItComputesWithIsSaidOnce() {
        assertThat(first.err().lines().filter(line -> line.contains("kernels"))).hasSize(1);
        assertThat(first.err().lines().filter(line -> line.startsWith("threads")))
                .hasSize(1);
    }

    @Test
    void thePathsOfBothReportsComeLast() {
        List<String> lines = first.out().lines().toList();

        assertThat(lines.subList(lines.size() - 2, lines.size()))
                .containsExactly(
                        Runs.folder(runs).resolve("report.json").toString(),
                        Runs.folder(runs).resolve("report.html").toString());
        assertThat(Runs.folder(runs).resolve("report.json")).isNotEmptyFile();
        assertThat(Runs.folder(runs).resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void runAgainItRunsNothing() throws IOException {
        byte[] before = Files.readAllBytes(Runs.results(runs));

        Spoken again = Runs.run(runs);

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("0 trials run, " + TRIALS + " reused");
        assertThat(Files.readAllBytes(Runs.results(runs))).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--threads=1", "--threads=2", "--kernels=plain", "--kernels=vector"})
    void noBitOfAResultHangsOn(String circumstance, @TempDir Path others) {
        Spoken spoken = Runs.run(others, circumstance);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(Runs.canonical(others)).isEqualTo(Runs.canonical(runs)).hasLineCount(TRIALS);
    }

    @Test
    void whatIsSkippedIsSaidWithItsReasons(@TempDir Path others) throws IOException {
        String text = Files.readString(Runs.plan())
                .replace("{cell: tanh-rnn, hidden: 4}", "{cell: lstm, hidden: 4, initialization: identity}");
        Path plan = Files.writeString(others.resolve("partly.yaml"), text);

        Spoken spoken = Spoken.by("run", plan, "--runs", others);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out())
                .contains("16 trials run, 0 reused", ", 4 skipped, ")
                .contains("  skipped: 4 because initialization identity does not suit model lstm: ");
    }

    @Test
    void theTableOfResultsHoldsEveryArmOnEveryProblemByItsEvaluationRuns() {
        Spoken spoken = Spoken.by("results", Runs.folder(runs));

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.err()).isEmpty();
        List<String> lines = spoken.out().lines().toList();
        assertThat(lines).hasSize(1 + 2 * 2 * 2).doesNotHaveDuplicates();
        assertThat(lines.get(0)).matches("arm +problem +runs +solved +cost");
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line ->
                        line.matches("(sgd|adam) × (none|global-norm) +.*, adding.*, T = 4 +1 +[01] +(> )?[0-9,]+"));
    }

    @Test
    void theReportsCanBeMadeAgainFromTheFolderAlone() throws IOException {
        Path json = Runs.folder(runs).resolve("report.json");
        byte[] before = Files.readAllBytes(json);

        Spoken spoken = Spoken.by("report", Runs.folder(runs));

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out()).contains(json.toString());
        assertThat(Files.readAllBytes(json)).isEqualTo(before);
    }

    @Test
    void theReportsCanBeWrittenElsewhere(@TempDir Path elsewhere) throws IOException {
        Path out = elsewhere.resolve("made anew");

        Spoken spoken = Spoken.by("report", Runs.folder(runs), "--out", out);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out()).contains(out.resolve("report.html").toString());
        assertThat(out.resolve("report.json")).exists();
        assertThat(out.resolve("report.html"))
                .content()
                .contains("longspan replay " + Runs.folder(runs) + " ")
                .doesNotContain("longspan replay DIR");
        Path file = Files.createFile(elsewhere.resolve("file"));
        BadInputTest.assertRefused(Spoken.by("report", Runs.folder(runs), "--out", file), "in " + file, "--out DIR");
    }
}
