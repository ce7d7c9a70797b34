package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that are shown and not run. */
class PlanTest {

    private static final int TRIALS = 24;

    @Test
    void aPlanIsShownWithoutRunningAnything(@TempDir Path others) {
        Spoken spoken = Spoken.by("plan", Runs.plan(), "--runs", others, "--cores", 256);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out().replaceAll("\\s+", " "))
                .containsPattern("on cores about [0-9.]+ m?s \\(.* to .*\\) on 256 cores like those here")
                .containsPattern("[0-9]+ blocks, one at a time on a core, of which the longest takes up to [0-9.]+ m?s"
                        + "; more than [0-9]+ cores hardly help")
                .containsPattern("memory a report of all trials needs [0-9]+ MB of heap");
        assertThat(spoken.out())
                .contains(TRIALS + " trials")
                .containsPattern("timed +adding urnn T=\\d+, tanh-rnn H=4 glorot: [0-9.]+ m?s a trial, \\d+ trials")
                .containsPattern("time +about [0-9.]+ (s|min) \\(.* to .*\\) on \\d+ thread");
        assertThat(others).isEmptyDirectory();
    }

    @Test
    void aNumberOfCoresThatNobodyHasIsRefused(@TempDir Path others) {
        for (String cores : List.of("0", "-1", "1000001")) {
            Spoken refused = Spoken.by("plan", Runs.plan(), "--runs", others, "--cores", cores);

            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("--cores is " + cores + ", expected a whole number from 1 to 1000000");
        }
    }

    @Test
    void whatIsStoredAlreadyIsSaid(@TempDir Path runs) throws IOException {
        Runs.run(runs);

        assertThat(Spoken.by("plan", Runs.plan(), "--runs", runs).out())
                .containsPattern("stored +" + TRIALS + " of " + TRIALS + " trials in " + Runs.folder(runs))
                .containsPattern("time +nothing is left to run")
                .doesNotContain("timed", "about");
        Files.write(Runs.results(runs), Files.readAllLines(Runs.results(runs)).subList(0, 9));
        assertThat(Spoken.by("plan", Runs.plan(), "--runs", runs).out())
                .containsPattern("stored +9 of " + TRIALS + " trials in ")
                .containsPattern("if\\s+trials\\s+end\\s+as\\s+9\\s+stored\\s+ones\\s+did");
        Files.writeString(Runs.results(runs), "no result\n");
        Spoken damaged = Spoken.by("plan", Runs.plan(), "--runs", runs);
        assertThat(damaged.code()).as(damaged.err()).isZero();
        assertThat(damaged.out()).containsPattern("stored +cannot be told: ");
    }

    @Test
    void modelsAndTasksThatDifferOnlyInSettingsAreToldApart(@TempDir Path others) throws IOException {
        String text = Files.readString(Runs.plan())
                .replace(
                        "{cell: lstm, hidden: 4}",
                        "{cell: lstm, hidden: 4, initialization: {name: identity, deviation: 0.1}}")
                .replace("{cell: tanh-rnn, hidden: 4}", "{cell: lstm, hidden: 4, initial-state: learned}")
                .replace(
                        "tasks:\n",
                        "tasks:\n"
                                + "  - {family: latch, informative: 1, lengths: [6]}\n"
                                + "  - {family: latch, informative: 3, lengths: [6]}\n");
        Path plan = Files.writeString(others.resolve("apart.yaml"), text);

        Spoken spoken = Spoken.by("plan", plan);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out())
                .contains("identity(deviation=0.1", "initial-state=learned", "informative=1", "informative=3");
    }

    @Test
    void whatIsLeftOutOfTheCrossingIsSaid(@TempDir Path others) throws IOException {
        String text = Files.readString(Runs.plan())
                .replace("{cell: tanh-rnn, hidden: 4}", "{cell: tanh-rnn, hidden: 4, optimizers: [adam]}");
        Path plan = Files.writeString(others.resolve("less.yaml"), text);

        Spoken spoken = Spoken.by("plan", plan);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out())
                .containsPattern("left out +tanh-rnn H=4 .* by sgd \\(1\\)")
                .contains("6 cells");
    }

    /** A step is 60 sequence-forwards; negative curvature takes a gradient and 30 products on 100 sequences. */
    @Test
    void theLooksOfProbesAndTheirCostAreShown(@TempDir Path others) throws IOException {
        Path plan = Files.writeString(others.resolve("probed.yaml"), """
                tier: {settings: 1, blocks: 2}
                models: [{cell: tanh-rnn, hidden: 4}, {cell: orthogonal-rnn, hidden: 4}]
                tasks: [{family: adding, lengths: [4]}]
                optimizers: [{name: sgd, learning-rate: 0.1}]
                clippings: [none]
                budget: {batch: 20, updates: 10}
                probes: [{name: lyapunov, blocks: 2}, {name: negative-curvature, at: [0]}, gradient-tail]
                """);

        Spoken spoken = Spoken.by("plan", plan);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out())
                .containsPattern("probes +looks +steps each +steps in all\n")
                .containsPattern("on adding urnn T=4, tanh-rnn H=4 glorot\n +lyapunov +6 +\\d+ +\\d+\n"
                        + " +negative-curvature +1 +630 +630\n +gradient-tail +1 +67 +67\n")
                .containsPattern("on adding urnn T=4, orthogonal-rnn[^,]*\n +lyapunov +6 +\\d+ +\\d+\n"
                        + " +negative-curvature +no products with the Hessian through")
                .containsPattern("in all +15 +1,012\n")
                .containsPattern("of it for\s+probes,");
    }

    @Test
    void aPlanWhoseProbesWouldLookAtNoRunIsRefused(@TempDir Path others) throws IOException {
        Path plan = Files.writeString(others.resolve("blind.yaml"), """
                tier: {settings: 2, blocks: 1}
                models: [{cell: tanh-rnn, hidden: 4}]
                tasks: [{family: adding, lengths: [4]}]
                optimizers: [sgd]
                clippings: [none]
                sample: {trials: 2}
                probes: [lyapunov]
                """);

        for (String command : List.of("plan", "run")) {
            Spoken spoken = Spoken.by(command, plan, "--runs", others.resolve("runs"));
            assertThat(spoken.code()).isNotZero();
            assertThat(spoken.err())
                    .contains(
                            "plan blind, probes: lyapunov looks at evaluation runs of the first block, and the sample has"
                                    + " none there");
        }
    }

    @Test
    void aCapThatBuysFewUpdatesIsSaidInOneSentence(@TempDir Path others) throws IOException {
        Path plan = Files.writeString(others.resolve("few.yaml"), """
                tier: {settings: 1, blocks: 1}
                models: [{cell: tanh-rnn, hidden: 4}]
                tasks: [{family: adding, lengths: [4]}]
                optimizers: [sgd, l-bfgs, {name: hessian-free, size: small}, {name: saddle-free-newton, dimensions: 1}]
                clippings: [none]
                budget: {batch: 20, updates: 10, sequence-forwards: 90000}
                """);

        String out = Spoken.by("plan", plan).out().replaceAll("\\s+", " ");

        assertThat(out)
                .contains(
                        "warning the cap of 90,000 sequence-forwards on a trial may buy as few as 58 updates of l-bfgs,"
                                + " 5 of hessian-free") // 90,000 / 1,560 and / 19,800; of the others more than 100
                .doesNotContain("updates of sgd", " of saddle-free-newton,")
                .containsOnlyOnce("warning");
    }

    @Test
    void aStepThatCostsMoreThanTheCapIsSaidBeforehand(@TempDir Path others) throws IOException {
        Path plan = Files.writeString(others.resolve("cap.yaml"), """
                tier: {settings: 1, blocks: 1}
                models: [{cell: tanh-rnn, hidden: 4}]
                tasks: [{family: adding, lengths: [4]}]
                optimizers: [sgd, {name: hessian-free, size: small}]
                clippings: [none, global-norm]
                budget: {batch: 1, updates: 1, sequence-forwards: 300}
                """);

        Spoken spoken = Spoken.by("plan", plan);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out().replaceAll("\\s+", " "))
                .contains("one update 3 sequence-forwards; with hessian-free up to 19,800 (66 times the cap)")
                .contains("warning one update of hessian-free may cost 19,800 sequence-forwards, 66 times the cap on a"
                        + " trial, and is finished once it has begun")
                .containsPattern("timed adding urnn T=4, tanh-rnn H=4 glorot: [0-9.]+ m?s a trial");

        Spoken run = Spoken.by("run", plan, "--runs", others);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("warning: one update of hessian-free may cost 19,800 sequence-forwards");
        assertThat(Files.readString(others.resolve("cap/report.json")))
                .containsPattern("hessian-free in 2 of 2 trials, at most [0-9,]+ \\([0-9.]+ times the cap\\)");
    }

    @Test
    void aBatchThatTakesMinutesIsTimedInSeconds(@TempDir Path others) throws IOException {
        String text = Files.readString(Runs.plan()).replace("batch: 4,", "batch: 100000000,");
        Path plan = Files.writeString(others.resolve("vast.yaml"), text);

        // one update takes over a hundred seconds, and timing takes several
        Spoken spoken = assertTimeoutPreemptively(Duration.ofSeconds(90), () -> Spoken.by("plan", plan));

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out()).contains("batches of 100000000").containsPattern("about [0-9.]+ (h|days|years) ");
    }

    @Test
    void aPlanOfVeryManyLengthsIsShownShort(@TempDir Path others) throws IOException {
        String lengths = IntStream.range(4, 1004).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        Path plan = Files.writeString(others.resolve("many.yaml"), """
                tier: {settings: 1, blocks: 1}
                models: [{cell: tanh-rnn, hidden: 2}]
                tasks: [{family: adding, lengths: [%s]}]
                optimizers: [sgd]
                clippings: [none]
                budget: {batch: 1, updates: 20}
                """.formatted(lengths));

        Spoken spoken = assertTimeoutPreemptively(Duration.ofSeconds(300), () -> Spoken.by("plan", plan));

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out()).contains("T=4, 5, 6,").contains("and 960 more", "941 other networks", "1,000 trials");
        assertThat(spoken.out().lines()).hasSizeLessThan(100);
    }
}
