package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans that list problems, schedules and policies for gradients that are not finite. */
class AxesOfACellTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path runs;

    @Test
    void onlyTheListedProblemsAreRun() throws IOException {
        Spoken spoken = run("two-problems", """
                tier: smoke
                problems:
                  - models: [{cell: lstm, hidden: 4}]
                    tasks: [{family: adding, variant: urnn, lengths: [4, 5]}]
                  - models: [{cell: tanh-rnn, hidden: 4}]
                    tasks: [{family: latch, variant: hochreiter97-3a, lengths: [6]}]
                optimizers: [adam]
                clippings: [none]
                budget: {batch: 4, updates: 40}
                evaluation: {every: 20, validation: 10, confirmation: 10, test: 20}
                """);

        assertThat(spoken.out()).startsWith("3 trials run, 0 reused: ");
        assertThat(trials("two-problems"))
                .extracting(trial -> trial.at("/model/cell/name").asString() + " "
                        + trial.at("/task/family").asString()
                        + " " + trial.at("/task/length").asInt())
                .containsExactlyInAnyOrder("lstm adding 4", "lstm adding 5", "tanh-rnn latch 6");
    }

    @Test
    void schedulesAndPoliciesAreCrossedWithTheArmsInTheSameBlocks() throws IOException {
        Spoken spoken = run("axes", """
                tier: {settings: 2, blocks: 1, control: 2}
                models: [{cell: lstm, hidden: 4}]
                tasks: [{family: adding, variant: urnn, lengths: [4]}]
                optimizers: [adam]
                clippings: [none, value]
                schedules: [constant, cosine]
                divergence: {non-finite-gradient: [fail, skip]}
                budget: {batch: 4, updates: 40}
                evaluation: {every: 20, validation: 10, confirmation: 10, test: 20}
                """);

        assertThat(spoken.out()).startsWith(2 * 2 * (2 + 1) * 3 + " trials run, 0 reused: ");
        assertThat(trials("axes").stream()
                        .map(trial -> trial.at("/schedule/name").asString() + " "
                                + trial.at("/nonFiniteGradient/name").asString())
                        .distinct())
                .containsExactlyInAnyOrder("constant fail", "constant skip", "cosine fail", "cosine skip");
        assertThat(trials("axes").stream()
                        .filter(trial -> trial.at("/clipping/name").asString().equals("none"))
                        .map(trial -> trial.at("/seed").asLong())
                        .distinct())
                .as("a seed a block, whatever the schedule and the policy")
                .hasSize(2);
        assertThat(Spoken.by("results", runs.resolve("axes")).out())
                .as("the runs of all schedules and policies, in two blocks and in one")
                .containsPattern("adam × none .* 8 +[0-8] ")
                .containsPattern("adam × value .* 4 +[0-4] ");
    }

    @Test
    void theDealtClippingsRunInTheBlocksOfTheControl() throws IOException {
        run("deal", """
                tier: {settings: 1, blocks: 1, control: 3}
                models: [{cell: lstm, hidden: 4}]
                tasks: [{family: adding, variant: urnn, lengths: [4]}]
                optimizers: [sgd, momentum, momentum-torch]
                clippings: [none, value, global-norm, normalize]
                budget: {batch: 4, updates: 20}
                evaluation: {every: 20, validation: 10, confirmation: 10, test: 20}
                """);

        List<String> blocks = trials("deal").stream()
                .map(trial -> trial.at("/clipping/name").asString() + " "
                        + trial.at("/optimizer/name").asString() + " "
                        + trial.at("/replicate/block").asInt())
                .toList();
        for (String optimizer : List.of("sgd", "momentum", "momentum-torch")) {
            assertThat(blocks)
                    .contains("none " + optimizer + " 0", "none " + optimizer + " 1", "none " + optimizer + " 2");
        }
        assertThat(blocks.stream()
                        .filter(block -> !block.startsWith("none"))
                        .map(block -> block.replaceFirst(" .* ", " "))
                        .distinct())
                .as("block i holds the same clippings for every optimizer, each block one of three")
                .hasSize(3)
                .extracting(block -> block.substring(block.indexOf(' ')))
                .doesNotHaveDuplicates();
    }

    private Spoken run(String name, String plan) throws IOException {
        Spoken spoken = Spoken.by("run", Files.writeString(runs.resolve(name + ".yaml"), plan), "--runs", runs);
        assertThat(spoken.code()).as(spoken.err()).isZero();
        return spoken;
    }

    private List<JsonNode> trials(String name) {
        try (Stream<String> lines =
                Spoken.by("results", runs.resolve(name), "--canonical").out().lines()) {
            return lines.map(line -> JSON.readTree(line).get("trial")).toList();
        }
    }
}
