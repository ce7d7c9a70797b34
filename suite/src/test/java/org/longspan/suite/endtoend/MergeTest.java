package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a merge keeps, what it chooses, and what it refuses without writing anything. */
class MergeTest {

    private static final String OTHER_CODE = "0123456789abcdef".repeat(4);

    @TempDir
    private static Path runs;

    private static Pieces run;
    private static String first;
    private static String second;
    private static String third;

    @TempDir
    private Path parent;

    private Path a;
    private Path b;
    private Path into;

    @BeforeAll
    static void run() throws IOException {
        run = Pieces.ofARun(runs);
        first = run.results().get(0);
        second = run.results().get(1);
        third = run.results().get(2);
    }

    @BeforeEach
    void place() {
        a = parent.resolve("a");
        b = parent.resolve("b");
        into = parent.resolve("into");
    }

    private Spoken merge(Object... folders) {
        List<Object> words = new ArrayList<>(List.of("merge"));
        words.addAll(List.of(folders));
        words.addAll(List.of("--into", into));
        return Spoken.by(words.toArray());
    }

    private void assertMerged(Spoken spoken, String... lines) throws IOException {
        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(Files.readAllLines(into.resolve("results.jsonl"))).containsExactlyInAnyOrder(lines);
    }

    /** Refuses with these words, and writes nothing. */
    private void assertNotMerged(Spoken spoken, String... parts) {
        assertRefused(spoken, parts);
        assertThat(into).doesNotExist();
    }

    @Test
    void halvesGiveTheRunThatReportResultsReplayAndRunWorkOn() throws IOException {
        List<String> looks = run.looks();
        run.into(a, run.results().subList(0, 10), looks.subList(0, looks.size() / 2));
        run.into(b, run.results().subList(10, 24), looks.subList(looks.size() / 2, looks.size()));

        Spoken spoken = merge(a, b);

        assertThat(spoken.out())
                .isEqualTo("2 folders merged into " + into + ": 24 of 24 planned trials have a result, " + looks.size()
                        + " looks of probes\nlongspan report " + into + " makes the reports\n");
        assertThat(spoken.err()).isEmpty();
        assertThat(Files.readString(into.resolve("run.json"))).isEqualTo(run.manifest());
        assertThat(Spoken.by("report", into).code()).isZero();
        assertThat(into.resolve("report.html")).isNotEmptyFile();
        assertThat(Spoken.by("replay", into, Pieces.trial(first)).out()).contains("every bit agrees");
        Path resumed = Files.createDirectories(parent.resolve("runs"));
        Files.move(into, resumed.resolve("tiny"));
        assertThat(Spoken.by("run", runs.resolve("tiny.yaml"), "--runs", resumed).out())
                .startsWith("0 trials run, 24 reused: ");
        assertThat(Runs.canonical(resumed)).isEqualTo(Runs.canonical(runs));
    }

    @Test
    void anAlteredDigitIsRefusedWithBothPlacesAndTheField() throws IOException {
        String altered = second.replaceFirst("\"validationLoss\":\\[", "\"validationLoss\":[1");
        assertThat(altered).isNotEqualTo(second);
        run.into(a, first, second);
        run.into(b, Pieces.checked(altered), third);

        assertNotMerged(
                merge(a, b),
                a.resolve("results.jsonl") + ", line 2, and " + b.resolve("results.jsonl") + ", line 1, hold different"
                        + " results by equal code of trial " + Pieces.trial(second) + ": result.curve.validationLoss[0]: ",
                "in the first, ",
                "in the second; nothing was merged");
        run.into(b, altered);
        assertNotMerged(
                merge(a, b),
                b.resolve("results.jsonl") + ", line 1: its content does not match its check",
                "nothing was merged",
                "or leave out " + b);
    }

    @Test
    void anAlteredLookIsRefusedToo() throws IOException {
        String look = run.looks().get(0);
        String result = run.results().stream()
                .filter(line -> Pieces.trial(line).equals(Pieces.trial(look)))
                .findFirst()
                .orElseThrow();
        run.into(a, List.of(result), List.of(look));
        run.into(b, List.of(result), List.of(Pieces.checked(look.replaceFirst("\"updates\":\\d+", "\"updates\":77"))));

        assertNotMerged(
                merge(a, b),
                a.resolve("probes.jsonl") + ", line 1, and " + b.resolve("probes.jsonl") + ", line 1, hold different",
                "updates: ",
                "77 in the second");
    }

