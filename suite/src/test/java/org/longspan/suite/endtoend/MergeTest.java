package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a merge keeps, and what it chooses. */
class MergeTest extends MergedPieces {

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
        assertThat(Spoken.by("run", runs.resolve("tiny.yaml"), "--runs", resumed)
                        .out())
                .startsWith("0 trials run, 24 reused: ");
        assertThat(Runs.canonical(resumed)).isEqualTo(Runs.canonical(runs));
    }

    @Test
    void linesOfOneResultInAnyFormAreOneAndTheSmallerIsKept() throws IOException {
        String unchecked = first.replaceFirst(",\"check\":\"\\w{8}\"}$", "}");
        run.into(a, unchecked, Pieces.inSeconds(second, 2));
        run.into(b, first, Pieces.inSeconds(second, 1) + "\r", third);

        Spoken spoken = merge(a, b);

        assertMerged(spoken, first, Pieces.inSeconds(second, 1), third);
        assertThat(spoken.out()).contains("; 2 lines were there twice");
        assertThat(spoken.err())
                .isEqualTo(a + ": 1 of 2 lines of results.jsonl carries no check of its content, as an"
                        + " earlier version wrote it: a changed digit in it would not be noticed\n");
    }

    @Test
    void aResultGoesBeforeAFailureOfItsTrial() throws IOException {
        String failure = Pieces.checked(first.replaceFirst(
                "\"outcome\":\\{[^}]*}", "\"outcome\":{\"kind\":\"failed\",\"error\":\"no memory\"}"));
        String another = Pieces.checked(failure.replace("no memory", "a full disk"));
        run.into(a, failure);
        run.into(b, another, second);

        assertMerged(merge(b, a), another, second);

        run.into(a, failure, first);
        assertMerged(merge(a, b), first, second);
    }

    @Test
    void whatIsInTheFolderStays() throws IOException {
        String ofOtherCode =
                Pieces.checked(first.replaceFirst("\"code\":\"\\w{64}\"", "\"code\":\"" + OTHER_CODE + "\""));
        run.into(into, ofOtherCode, first, second);
        Files.writeString(into.resolve("run.trials"), Pieces.name(first) + "\n" + Pieces.name(second) + "\n");
        Files.writeString(into.resolve("results.jsonl"), "{\"id\":\"half", StandardOpenOption.APPEND);
        Files.writeString(into.resolve("notes.txt"), "mine");
        run.into(a, third);

        Spoken spoken = merge(a);

        assertMerged(spoken, ofOtherCode, first, second, third);
        assertThat(spoken.out())
                .contains(
                        "3 of 24 planned trials have a result, 1 more is kept unused: of other code, of an earlier plan"
                                + " or of trials that ended while this merge read");
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
    void theFolderOfARunThatGoesOnIsReadButNotWritten() throws IOException {
        run.into(a, first);
        run.into(b, second);
        try (FileChannel channel =
                        FileChannel.open(b.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertRefused(Spoken.by("merge", a, "--into", b), "folder " + b + " is in use by process ");
            assertMerged(merge(a, b), first, second);
        }
    }

    /** As after a plan has grown, or after its code was built anew: every shard is resumed and merged again. */
    @Test
    void theFolderOfAnEarlierPlanOrOfOtherCodeBecomesARunOfTheMergedOnes() throws IOException {
        for (String earlier : List.of(
                Pieces.unchecked(run.manifest()).replaceFirst("\"seed\" : 0", "\"seed\" : 3"),
                Pieces.unchecked(run.manifest()).replaceFirst("\"optim\" : \"\\w{8}", "\"optim\" : \"00000000"))) {
            String ofOtherCode =
                    Pieces.checked(first.replaceFirst("\"code\":\"\\w{64}\"", "\"code\":\"" + OTHER_CODE + "\""));
            run.into(a, first, second);
            run.into(into, ofOtherCode, second, third);
            Files.writeString(into.resolve("run.json"), earlier);

            Spoken spoken = merge(a);

            assertMerged(spoken, ofOtherCode, first, second, third);
            assertThat(spoken.err())
                    .startsWith("folders " + a + " and " + into + " hold runs of different ")
                    .endsWith("; " + into + " becomes a run of the plan and code of the others, and what else it holds"
                            + " is kept unused\n");
            assertThat(Files.readString(into.resolve("run.json"))).isEqualTo(run.manifest());
            assertThat(Files.readAllLines(into.resolve("run.trials")))
                    .containsExactlyInAnyOrder(Pieces.name(first), Pieces.name(second));
            assertThat(merge(a).err()).isEmpty();
            assertThat(Spoken.by("results", into, "--canonical").out().lines()).hasSize(2);

            Files.writeString(into.resolve("run.json"), earlier);
            assertRefused(merge(a, into), "folders " + a + " and " + into + " hold runs of different ");
        }
    }

    @Test
    void theFolderOfAnotherPlanIsRefused() throws IOException {
        run.into(a, first);
        run.into(into, second);
        Files.writeString(
                into.resolve("run.json"),
                Pieces.unchecked(run.manifest()).replaceFirst("\"plan\" : \"tiny\"", "\"plan\" : \"teeny\""));

        assertRefused(merge(a), "they differ in the plan's name: tiny in the first, teeny in the second");

        assertThat(into.resolve("results.jsonl")).hasContent(second);
    }
}
