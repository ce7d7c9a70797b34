package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.longspan.harness.merge.Merge;
import org.longspan.harness.merge.MergeListener;
import org.longspan.harness.refusal.UserError;

/** What a merge refuses, in one sentence and without writing anything. */
class MergeRefusalsTest extends MergedPieces {

    @Test
    void anAlteredDigitIsRefusedWithBothPlacesAndTheField() throws IOException {
        String altered = second.replaceFirst("\"validationLoss\":\\[", "\"validationLoss\":[1");
        assertThat(altered).isNotEqualTo(second);
        run.into(a, first, second);
        run.into(b, Pieces.checked(altered), third);

        assertNotMerged(
                merge(a, b),
                a.resolve("results.jsonl") + ", line 2, and " + b.resolve("results.jsonl") + ", line 1, hold different"
                        + " results by equal code of trial " + Pieces.trial(second)
                        + ": result.curve.validationLoss[0]: ",
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
    void otherPlansSchemasAndCodeAreRefused() throws IOException {
        run.into(a, first);
        run.into(b, second);
        String both = "folders " + a + " and " + b + " ";

        manifestOfB(run.manifest().replaceFirst("\"plan\" : \"tiny\"", "\"plan\" : \"teeny\""));
        assertNotMerged(
                merge(a, b),
                both + "hold runs of different plans: they differ in the plan's name: tiny in the"
                        + " first, teeny in the second");
        manifestOfB(run.manifest().replaceFirst("\"seed\" : 0", "\"seed\" : 3"));
        assertNotMerged(
                merge(a, b),
                both + "hold runs of different plans: they differ in seed: 0 in the first, 3 in" + " the second");
        manifestOfB(run.manifest().replace("updates: 40", "updates: 40, sequence-forwards: 9000"));
        assertNotMerged(merge(a, b), both + "hold runs of different plans: they differ in the text of the plan");
        manifestOfB(run.manifest().replaceFirst("\"schema\" : 2", "\"schema\" : 1"));
        assertNotMerged(merge(a, b), b.resolve("run.json") + ": schema version 1, expected 2", "leave out " + b);
        manifestOfB(run.manifest().replaceFirst("\"(optim)\" : \"\\w{8}", "\"$1\" : \"00000000"));
        assertNotMerged(merge(a, b), both + "hold runs of different code: optim has the hash ", " in the second");
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
                Spoken.by("merge", a, "--into", a),
                "folder " + a + " would be merged with itself, expected another one");
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
        assertNotMerged(
                merge(a, b),
                b.resolve("results.jsonl") + ", line 2: not a result of this version",
                "fix or remove that line",
                "or leave out " + b);
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

    /** Another merge replaces the file after it was read. */
    @Test
    void aSourceThatIsReplacedDuringTheMergeIsRefused() throws IOException {
        for (List<String> later : List.of(List.of(second, first), List.of(first), List.<String>of())) {
            run.into(a, first, second);
            run.into(b, third);
            Merge merge = Merge.of(List.of(a, b), into);

            assertThatThrownBy(() -> merge.run(whenAllIsRead(() -> {
                        Path other = Files.write(a.resolve("other"), later);
                        Files.move(other, a.resolve("results.jsonl"), StandardCopyOption.REPLACE_EXISTING);
                    })))
                    .isInstanceOf(UserError.class)
                    .hasMessageMatching(Pattern.quote(a.resolve("results.jsonl").toString())
                            + ", line [12]: it was changed while it was being merged, .*; nothing was merged: .*");

            assertThat(into.resolve("run.json")).doesNotExist();
            assertThat(into.resolve("results.jsonl")).doesNotExist();
            assertThat(into.toFile().list()).noneMatch(name -> name.endsWith(".part"));
        }
    }

    /** What is done while a merge goes on. */
    private interface Meanwhile {
        void act() throws IOException;
    }

    /** As many bytes are to be written as were read. */
    private static MergeListener whenAllIsRead(Meanwhile meanwhile) {
        return new MergeListener() {
            private boolean acted;

            @Override
            public void progress(long done, long all) {
                if (!acted && 2 * done == all) {
                    acted = true;
                    try {
                        meanwhile.act();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        };
    }
}