    @Test
    void linesOfOneResultInAnyFormAreOneAndTheSmallerIsKept() throws IOException {
        String unchecked = first.replaceFirst(",\"check\":\"\\w{8}\"}$", "}");
        run.into(a, unchecked, Pieces.inSeconds(second, 2));
        run.into(b, first, Pieces.inSeconds(second, 1) + "\r", third);

        Spoken spoken = merge(a, b);

        assertMerged(spoken, first, Pieces.inSeconds(second, 1), third);
        assertThat(spoken.out()).contains("; 2 lines were there twice");
        assertThat(spoken.err()).isEqualTo(a + ": 1 of 2 lines of results.jsonl carries no check of its content, as an"
                + " earlier version wrote it: a changed digit in it would not be noticed\n");
    }

    @Test
    void aResultGoesBeforeAFailureOfItsTrial() throws IOException {
        String failure = Pieces.checked(
                first.replaceFirst("\"outcome\":\\{[^}]*}", "\"outcome\":{\"kind\":\"failed\",\"error\":\"no memory\"}"));
        String another = Pieces.checked(failure.replace("no memory", "a full disk"));
        run.into(a, failure);
        run.into(b, another, second);

        assertMerged(merge(b, a), another, second);

        run.into(a, failure, first);
        assertMerged(merge(a, b), first, second);
    }

    @Test
    void whatIsInTheFolderStays() throws IOException {
        String ofOtherCode = Pieces.checked(first.replaceFirst("\"code\":\"\\w{64}\"", "\"code\":\"" + OTHER_CODE + "\""));
        run.into(into, ofOtherCode, first, second);
        Files.writeString(into.resolve("run.trials"), Pieces.name(first) + "\n" + Pieces.name(second) + "\n");
        Files.writeString(into.resolve("results.jsonl"), "{\"id\":\"half", StandardOpenOption.APPEND);
        Files.writeString(into.resolve("notes.txt"), "mine");
        run.into(a, third);

        Spoken spoken = merge(a);

        assertMerged(spoken, ofOtherCode, first, second, third);
        assertThat(spoken.out()).contains("3 of 24 planned trials have a result, 1 result of other code or an earlier"
                + " plan is kept");
        assertThat(spoken.err()).isEqualTo(into.resolve("results.jsonl") + " ends in half a line, which is left out\n");
        assertThat(into.resolve("results.jsonl.torn")).hasContent("{\"id\":\"half");
        assertThat(into.resolve("notes.txt")).hasContent("mine");
        assertThat(Spoken.by("results", into, "--canonical").out().lines()).hasSize(3);
    }

    @Test
    void aFolderWithoutAListOfTrialsCountsByItsLastLines() throws IOException {
        Files.delete(run.into(a, first, second).resolve("run.trials"));

        assertMerged(merge(a), first, second);

        assertThat(Files.readAllLines(into.resolve("run.trials")))
                .containsExactlyInAnyOrder(Pieces.name(first), Pieces.name(second));
    }

    @Test
    void aRunBeforeItsFirstResultIsMergedToo() throws IOException {
        run.into(a, first);
        Files.createDirectories(b);
        Files.writeString(b.resolve("run.json"), run.manifest());

        assertMerged(merge(a, b), first);
    }

    @Test
    void otherPlansSchemasAndCodeAreRefused() throws IOException {
        run.into(a, first);
        run.into(b, second);
        String both = "folders " + a + " and " + b + " ";

        manifestOfB(run.manifest().replaceFirst("\"plan\" : \"tiny\"", "\"plan\" : \"teeny\""));
        assertNotMerged(merge(a, b), both + "hold runs of different plans: they differ in the plan's name: tiny in the"
                + " first, teeny in the second");
        manifestOfB(run.manifest().replaceFirst("\"seed\" : 0", "\"seed\" : 3"));
        assertNotMerged(merge(a, b), both + "hold runs of different plans: they differ in seed: 0 in the first, 3 in"
                + " the second");
        manifestOfB(run.manifest().replace("updates: 40", "updates: 40, sequence-forwards: 9000"));
        assertNotMerged(merge(a, b), both + "hold runs of different plans: they differ in the text of the plan");
        manifestOfB(run.manifest().replaceFirst("\"schema\" : 2", "\"schema\" : 1"));
        assertNotMerged(merge(a, b), b.resolve("run.json") + ": schema version 1, expected 2", "leave out " + b);
        manifestOfB(run.manifest().replaceFirst("\"(optim)\" : \"\\w{8}", "\"$1\" : \"00000000"));
        assertNotMerged(merge(a, b), both + "hold runs of different code: optim has the hash ", " in the second");
    }

