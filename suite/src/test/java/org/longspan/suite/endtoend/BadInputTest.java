package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.File;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/** Unusable input gives exit code 2 and one sentence that says what would be right. */
class BadInputTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> plans() {
        return Stream.of(
                arguments("a misspelt key", "optimizers:", "optimisers:", "optimisers"),
                arguments("a misspelt tier", "tier: {settings: 2, blocks: 1}", "tier: smok", "did you mean smoke"),
                arguments(
                        "a misspelt setting",
                        "optimizers: [sgd, adam]",
                        "optimizers: [{name: adam, beta3: 1}]",
                        "beta3"),
                arguments("an unknown task", "family: adding", "family: addin", "did you mean adding"),
                arguments("an unknown variant", "variant: urnn", "variant: ornn", "urnn"),
                arguments("an unknown model", "cell: lstm", "cell: lstn", "did you mean lstm"),
                arguments("an unknown optimizer", "[sgd, adam]", "[sgd, adamm]", "did you mean adam"),
                arguments("an unknown clipping", "[none, global-norm]", "[none, globalnorm]", "global-norm"),
                arguments("a threshold of 0", "global-norm]", "{name: global-norm, threshold: 0}]", "greater than 0"),
                arguments(
                        "a threshold below 0", "global-norm]", "{name: global-norm, threshold: -1}]", "greater than 0"),
                arguments(
                        "a threshold that is no number",
                        "global-norm]",
                        "{name: global-norm, threshold: .nan}]",
                        "greater than 0"),
                arguments(
                        "settings that contradict each other",
                        "cell: lstm",
                        "cell: {name: lru, r-min: 0.9, r-max: 0.5}",
                        "models[0].cell: lru: eigenvalues on a ring from r-min 0.9 to r-max 0.5, expected"),
                arguments("a length too short", "lengths: [4]", "lengths: [1]", "at least 2"),
                arguments("no width", "hidden: 4", "hidden: 0", "hidden"),
                arguments(
                        "no blocks",
                        "blocks: 1}",
                        "blocks: 0}",
                        "tier.blocks: 0 is given, expected a whole number from 1"),
                arguments(
                        "fewer blocks of the control",
                        "blocks: 1}",
                        "blocks: 3, control: 2}",
                        "tier.control: 2 is given, expected at least 3"),
                arguments("no trials in a sample", "models:", "sample: {trials: 0}\nmodels:", "sample.trials"),
                arguments("no updates", "updates: 40", "updates: 0", "updates"),
                arguments("no YAML", "tier: {settings: 2,", "tier: [settings: 2,", "YAML"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void aPlanIsAnsweredWithItsPlace(String what, String right, String wrong, String part) throws IOException {
        String text = Files.readString(Runs.plan());
        assertThat(text).contains(right);
        Path plan = Files.writeString(folder.resolve("wrong.yaml"), text.replace(right, wrong));

        Spoken spoken = Spoken.by("run", plan, "--runs", folder);

        assertRefused(spoken, plan.toString(), "line ", part);
        assertThat(folder.resolve("wrong")).doesNotExist();
    }

    @Test
    void clippingsInFewerBlocksThanAControlThatIsMissingAreRefused() throws IOException {
        String text = Files.readString(Runs.plan())
                .replace("tier: {settings: 2, blocks: 1}", "tier: quick")
                .replace("clippings: [none, global-norm]", "clippings: [value, global-norm]");
        Path plan = Files.writeString(folder.resolve("wrong.yaml"), text);

        assertRefused(
                Spoken.by("run", plan, "--runs", folder),
                plan + ", line ",
                "clippings: the clipping none is missing, expected it among the clippings: the others"
                        + " run in 1 of 8 blocks");
        assertThat(folder.resolve("wrong")).doesNotExist();
    }

    @Test
    void anEmptyPlanIsRefused() throws IOException {
        Path plan = Files.writeString(folder.resolve("empty.yaml"), "");

        assertRefused(Spoken.by("plan", plan), plan.toString(), "empty");
    }

    @Test
    void aPlanThatIsNotThereIsAnsweredWithThoseThatAre() throws IOException {
        Path plans = Files.createDirectories(folder.resolve("plans"));
        Files.copy(Runs.plan(), plans.resolve("tiny.yaml"));
        String before = System.setProperty("longspan.home", folder.toString());
        try {
            assertRefused(Spoken.by("run", "tinny"), "no plan tinny", "did you mean tiny?");
        } finally {
            if (before == null) {
                System.clearProperty("longspan.home");
            } else {
                System.setProperty("longspan.home", before);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lstm, hidden: 1000000",
                "tanh-rnn, hidden: 1000000, initialization: identity",
                "echo-state, hidden: 40000",
                "{name: lru, states-per-output: 1000}, hidden: 1000000",
                "tanh-rnn, hidden: 2000, layers: 1000"
            })
    void aNetworkTooLargeIsRefusedBeforeAnythingIsWritten(String model) throws IOException {
        Path plan = Files.writeString(folder.resolve("large.yaml"), """
                tier: smoke
                models: [{cell: %s}]
                tasks: [{family: adding, variant: urnn, lengths: [4]}]
                optimizers: [sgd]
                clippings: [none]
                budget: {updates: 40}
                """.formatted(model));

        assertRefused(Spoken.by("plan", plan), "plan large: model ", "0 units on task adding, length 4: ");
        assertRefused(Spoken.by("run", plan, "--runs", folder), "plan large: model ", "0 units on task adding");
        assertThat(folder.resolve("large")).doesNotExist();
    }

    @Test
    void moreWeightsThanFitAreToldInPlainWords() throws IOException {
        Path plan = Files.writeString(folder.resolve("large.yaml"), """
                models: [{cell: lstm, hidden: 1000000}]
                tasks: [{family: adding, lengths: [4]}]
                """);

        assertRefused(
                Spoken.by("plan", plan),
                "plan large: model lstm with 1000000 units on task adding, length 4: it has more than 2147483647 "
                        + "weights, the most that fit");
    }

    @Test
    void everyTaskAnswersForTheGreatestLength() throws IOException {
        for (TaskProvider provider : TaskCatalogue.load(List.of()).providers()) {
            if (provider.settings().stream().anyMatch(Setting.File.class::isInstance)) {
                continue; // too short
            }
            for (Variant variant : provider.variants()) {
                Path plan =
                        Files.writeString(folder.resolve("long.yaml"), """
                        tier: smoke
                        models: [{cell: tanh-rnn, hidden: 100}]
                        tasks: [{family: %s, variant: %s, lengths: [1000000]}]
                        budget: {updates: 40}
                        """.formatted(provider.name(), variant.name()));

                assertRefused(Spoken.by("plan", plan), "100 units on task " + provider.name() + ", length 1000000: ");
            }
        }
    }

    @Test
    void aPlanOfWhichEveryTrialIsSkippedIsRefusedWithTheReasons() throws IOException {
        Path plan = Files.writeString(folder.resolve("senseless.yaml"), """
                tier: smoke
                models: [{cell: lstm, hidden: 4, initialization: identity}]
                tasks: [{family: adding, variant: urnn, lengths: [4, 5]}]
                optimizers: [sgd]
                clippings: [none]
                budget: {updates: 40}
                """);
        String sentence = "longspan: plan senseless has nothing to run, expected at least one trial that is not "
                + "skipped; all 2 are skipped: 2 because initialization identity does not suit model lstm: ";

        assertRefused(Spoken.by("run", plan, "--runs", folder), sentence);
        assertThat(folder.resolve("senseless")).doesNotExist();
        Spoken planned = Spoken.by("plan", plan);
        assertThat(planned.code()).isEqualTo(2);
        assertThat(planned.err()).startsWith(sentence);
    }

    @Test
    void aFolderIsNoPlan() {
        assertRefused(Spoken.by("plan", folder), folder.toString(), "is a folder");
        assertRefused(Spoken.by("plan", "/"), "/ is a folder");
        assertRefused(Spoken.by("plan", ""), "the name of the plan is empty");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPathThatIsNoRegularFileIsNoPlan() {
        assertRefused(Spoken.by("plan", "/dev/null"), "/dev/null is not a regular file, expected a YAML file\n");
        assertRefused(Spoken.by("plan", folder + "/full"), "/full is not there, expected a YAML file\n");
    }

    @Test
    void numbersOfThreadsAndNamesOfKernelsAreChecked() {
        assertRefused(Runs.run(folder, "--threads", 0), "threads is 0", "from 1 to 1024");
        assertRefused(Runs.run(folder, "--threads", 2_000_000_000), "threads is 2000000000", "from 1 to 1024");
        assertRefused(Runs.run(folder, "--kernels", "fast"), "unknown kernels fast; known: auto, plain, vector");
    }

    @Test
    void aHashOfCodeIsChecked() {
        assertRefused(Runs.run(folder, "--reuse-code", "zzz"), "--reuse-code zzz", "64 hexadecimal digits");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anAnswerThatCannotBeWrittenIsRegretted() throws Exception {
        Process process = new ProcessBuilder(Child.command("list", "tasks"))
                .redirectOutput(new File("/dev/full"))
                .start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said.lines().filter(line -> line.startsWith("longspan: ")))
                .containsExactly("longspan: standard output could not be written in full");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aReaderThatHasEnoughEndsTheAnswerQuietly() throws Exception {
        Process process = new ProcessBuilder(Child.command("list", "optimizers")).start();
        process.getInputStream().close();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(said).isEmpty();
    }

    @Test
    void aTaskJarThatIsNoJarIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("tasks.jar"), "no jar");

        assertRefused(Spoken.by("list", "tasks", "--tasks", file), file.toString(), "is not a jar");
        assertRefused(Spoken.by("list", "tasks", "--tasks", folder.resolve("none.jar")), "none.jar", "not there");
    }

    @Test
    void aTaskWithTheNameOfAnotherIsRefused() throws IOException {
        Path jar = StrangersJar.named("copy", folder);

        assertRefused(Spoken.by("list", "tasks", "--tasks", jar), "copy", jar.toString(), "name of its own");
    }

    static void assertRefused(Spoken spoken, String... parts) {
        assertThat(spoken.code()).as(spoken.err() + spoken.out()).isEqualTo(2);
        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err()).contains(parts).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(spoken.err().lines().filter(line -> line.startsWith("longspan: ")))
                .hasSize(1);
    }
}
