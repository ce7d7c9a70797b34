package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A plan run with another root seed than its own. */
class OtherSeedTest {

    @TempDir
    private Path runs;

    @Test
    void aRunWithAnotherSeedIsARunOfItsOwn() throws IOException {
        Spoken first = Runs.run(runs, "--seed", 3);

        Path folder = runs.resolve("tiny-seed-3");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(runs.resolve("tiny")).doesNotExist();
        String manifest = Files.readString(folder.resolve("run.json"));
        assertThat(manifest).containsPattern("\"plan\" ?: ?\"tiny-seed-3\"").containsPattern("\"seed\" ?: ?3\\b");
        assertThat(Runs.run(runs, "--seed=3").out()).contains("0 trials run, 24 reused");
        assertThat(Spoken.by("report", folder).code()).isZero();
        assertThat(Runs.run(runs, "--reuse", folder).out())
                .as("no trial is one of the plan's own seed")
                .contains("24 trials run, 0 reused");
    }

    @Test
    void theStoredTextOfThePlanMakesTheSameTrials() throws IOException {
        Runs.run(runs, "--seed", -3);
        String text = new JsonMapper()
                .readTree(Files.readString(runs.resolve("tiny-seed--3/run.json")))
                .at("/planText")
                .asString();
        Path plan = Files.writeString(runs.resolve("again.yaml"), text);
        Spoken.by("run", plan, "--runs", runs);

        assertThat(Spoken.by("results", runs.resolve("again"), "--canonical").out())
                .isNotBlank()
                .isEqualTo(Spoken.by("results", runs.resolve("tiny-seed--3"), "--canonical")
                        .out());
    }

    @Test
    void thePlansOwnSeedIsThePlansOwnRun() {
        Spoken planned = Spoken.by("plan", Runs.plan(), "--seed", 0);
        assertThat(planned.out()).startsWith("plan tiny, a tier of its own, ").contains(", seed 0\n");
        assertThat(Spoken.by("plan", Runs.plan(), "--seed", 7).out())
                .startsWith("plan tiny-seed-7, ")
                .contains(", seed 7\n");
    }

    @Test
    void aSeedThatIsNoWholeNumberIsRefused() {
        assertRefused(Runs.run(runs, "--seed", "x"), "--seed", "'x' is given, expected a whole number from -92");
        assertRefused(
                Runs.run(runs, "--seed", "99999999999999999999"),
                "'99999999999999999999' is given, expected a whole number from -9223372036854775808 to "
                        + "9223372036854775807");
        assertThat(runs).isEmptyDirectory();
    }
}
