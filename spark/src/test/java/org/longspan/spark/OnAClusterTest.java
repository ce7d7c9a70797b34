package org.longspan.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.suite.Longspan;
import org.longspan.suite.text.Terminal;

/** Plans on real executor processes, against the same plans on threads of this process. */
class OnAClusterTest {

    private static final String RULES = """
            budget: {batch: 4, updates: 150}
            evaluation: {every: 50, validation: 10, confirmation: 20, test: 20}
            """;

    /** 48 trials in 16 cells. */
    private static final String PLAN = """
            tier: {settings: 2, blocks: 2}
            models: [{cell: lstm, hidden: 8}, {cell: tanh-rnn, hidden: 8}]
            tasks: [{family: adding, variant: urnn, lengths: [8]}]
            optimizers: [sgd, adam]
            clippings: [none, global-norm]
            """ + RULES;

    private static final int TRIALS = 48;

    @TempDir
    private static Path local;

    private static String expected;

    @TempDir
    private Path folder;

    private Path plan;

    @BeforeAll
    static void runHere() throws IOException {
        Path file = Files.writeString(local.resolve("small.yaml"), PLAN);
        assertThat(Spoken.by("run", file, "--runs", local).code()).isZero();
        expected = canonical(local.resolve("small"));
    }

    @BeforeEach
    void write() throws IOException {
        plan = Files.writeString(folder.resolve("small.yaml"), PLAN);
    }

    /** What a command said in this process. */
    private record Spoken(int code, String out, String err) {

        static Spoken by(Object... words) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), 100, false);
            int code = Longspan.run(
                    terminal, Stream.of(words).map(Object::toString).toArray(String[]::new));
            terminal.out().flush();
            terminal.err().flush();
            return new Spoken(code, out.toString(), err.toString());
        }
    }

    /** Returns the results of a run that must be equal in every run of its plan. */
    private static String canonical(Path run) {
        Spoken spoken = Spoken.by("results", run, "--canonical");
        assertThat(spoken.code()).as(spoken.err()).isZero();
        return spoken.out();
    }

    private Cluster start(Path plan, Object... options) throws IOException {
        Object[] words = Stream.concat(Stream.of(plan, "--runs", folder.resolve("there")), Stream.of(options))
                .toArray();
        return Cluster.running(Cluster.MASTER, folder, words);
    }

    private Path results() {
        return folder.resolve("there/small/results.jsonl");
    }

    @Test
    void anExecutorThatIsKilledLosesNothingAndTheResultsAreThoseOfALocalRun() throws Exception {
        try (Cluster cluster = start(plan)) {
            cluster.awaitLines(results(), TRIALS / 3);
            cluster.killAnExecutor();
            int before = Files.readAllLines(results()).size();

            assertThat(cluster.code()).as(cluster.said()).isZero();

            assertThat(before).as("killed in the middle").isLessThan(TRIALS);
            assertThat(cluster.said())
                    .contains("a task for each of 16 cells", "Lost executor", "48 of 48 trials (100 %)");
        }
        assertThat(Files.readAllLines(results())).as("no result twice").hasSize(TRIALS);
        assertThat(canonical(folder.resolve("there/small"))).isEqualTo(expected);
        assertThat(folder.resolve("there/small/report.html")).isNotEmptyFile();
    }

    @Test
    void aDriverThatIsKilledGoesOnWhereItWas() throws Exception {
        try (Cluster cluster = start(plan)) {
            cluster.awaitLines(results(), TRIALS / 3);
            cluster.killTheDriver();
        }
        int kept = (int) Files.readString(results())
                .chars()
                .filter(letter -> letter == '\n')
                .count();
        assertThat(kept).as("killed in the middle").isLessThan(TRIALS);

        try (Cluster again = start(plan)) {
            assertThat(again.code()).as(again.said()).isZero();
            assertThat(again.said()).contains((TRIALS - kept) + " trials run, " + kept + " reused");
        }
        assertThat(canonical(folder.resolve("there/small"))).isEqualTo(expected);
    }

    @Test
    void jarsAndFilesAreShippedAndATrialThatThrowsIsAFailedResult() throws Exception {
        Path jar = StrangersJar.in(folder);
        Files.writeString(folder.resolve("book.txt"), "It was the best of times.\n".repeat(40));
        plan = Files.writeString(folder.resolve("strange.yaml"), """
                tier: {settings: 2, blocks: 1}
                models: [{cell: tanh-rnn, hidden: 4}]
                tasks: [{family: parrot, lengths: [2, 3]}, {family: text, file: book.txt, lengths: [5]}]
                optimizers: [sgd]
                clippings: [none, half-length]
                """ + RULES);

        try (Cluster cluster = start(plan, "--tasks", jar, "--methods", jar)) {
            assertThat(cluster.code())
                    .as("exit code of a run with failed trials: " + cluster.said())
                    .isEqualTo(1);
            assertThat(cluster.said())
                    .contains("18 trials run", "6 failed", "task parrot of task jar " + jar + " failed", "no luck");
        }
        Path run = folder.resolve("there/strange");
        assertThat(run.resolve("failures.log")).content().contains("IllegalStateException: no luck");
        Files.writeString(
                folder.resolve("here.yaml"),
                Files.readString(plan).replace("book.txt", "'" + folder.resolve("book.txt") + "'"));
        Spoken here = Spoken.by(
                "run", folder.resolve("here.yaml"), "--runs", folder.resolve("here"), "--tasks", jar, "--methods", jar);
        assertThat(here.code()).as(here.err()).isEqualTo(1);
        assertThat(canonical(run)).isEqualTo(canonical(folder.resolve("here/here")));
    }

    @Test
    void whatCannotBeUsedIsOneSentenceAndNothingIsStarted() throws Exception {
        try (Cluster unknown = Cluster.running("spark://nowhere", folder, plan, "--runs", folder.resolve("there"))) {
            assertThat(unknown.code()).as(unknown.said()).isEqualTo(2);
            assertThat(unknown.said())
                    .contains("longspan: Spark cannot start: ")
                    .contains("spark://nowhere")
                    .doesNotContain("\tat ");
        }
        try (Cluster missing = Cluster.running(Cluster.MASTER, folder, "no-such-plan")) {
            assertThat(missing.code()).as(missing.said()).isEqualTo(2);
            assertThat(missing.said()).contains("no-such-plan").doesNotContain("\tat ", "SparkContext");
        }
    }
}