    /** Other comments, versions and paths are of the same plan and code. */
    @Test
    void circumstancesMayDifferAndAcceptedCodeIsAcceptedByAll() throws IOException {
        run.into(a, first);
        run.into(b, second);
        manifestOfB(run.manifest()
                .replaceFirst("\"planText\" : \"", "\"planText\" : \"# A comment\\\\n")
                .replaceFirst("\"code\" : \\{", "\"code\" : {\n    \"accepted 1\" : \"" + OTHER_CODE + "\","));

        assertMerged(merge(a, b), first, second);

        String merged = Files.readString(into.resolve("run.json"));
        assertThat(merged).contains("\"accepted 1\" : \"" + OTHER_CODE + "\"").contains("# A comment");
        assertMerged(merge(a), first, second);
        assertThat(into.resolve("run.json")).hasContent(merged);
    }

    @Test
    void otherCodeOfOneTrialIsRefusedWithBothFolders() throws IOException {
        run.into(a, third, first);
        run.into(b, Pieces.checked(first.replaceFirst("\"code\":\"\\w{64}\"", "\"code\":\"" + OTHER_CODE + "\"")));

        assertNotMerged(
                merge(a, b),
                "folders ",
                " use results of trial " + Pieces.trial(first) + " by different code: ",
                OTHER_CODE + " (" + b.resolve("results.jsonl") + ", line 1)",
                a.resolve("results.jsonl") + ", line 2");
    }

    @Test
    void aFolderIsNotMergedWithItself() throws IOException {
        run.into(a, first);

        assertNotMerged(merge(a, a), "folder " + a + " is given twice, expected every folder once");
        Path link = Files.createSymbolicLink(parent.resolve("link"), a);
        assertNotMerged(merge(a, link), "folder " + link + " is given twice, also as " + a);
        assertRefused(
                Spoken.by("merge", a, "--into", a), "folder " + a + " would be merged with itself, expected another one");
        assertThat(a.resolve("results.jsonl")).hasContent(first);
    }

    @Test
    void whatIsNoRunIsRefused() throws IOException {
        run.into(a, first);

        assertNotMerged(merge(a, b), "folder " + b + " is not there, expected the folder of a run");
        Files.createDirectories(b);
        assertNotMerged(merge(a, b), "folder " + b + " holds no run (no run.json)");
        Path file = Files.writeString(parent.resolve("file"), "no folder");
        assertRefused(Spoken.by("merge", a, "--into", file), "folder " + file + " cannot be made", "is not a folder");
        assertRefused(Spoken.by("merge", "--into", into), "DIR");
        assertRefused(Spoken.by("merge", a), "--into");
        run.into(b, first, second.substring(10), third);
        assertNotMerged(merge(a, b), b.resolve("results.jsonl") + ", line 2: not a result of this version",
                "fix or remove that line", "or leave out " + b);
        run.into(b, first);
        Files.writeString(b.resolve("run.trials"), "nonsense\n");
        assertNotMerged(merge(a, b), b.resolve("run.trials") + ", line 1: not the id of a trial");
        Files.delete(run.into(into, first).resolve("run.json"));
        assertRefused(merge(a), "folder " + into + " holds no run (no run.json)");
        assertThat(into.resolve("results.jsonl")).hasContent(first);
    }

    @Test
    void aRefusalLeavesTheFolderAsItIs() throws IOException {
        run.into(into, first, second);
        byte[] members = Files.readAllBytes(into.resolve("run.trials"));
        run.into(a, third.substring(5));

        assertRefused(merge(a), a.resolve("results.jsonl") + ", line 1");

        assertThat(Files.readAllLines(into.resolve("results.jsonl"))).containsExactly(first, second);
        assertThat(into.resolve("run.trials")).hasBinaryContent(members);
        assertThat(into.toFile().list()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void theFolderOfARunThatGoesOnIsReadButNotWritten() throws IOException {
        run.into(a, first);
        run.into(b, second);
        try (FileChannel channel = FileChannel.open(
                        b.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertRefused(Spoken.by("merge", a, "--into", b), "folder " + b + " is in use by process ");
            assertMerged(merge(a, b), first, second);
        }
    }

    private void manifestOfB(String text) throws IOException {
        String unchecked = text.replaceFirst(",\\s*\"check\"\\s*:\\s*\"\\w{8}\"", "");
        assertThat(unchecked).isNotEqualTo(run.manifest());
        Files.writeString(b.resolve("run.json"), unchecked);
    }
}
