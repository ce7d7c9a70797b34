package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An exception of a plug-in is told with the task, the jar and the line, and other trials go on. */
class FailingPlugInTest {

    private static final String BOTH = "{family: adding, variant: urnn, lengths: [4]}, {family: parrot, lengths: [4]}";

    private static final String LOOP = "Exception a = new Exception(\"outer\"); "
            + "RuntimeException c = new IllegalStateException(\"no luck\", a); a.initCause(c); throw c;";

    private static final String WITHOUT_MESSAGE = "throw new IllegalStateException(\"no luck\") {"
            + " public String getMessage() { throw new IllegalStateException(\"no message\"); } };";

    private static final String WITHOUT_TEXT = "throw new IllegalStateException(\"no luck\") {"
            + " public String toString() { throw new AssertionError(\"no text\"); }"
            + " public Throwable getCause() { throw new AssertionError(\"no cause\"); } };";

    @TempDir
    private Path folder;

    private Path trigger;

    @BeforeEach
    void failFromNowOn() throws IOException {
        trigger = Files.createFile(folder.resolve("fail"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw new IllegalStateException(\"no luck\");",
                "throw new StackOverflowError(\"no luck\");",
                "throw new NoClassDefFoundError(\"no luck\");",
                "throw new AbstractMethodError(\"no luck\");",
                "throw new java.util.ServiceConfigurationError(\"no luck\");",
                LOOP,
                WITHOUT_MESSAGE,
                WITHOUT_TEXT
            })
    void whateverItThrowsIsTold(String fault) throws IOException {
        Path jar = StrangersJar.failing("parrot", StrangersJar.Place.WRITE, fault, trigger);

        Spoken plan = Spoken.by("plan", plan("lstm"), "--tasks", jar);
        Spoken run = run("lstm", jar);

        assertTold(plan, jar);
        assertThat(plan.err()).contains("; the stack trace is in ");
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.out())
                .contains("  failed: 12 because task parrot of task jar " + jar + " failed: ", "Parrot.java:");
        assertTold(Spoken.by("replay", folder.resolve("mixed"), failedTrial(), "--tasks", jar), jar);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUMMARY", "CREATE"})
    void listsTellItToo(StrangersJar.Place place) throws IOException {
        Path jar = StrangersJar.failing("parrot", place, "int[] none = null; none[0] = 1;", trigger);

        assertTold(Spoken.by("list", "tasks", "--tasks", jar), jar);
    }

    @ParameterizedTest
    @ValueSource(strings = {LOOP, WITHOUT_MESSAGE, WITHOUT_TEXT})
    void anExceptionThatCannotBeReadIsToldWhereverItComesFrom(String fault) throws IOException {
        Path warns = StrangersJar.failing("parrot", StrangersJar.Place.WARNINGS, fault, trigger);
        assertTold(Spoken.by("plan", plan("lstm"), "--tasks", warns), warns);
        assertTold(run("lstm", warns), warns);

        Path lists = StrangersJar.failing("parrot", StrangersJar.Place.SUMMARY, fault, trigger);
        assertTold(Spoken.by("list", "tasks", "--tasks", lists), lists);

        Path makes = StrangersJar.failing("parrot", StrangersJar.Place.CREATE, fault, trigger);
        Spoken plan = Spoken.by("plan", plan("lstm"), "--tasks", makes);
        assertThat(plan.code()).as(plan.err()).isEqualTo(2);
        assertThat(plan.err()).contains("task parrot of task jar " + makes + " cannot be made: ", "(Parrot.java:");
    }

    @Test
    void canonicalResultsAreByteForByteWhatIsStored() throws IOException {
        String odd = "tag \udb40\udc67, soft\u00adhyphen, \u007f, \u200d";
        Path jar = StrangersJar.failing(
                "parrot", StrangersJar.Place.WRITE, "throw new IllegalStateException(\"" + odd + "\");", trigger);

        assertThat(run("lstm", jar).code()).isEqualTo(1);
        assertThat(Spoken.by("results", folder.resolve("mixed"), "--canonical").out())
                .contains("\"IllegalStateException: " + odd + "\"");
    }

    @Test
    void aWarningIsOneLineThatIsNotTooLong() throws IOException {
        String many = "return List.of(\"odd data\\nplan mixed: 0 trials\\n\" + \"x\".repeat(5000));";
        Path jar = StrangersJar.failing("parrot", StrangersJar.Place.WARNINGS, many, trigger);

        Spoken run = run("lstm", jar);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat((run.out() + run.err()).lines().filter(line -> line.contains("odd data")))
                .singleElement()
                .asString()
                .contains("task parrot: odd data plan mixed: 0 trials xxx", "... (50")
                .hasSizeLessThan(600);
        assertThat(Files.readString(folder.resolve("mixed/run.json")))
                .contains("odd data plan mixed: 0 trials xxx")
                .doesNotContain("x".repeat(500));
    }

    @Test
    void aSheetIsNotForgedByLineBreaks() throws IOException {
        String forged = "One.\\n\\nplan mixed: 0 trials\\n";
        Path summary =
                StrangersJar.failing("parrot", StrangersJar.Place.SUMMARY, "return \"" + forged + "\";", trigger);
        assertThat(Spoken.by("list", "tasks", "parrot first", "--tasks", summary)
                        .out())
                .contains("  One. plan mixed: 0 trials One number. T is at least 2.");
        Path variants = StrangersJar.failing(
                "parrot",
                StrangersJar.Place.VARIANTS,
                "return List.of(new Variant(\"first\", \"" + forged + "\", \"" + forged + "\", 2));",
                trigger);
        assertThat(Spoken.by("list", "tasks", "parrot first", "--tasks", variants)
                        .out())
                .contains("One. plan mixed: 0 trials T is", "  source: One. plan mixed: 0 trials\n");
    }

    @Test
    void anObjectThatItDoesNotReturnIsTold() throws IOException {
        Path jar = StrangersJar.failing("parrot", StrangersJar.Place.VARIANTS, "return null;", trigger);

        for (Spoken spoken :
                List.of(Spoken.by("list", "tasks", "--tasks", jar), Spoken.by("plan", plan("lstm"), "--tasks", jar))) {
            assertThat(spoken.code()).as(spoken.err()).isEqualTo(2);
            assertThat(spoken.err())
                    .contains(
                            "task parrot of task jar " + jar + " failed: NullPointerException: ",
                            "TaskProvider.variants");
        }
    }

    @Test
    void aTaskThatCannotBeMadeIsToldWithThePlansLine() throws IOException {
        String deep = "create(variant, length, settings);";
        Path jar = StrangersJar.failing("parrot", StrangersJar.Place.CREATE, deep, trigger);

        Spoken plan = Spoken.by("plan", plan("lstm"), "--tasks", jar);

        assertThat(plan.code()).isEqualTo(2);
        assertThat(plan.err())
                .contains(
                        "mixed.yaml, line 4, ",
                        "task parrot of task jar " + jar + " cannot be made: StackOverflowError")
                .contains("(Parrot.java:");
    }

    @Test
    void otherTrialsGoOnAndTheReferenceIsMissingWithANote() throws IOException {
        Path jar = StrangersJar.failing(
                "parrot", StrangersJar.Place.WRITE, "throw new IllegalStateException(\"no\\nluck\");", trigger);

        Spoken run = run("echo-state", jar);

        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.err())
                .contains("no reference in closed form for echo-state on parrot T=4: task parrot of task jar " + jar)
                .contains(" failed, the run goes on: task parrot of task jar " + jar)
                .contains("IllegalStateException: no luck (Parrot.java:");
        assertThat(run.out()).contains("24 trials run, 0 reused: ", " 12 failed");
        String report = Files.readString(folder.resolve("mixed/report.json"));
        assertThat(report).contains("\"reference\":\"ridge\"");
    }

    @Test
    void theFirstStackTraceOfEachReasonIsKeptUntilNothingFails() throws IOException {
        Path jar = StrangersJar.failing(
                "parrot",
                StrangersJar.Place.WRITE,
                "throw new IllegalStateException(n == 0 ? \"sequence \" + System.nanoTime() : \"other\");",
                trigger);
        Path traces = folder.resolve("mixed/failures.log");

        Spoken run = run("lstm", jar);

        assertThat(run.out()).contains("  the first stack trace of each reason is in " + traces);
        assertThat(traces).content().contains("trial ", "IllegalStateException: sequence ", "(Parrot.java:");
        assertThat(Files.readString(traces).lines().filter(line -> line.startsWith("trial ")))
                .as("messages that differ in their numbers alone are one reason")
                .hasSize(1);
        Files.delete(trigger);
        Spoken again = run("lstm", jar);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("12 trials run, 12 reused").doesNotContain("stack trace");
        assertThat(traces).doesNotExist();
    }

    private static void assertTold(Spoken spoken, Path jar) {
        assertThat(spoken.code()).as(spoken.err()).isEqualTo(2);
        assertThat(spoken.err())
                .contains("task parrot of task jar " + jar + " failed: ")
                .containsPattern("\\(Parrot\\.java:[0-9]+\\)")
                .doesNotContain("not yours");
    }

    private Spoken run(String cell, Path jar) throws IOException {
        return Spoken.by("run", plan(cell), "--tasks", jar, "--runs", folder);
    }

    private String failedTrial() throws IOException {
        return Files.readAllLines(folder.resolve("mixed/results.jsonl")).stream()
                .filter(line -> line.contains("\"parrot\""))
                .map(line -> line.replaceFirst(".*?\"id\":\"([0-9a-f]{16})\".*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    /** Two tasks, two optimizers, one clipping, two settings and one evaluation in two blocks: 12 trials of each task. */
    private Path plan(String cell) throws IOException {
        return Files.writeString(folder.resolve("mixed.yaml"), """
                tier: {settings: 2, blocks: 2}
                seed: 0
                models: [{cell: %s, hidden: 4}]
                tasks: [%s]
                optimizers: [sgd, adam]
                clippings: [none]
                budget: {batch: 5, updates: 10}
                """.formatted(cell, BOTH));
    }
}
