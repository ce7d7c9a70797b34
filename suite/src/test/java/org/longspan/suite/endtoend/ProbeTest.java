package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.harness.store.StoredRun;
import org.longspan.probes.Probes;

/** Probing one training run without a plan: the page, and what is said of it. */
class ProbeTest {

    private static final List<String> SMALL =
            List.of("--length", "12", "--hidden", "5", "--updates", "30", "--batch", "5");

    private static final Pattern PLAN = Pattern.compile("aria-label=\"The plan\">(.*?)</pre>", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void thePageHasEveryProbeAndItsCommandAndFewLinesSayWhatWasFound() throws IOException {
        Path page = folder.resolve("page.html");

        Spoken spoken = probe("tanh-rnn", "adding", "--page", page);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        String html = Files.readString(page);
        assertThat(html)
                .contains("Longspan probe", "Why are long spans hard?")
                .contains("./longspan probe tanh-rnn adding --page " + page);
        assertThat(Probes.names()).allMatch(name -> html.contains("<dt>" + name + "</dt>"), "its time is told");
        List<String> lines = spoken.out().lines().toList();
        assertThat(lines).hasSizeLessThanOrEqualTo(10).last().isEqualTo(page.toString());
        assertThat(lines.get(0)).startsWith("The tanh-rnn did not learn adding/urnn, T = 12 in 30 updates");
        assertThat(spoken.out()).contains("A step back multiplies the signal of the loss by ", "in 30 updates");
        assertThat(lines.get(lines.size() - 2)).startsWith("wall time ");
        assertThat(page.resolveSibling("page.html.part")).doesNotExist();
    }

    @Test
    void whatWasFoundIsTheSameAtEveryCall() {
        assertThat(found(probe("lstm", "adding", "--page", folder.resolve("a.html"))))
                .isEqualTo(found(probe("lstm", "adding", "--page", folder.resolve("b.html"))))
                .isNotEqualTo(found(probe("lstm", "adding", "--seed", "2", "--page", folder.resolve("c.html"))));
    }

    private static List<String> found(Spoken spoken) {
        assertThat(spoken.code()).as(spoken.err()).isZero();
        return spoken.out()
                .lines()
                .filter(line -> line.contains(" learn") || line.contains("? "))
                .toList();
    }

    @Test
    void thePlanOnThePageRunsTheSameTrial() throws IOException {
        Path page = folder.resolve("page.html");
        Spoken probed = probe("gru", "adding", "--optimizer", "adam", "--clipping", "value", "--page", page);
        assertThat(probed.code()).as(probed.err()).isZero();
        Matcher text = PLAN.matcher(Files.readString(page));
        assertThat(text.find()).isTrue();
        Path plan = Files.writeString(folder.resolve("again.yaml"), text.group(1));

        Spoken run = Spoken.by("run", plan, "--runs", folder, "--only", "clipping=value");

        assertThat(run.code()).as(run.err()).isZero();
        StoredRun stored = StoredRun.read(folder.resolve("probe-gru-adding-12"));
        assertThat(stored.results()).hasSize(1);
        assertThat(stored.results().get(0).trial().clipping().name()).isEqualTo("value");
        double loss = stored.results().get(0).result().curve().stream()
                .reduce((first, second) -> second)
                .orElseThrow()
                .validationLoss();
        assertThat(probed.out())
                .contains(
                        "its validation loss is " + String.format("%.3f", loss).substring(0, 4));
    }

    @Test
    void aCellThatAProbeRefusesHasAPageThatSaysWhy() throws IOException {
        Path page = folder.resolve("page.html");

        Spoken spoken = probe("tanh-rnn", "adding", "--at", "0,7,solved", "--probes", "lyapunov,slice", "--page", page);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(Files.readString(page)).contains("solved never came", "no cliff: ", "What was not measured");
    }

    @Test
    void aNetworkThatOverflowsFromTheStartIsToldWithoutNumbersThatAreNone() throws IOException {
        Path page = folder.resolve("page.html");
        List<String> words =
                new ArrayList<>(List.of("probe", "relu-rnn", "order", "--length", "100", "--hidden", "10"));
        words.addAll(List.of("--initialization", "{name: sparse, spectral-radius: 4}", "--updates", "30"));
        words.addAll(List.of("--batch", "3", "--page", page.toString()));

        Spoken spoken = Spoken.by(words.toArray());

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out())
                .contains("gradient not finite", "has no finite λ before training", "None is told in 1 update")
                .doesNotContain("unknown", "not a number", "NaN");
        assertThat(Files.readString(page)).contains("gradients before training give it no finite size");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments(
                        "an unknown cell", List.of("lsmt", "adding"), "MODEL: unknown model lsmt; did you mean lstm?"),
                arguments(
                        "an unknown task",
                        List.of("lstm", "adding2"),
                        "TASK: unknown task adding2; did you mean adding?"),
                arguments("every cell", List.of("all", "adding"), "MODEL: all names"),
                arguments(
                        "a task without a name",
                        List.of("lstm", ""),
                        "TASK: nothing is given, expected the name of a task"),
                arguments(
                        "a task of a file", List.of("lstm", "text"), "TASK: text reads files, and no option names one"),
                arguments(
                        "an open bracket",
                        List.of("lstm", "adding", "--optimizer", "{name: adam"),
                        "--optimizer: not YAML: "),
                arguments("an open bracket in a list", List.of("lstm", "adding", "--at", "[0"), "--at: not YAML: "),
                arguments(
                        "an unknown variant",
                        List.of("lstm", "adding", "--variant", "ornn"),
                        "--variant: unknown variant ornn of adding; did you mean urnn?"),
                arguments(
                        "an unknown optimizer",
                        List.of("lstm", "adding", "--optimizer", "adamm"),
                        "--optimizer: unknown optimizer adamm; did you mean adam?"),
                arguments(
                        "an unknown setting",
                        List.of("lstm", "adding", "--optimizer", "{name: sgd, rate: 1}"),
                        "--optimizer: unknown key rate"),
                arguments("every optimizer", List.of("lstm", "adding", "--optimizer", "all"), "--optimizer: all names"),
                arguments(
                        "an unknown clipping",
                        List.of("lstm", "adding", "--clipping", "globalnorm"),
                        "--clipping: unknown clipping globalnorm"),
                arguments(
                        "an unknown initialization",
                        List.of("lstm", "adding", "--initialization", "spars"),
                        "--initialization: unknown initialization spars; did you mean sparse?"),
                arguments(
                        "no length",
                        List.of("lstm", "adding", "--length", "0"),
                        "--length: 0 is given, expected a whole number from 1 to "),
                arguments(
                        "a length too short",
                        List.of("lstm", "adding", "--variant", "hochreiter97", "--length", "5"),
                        "length 5 is too short, expected at least 11"),
                arguments("no number", List.of("lstm", "adding", "--hidden", "many"), "--hidden: many is given"),
                arguments("no updates", List.of("lstm", "adding", "--updates", "0"), "--updates: 0 is given"),
                arguments(
                        "an unknown probe",
                        List.of("lstm", "adding", "--probes", "lyapunow"),
                        "--probes: unknown probe lyapunow; did you mean lyapunov?"),
                arguments(
                        "a moment beyond the run",
                        List.of("lstm", "adding", "--at", "9000"),
                        "--at: 9000 is given, expected a whole number of updates from 0 to 30"),
                arguments(
                        "several lines",
                        List.of("lstm", "adding", "--clipping", "none\n  - value"),
                        "--clipping is given in several lines, expected one"),
                arguments("no model", List.of(), "Missing required parameters"),
                arguments("an unknown option", List.of("lstm", "adding", "--lenght", "3"), "--length"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void badInputIsAnsweredWithItsOption(String what, List<String> words, String part) {
        List<Object> all = new ArrayList<>(List.of("probe"));
        all.addAll(words);
        for (int i = 0; i < SMALL.size(); i += 2) {
            if (!words.contains(SMALL.get(i)) && !words.isEmpty()) {
                all.addAll(SMALL.subList(i, i + 2));
            }
        }

        assertRefused(Spoken.by(all.toArray()), part);
    }

    @Test
    void aPlaceThatCannotHoldThePageIsRefusedBeforeAnythingRuns() {
        assertRefused(
                probe("lstm", "adding", "--page", folder.resolve("none/page.html")),
                "--page " + folder.resolve("none/page.html") + ": the folder ");
        assertRefused(probe("lstm", "adding", "--page", folder), "this is a folder, expected a file");
    }

    @Test
    void withoutANameThePageReplacesNothingButSuchAPage() throws Exception {
        Path page = folder.resolve("probe-lstm-adding-12.html");
        Files.writeString(page, "notes of a lecture");
        List<Object> words = words("lstm", "adding", "--probes", "lyapunov");

        assertThat(inFolder(words)).isEqualTo(2);
        assertThat(page).hasContent("notes of a lecture");
        Files.delete(page);
        assertThat(inFolder(words)).isZero();
        assertThat(Files.readString(page)).contains("Longspan probe");
        assertThat(inFolder(words)).isZero();
    }

    private int inFolder(List<Object> words) throws IOException, InterruptedException {
        return new ProcessBuilder(Child.command(words.toArray()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static Spoken probe(Object... words) {
        return Spoken.by(words(words).toArray());
    }

    private static List<Object> words(Object... words) {
        List<Object> all = new ArrayList<>(List.of("probe"));
        all.addAll(List.of(words));
        all.addAll(SMALL);
        return all;
    }
}
