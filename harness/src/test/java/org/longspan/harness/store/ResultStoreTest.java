package org.longspan.harness.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.fake.Results;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Sample;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.record.json.ManifestJson;
import org.longspan.harness.refusal.UserError;

class ResultStoreTest {

    @TempDir
    Path parent;

    private Path folder;
    private Path file;

    @BeforeEach
    void place() {
        folder = parent.resolve("runs/quick");
        file = folder.resolve("results.jsonl");
    }

    @Test
    void whatIsAddedIsFoundAgainAfterwards() {
        fill(3);
        try (ResultStore store = open()) {
            assertThat(store.find(Stored.trials().get(1))).contains(Stored.line(1));
            assertThat(store.find(Stored.trials().get(4))).isEmpty();
        }
    }

    @Test
    void everyTruncationOfTheLastLineLosesThatLineAlone() throws IOException {
        fill(3);
        byte[] whole = Files.readAllBytes(file);
        int endOfSecond = lineEnds(whole)[1];
        List<StoredLine> firstTwo = List.of(Stored.line(0), Stored.line(1));
        for (int length = endOfSecond; length < whole.length - 1; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(read()).isEqualTo(firstTwo);
        }
        for (int length = endOfSecond; length < whole.length - 1; length += 301) {
            Files.write(file, Arrays.copyOf(whole, length));
            try (ResultStore store = open()) {
                assertThat(store.find(Stored.trials().get(2))).isEmpty();
                store.add(Stored.result(2));
            }
            assertThat(Files.readAllBytes(file)).as("cut at %d", length).isEqualTo(whole);
        }
    }

    @Test
    void aLastLineThatOnlyLacksItsLineFeedIsAResult() throws IOException {
        fill(2);
        String whole = Files.readString(file);
        String older = whole.replaceAll(",\"check\":\"[0-9a-f]{8}\"", "");
        for (String text : List.of(whole, older, whole.replace("\n", "\r\n"))) {
            String cut = text.substring(0, text.length() - 1);
            Files.writeString(file, cut);
            assertThat(read()).containsExactly(Stored.line(0), Stored.line(1));
            assertThat(file).content().isEqualTo(cut);
            try (ResultStore store = open()) {
                assertThat(store.find(Stored.trials().get(1))).contains(Stored.line(1));
                assertThat(store.notes()).noneMatch(said -> said.contains("cut off"));
            }
            assertThat(file).content().isEqualTo(text);
        }
        assertThat(folder.resolve("results.jsonl.torn")).doesNotExist();
    }

    @Test
    void aLastLineWithoutItsLineFeedThatWasChangedIsRefused() throws IOException {
        fill(2);
        String whole = Files.readString(file).stripTrailing();
        int at = whole.lastIndexOf("\"seconds\":0.5");
        String changed = whole.substring(0, at) + "\"seconds\":0.6" + whole.substring(at + 13);
        Files.writeString(file, changed);
        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("line 2: its content does not match its check");
        assertThat(file).content().isEqualTo(changed);
    }

    @Test
    void resultsWithoutTheLineFeedsBetweenThemAreRefusedAndNothingIsChanged() throws IOException {
        fill(3);
        String whole = Files.readString(file);
        String joined = whole.replace("\n", "");
        List<String> all = List.of(
                joined,
                joined + "\n",
                whole.replace('\n', ' '),
                joined.substring(0, joined.length() - 9),
                whole.replaceFirst("\n", ""));
        for (String text : all) {
            Files.writeString(file, text);
            assertThatThrownBy(this::read).isInstanceOf(UserError.class);
            assertThatThrownBy(this::open)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("line 1: it holds several results without the line feeds between them;"
                            + " nothing was changed");
            assertThat(file).content().isEqualTo(text);
        }
        assertThat(folder.resolve("results.jsonl.torn")).doesNotExist();
    }

    @Test
    void aTornTailIsKeptBeside() throws IOException {
        fill(1);
        Files.writeString(file, "{\"id\":\"half", StandardOpenOption.APPEND);
        open().close();
        assertThat(folder.resolve("results.jsonl.torn")).hasContent("{\"id\":\"half");
        assertThat(Files.readString(file)).endsWith("}\n").doesNotContain("half");
    }

    @Test
    void aTailThatIsNotTheBeginningOfAResultIsNamedAndNothingIsChanged() throws IOException {
        fill(2);
        byte[] binary = {(byte) 0x7f, 'E', 'L', 'F', 0, 1};
        Files.write(file, binary, StandardOpenOption.APPEND);
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("results.jsonl, line 3: neither a result nor the beginning of one");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        Files.write(file, binary);
        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("results.jsonl, line 1: neither");
    }

    @Test
    void aRunWithoutItsFileOfResultsIsNamed() throws IOException {
        try (ResultStore store = open()) {
            store.begin(Stored.manifest(Stored.CODE), List.of(), List.of());
        }
        Files.delete(file);
        assertThatThrownBy(() -> StoredRun.read(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("holds a run without results (no results.jsonl)");
    }

    @Test
    void aCorruptMiddleLineIsNamedAndNothingIsChanged() throws IOException {
        fill(3);
        List<String> lines = Files.readAllLines(file);
        lines.set(1, lines.get(1).substring(5));
        Files.write(file, lines);
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("results.jsonl, line 2: not a result")
                .hasMessageNotContaining("\n");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aLineWhoseIdIsNotThatOfItsTrialIsCorrupt() throws IOException {
        fill(2);
        Files.writeString(file, Files.readString(file).replaceFirst("\"repetition\":0", "\"repetition\":7"));
        assertThatThrownBy(this::open).isInstanceOf(UserError.class).hasMessageContaining("line 1");
    }

    @Test
    void aFolderInUseNamesTheProcess() {
        try (ResultStore store = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid());
            assertThat(store.previous()).isEmpty();
        }
        open().close();
    }

    @Test
    void aRunWhoseLockOrResultsAreTakenAwayStopsBeforeItWrites() throws IOException {
        for (String name : List.of("run.lock", "results.jsonl")) {
            try (ResultStore store = open()) {
                store.add(Stored.result(0));
                Files.move(folder.resolve(name), folder.resolve(name + ".away"));
                assertThatThrownBy(() -> store.add(Stored.result(1)))
                        .isInstanceOf(UserError.class)
                        .hasMessageContaining(name)
                        .hasMessageContaining("removed or replaced while this run was going on");
                Files.writeString(folder.resolve(name), "");
                assertThatThrownBy(() -> store.add(Stored.result(1))).isInstanceOf(UserError.class);
            }
        }
        assertThat(folder.resolve("results.jsonl.away")).content().hasLineCount(2);
    }

    @Test
    void aRunWhoseLockIsTakenAwayLeavesTheListOfTrialsAlone() throws IOException {
        fill(3);
        Path trials = folder.resolve("run.trials");
        ResultStore store = open();
        store.begin(Stored.manifest(Stored.CODE), List.of(Stored.line(0)), List.of(Stored.line(1)));
        Files.delete(folder.resolve("run.lock"));
        try (ResultStore other = open()) {
            other.begin(Stored.manifest(Stored.CODE), List.of(Stored.line(0), Stored.line(1)), List.of());
            byte[] before = Files.readAllBytes(trials);
            for (ThrowingCallable write : List.<ThrowingCallable>of(
                    () -> store.begin(Stored.manifest(Stored.CODE), List.of(), List.of()),
                    () -> store.reuse(Stored.line(2)),
                    () -> store.add(Stored.result(4)),
                    store::finish)) {
                assertThatThrownBy(write).isInstanceOf(UserError.class).hasMessageContaining("is no longer locked");
            }
            assertThat(trials).hasBinaryContent(before);
        } finally {
            store.close();
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatIsNoRegularFileIsRefusedAndALinkToOneIsRead() throws Exception {
        fill(2);
        try (ResultStore store = open()) {
            store.begin(Stored.manifest(Stored.CODE), List.of(Stored.line(0), Stored.line(1)), List.of());
        }
        for (String name : List.of("run.json", "run.trials", "results.jsonl")) {
            Path there = folder.resolve(name);
            Path away = Files.move(there, folder.resolve(name + ".away"));
            new ProcessBuilder("mkfifo", there.toString()).start().waitFor();
            assertNotRead(name + " is no regular file");
            Files.delete(there);
            Files.createSymbolicLink(there, Path.of("/dev/zero"));
            assertNotRead(name + " is no regular file");
            Files.delete(there);
            Files.createDirectory(there);
            assertNotRead(name + " is a folder");
            Files.delete(there);
            Files.createSymbolicLink(there, away);
            assertThat(StoredRun.read(folder).results()).hasSize(2);
            Files.delete(there);
            Files.move(away, there);
        }
    }

    private void assertNotRead(String why) {
        assertThatThrownBy(() -> StoredRun.read(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(why + ", expected the file that a run writes");
    }

    @Test
    void twoRunsWithoutALockOverwriteNoLineOfEachOther() throws IOException {
        try (ResultsFile one = emptyFile();
                ResultsFile other = ResultsFile.open(folder)) {
            for (int i = 0; i < 3; i++) {
                one.append(Stored.result(i));
                other.append(Stored.result(3 + i));
            }
        }
        assertThat(read()).extracting(StoredLine::id).doesNotHaveDuplicates().hasSize(6);
    }

    private ResultsFile emptyFile() throws IOException {
        Files.createDirectories(folder);
        return ResultsFile.open(folder);
    }

    @Test
    void aRunThatCanUseNothingLeavesTheEarlierOneUntilItsFirstResult() {
        Manifest earlier = Stored.manifest(Stored.CODE);
        TrialCode changed = Stored.code("optim-2");
        Manifest later = Stored.manifest(changed);
        try (ResultStore store = open()) {
            store.begin(earlier, List.of(), List.of());
            store.add(Stored.result(0));
        }
        try (ResultStore store = ResultStore.open(folder, changed, Set.of())) {
            store.begin(later, List.of(), List.of());
            assertThat(StoredRun.read(folder).manifest()).isEqualTo(earlier);
            assertThat(StoredRun.read(folder).results()).containsExactly(Stored.result(0));
            store.add(Stored.result(1, changed, Results.solved(1)));
        }
        assertThat(StoredRun.read(folder).manifest()).isEqualTo(later);
        assertThat(StoredRun.read(folder).results()).hasSize(1);
        assertThat(StoredRun.read(folder).others()).isEqualTo(1);
    }

    @Test
    void whatARunMayComeToUseIsShownUntilItEnds() {
        fill(3);
        try (ResultStore store = open()) {
            StoredLine later = store.find(Stored.trials().get(1)).orElseThrow();
            StoredLine never = store.find(Stored.trials().get(2)).orElseThrow();
            store.begin(Stored.manifest(Stored.CODE), List.of(Stored.line(0)), List.of(later, never));
            assertThat(StoredRun.read(folder).results()).hasSize(3);
            store.reuse(later);
            store.finish();
        }
        assertThat(StoredRun.read(folder).results()).containsExactlyInAnyOrder(Stored.result(0), Stored.result(1));
    }

    @Test
    void whatAReaderLeavesOutIsSaidWithItsNumber() throws IOException {
        try (ResultStore store = open()) {
            store.begin(Stored.manifest(Stored.CODE), List.of(), List.of());
            for (int i = 0; i < 4; i++) {
                store.add(Stored.result(i));
            }
        }
        List<String> lines = Files.readAllLines(file);
        String old = lines.get(1).replaceAll(",\"check\":\"[0-9a-f]{8}\"", "");
        Files.writeString(
                file, old + "\n\n \r\n" + lines.get(2) + "\n" + lines.get(2) + "\n" + lines.get(3) + "\n{\"id\"");
        Path trials = folder.resolve("run.trials");
        List<String> named = Files.readAllLines(trials);
        Files.write(trials, named.subList(0, 3));
        StoredRun run = StoredRun.read(folder);
        assertThat(run.results()).containsExactlyInAnyOrder(Stored.result(1), Stored.result(2));
        assertThat(run.leftOut().sentences())
                .satisfiesExactly(
                        said -> assertThat(said).startsWith("results.jsonl ends in half a line"),
                        said -> assertThat(said).startsWith("1 line of results.jsonl is left out, because run.trials"),
                        said -> assertThat(said).startsWith("1 line of results.jsonl is left out, because a later"),
                        said -> assertThat(said).startsWith("1 trial of run.trials is without a line"),
                        said -> assertThat(said).startsWith("34 of 36 planned trials have no result yet"),
                        said -> assertThat(said).startsWith("1 of 4 lines of results.jsonl carries no check"));
        try (ResultStore store = open()) {
            assertThat(store.notes())
                    .satisfiesExactly(
                            said -> assertThat(said).startsWith("the last line of results.jsonl was cut off"),
                            said -> assertThat(said)
                                    .startsWith("1 result of the last run is no longer in results.jsonl"),
                            said -> assertThat(said).startsWith("1 of 4 lines of results.jsonl carries no check"));
        }
    }

    @Test
    void aGarbledListOfTrialsIsNamedWithAWayOut() throws IOException {
        fill(2);
        try (ResultStore store = open()) {
            store.begin(Stored.manifest(Stored.CODE), List.of(Stored.line(0), Stored.line(1)), List.of());
        }
        Path trials = folder.resolve("run.trials");
        String whole = Files.readString(trials);
        for (String garbled : List.of(whole.replace('\n', '\r'), "\0" + whole, whole.replace(' ', '_'), "\u00e9\n")) {
            Files.writeString(trials, garbled, StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> StoredRun.read(folder))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("run.trials, line 1: not the id of a trial and the hash of its code")
                    .hasMessageContaining("remove the file, and running the plan again writes it anew");
            try (ResultStore store = open()) {
                assertThat(store.notes())
                        .containsExactly("run.trials could not be read and is written anew from the stored results");
            }
        }
        Files.delete(trials);
        assertThat(StoredRun.read(folder).results()).hasSize(2);
        assertThat(StoredRun.read(folder).leftOut().lost().get(0)).startsWith("there is no run.trials");
    }

    @Test
    void resultsWithOtherLineEndsAreReadOrRefused() throws IOException {
        fill(2);
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace("\n", "\r\n"));
        assertThat(read()).containsExactly(Stored.line(0), Stored.line(1));
        Files.writeString(file, whole.replace('\n', '\r'));
        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("line 1: it holds a carriage return, expected a line feed after each result");
        assertThat(file).hasContent(whole.replace('\n', '\r'));
    }

    @Test
    void aFolderThatCannotBeIsNamed() throws IOException {
        Files.writeString(parent.resolve("runs"), "a file");
        assertThatThrownBy(this::open).isInstanceOf(UserError.class).hasMessageContaining(folder.toString());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsSaidInOneSentence() throws IOException {
        FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
        try (ResultsFile results = new ResultsFile(file, full)) {
            assertThatThrownBy(() -> results.append(Stored.result(0)))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("cannot be written: No space left on device; all earlier results are kept");
        }
    }

    @Test
    void halfALineThatADiskHadRoomForIsTakenBackBeforeTheNextOne() throws IOException {
        fill(1);
        byte[] before = Files.readAllBytes(file);
        try (ResultsFile results = new ResultsFile(file, NarrowChannel.at(file, 20))) {
            assertThatThrownBy(() -> results.append(Stored.result(1))).isInstanceOf(UserError.class);
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            results.append(Stored.result(2)); // another thread's, once there is room again
        }
        assertThat(read()).containsExactly(Stored.line(0), Stored.line(2));
    }

    @Test
    void aManifestOfAnotherSchemaIsRefused() throws IOException {
        try (ResultStore store = open()) {
            store.begin(Stored.manifest(Stored.CODE), List.of(), List.of());
        }
        Path manifest = folder.resolve("run.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"schema\" : 1", "\"schema\" : 2"));
        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("run.json: schema version 2, expected 1");
    }

    @Test
    void aManifestIsOneFlatObjectAndUnknownKeysAreRefused() throws IOException {
        Manifest manifest = Stored.manifest(Stored.CODE);
        try (ResultStore store = open()) {
            store.begin(manifest, List.of(), List.of());
        }
        String text = Files.readString(folder.resolve("run.json"));
        assertThat(ManifestJson.read(text)).isEqualTo(manifest);
        assertThat(text)
                .contains("\n  \"planText\" : ", "\n  \"stages\" : ", "\n  \"tasks\" : ", "\n  \"seed\" : 0,")
                .doesNotContain("\n  \"rules\" : ");
        for (String unknown : List.of("rules", "colour")) {
            String more = text.replaceFirst("\\{", "{\"" + unknown + "\" : {},");
            assertThatThrownBy(() -> ManifestJson.read(more)).hasMessageContaining("\"" + unknown + "\"");
        }
        assertThatThrownBy(() -> ManifestJson.read(text.replace("\n  \"seed\" : 0,", "")))
                .hasMessageContaining("'seed'");
    }

    @Test
    void aManifestHasTheSampleOfThePlanOrNoKeyForIt() {
        Manifest whole = Stored.manifest(Stored.CODE);
        Manifest.Tuning tuning = whole.tuning();
        Manifest sampled = new Manifest(
                whole.schema(),
                whole.provenance(),
                new Manifest.Tuning(tuning.tier(), tuning.stages(), 4, Optional.of(new Sample(7, -1))),
                whole.design(),
                whole.rules(),
                whole.files(),
                whole.plugIns(),
                whole.references(),
                whole.warnings());
        String text = ManifestJson.write(sampled);
        assertThat(ManifestJson.write(whole)).doesNotContain("sample");
        assertThat(ManifestJson.read(text)).isEqualTo(sampled);
        assertThatThrownBy(() -> ManifestJson.read(text.replace("\"trials\" : 7,", "")))
                .hasMessageContaining("'sample.trials' is missing");
    }

    @Test
    void aManifestThatIsCutOffEmptyOrNoJsonIsSaidToBe() throws IOException {
        try (ResultStore store = open()) {
            store.begin(Stored.manifest(Stored.CODE), List.of(), List.of());
        }
        Path manifest = folder.resolve("run.json");
        String whole = Files.readString(manifest);
        assertThatManifest("").isEqualTo("is empty");
        assertThatManifest("\n").isEqualTo("is empty");
        assertThatManifest("PK\u0003\u0004").isEqualTo("is not JSON from line 1, column 1 on");
        assertThatManifest("[1]").isEqualTo("holds no JSON object");
        for (int length = 1; length < whole.stripTrailing().length(); length += 101) {
            assertThatManifest(whole.substring(0, length)).startsWith("is cut off in line ");
        }
    }

    /** Returns the message about a manifest with that text, without file name and advice. */
    private AbstractStringAssert<?> assertThatManifest(String text) throws IOException {
        Path manifest = Files.writeString(folder.resolve("run.json"), text);
        Throwable refusal = catchThrowable(this::open);
        assertThat(refusal).isInstanceOf(UserError.class);
        assertThat(manifest).hasContent(text);
        String message = refusal.getMessage();
        String advice = ", expected the JSON that a run writes; nothing was changed: "
                + "remove it, and running the plan again rewrites it and keeps all results";
        assertThat(message).startsWith(manifest + " ").endsWith(advice);
        return assertThat(message.substring(manifest.toString().length() + 1, message.length() - advice.length()));
    }

    @Test
    void otherCodeReKeysAndTheRoomThatChangedIsNamed() {
        try (ResultStore store = open()) {
            store.begin(Stored.manifest(Stored.CODE), List.of(), List.of());
        }
        fill(3);
        TrialCode changed = Stored.code("optim-2");
        try (ResultStore store = ResultStore.open(folder, changed, Set.of())) {
            assertThat(store.find(Stored.trials().get(0))).isEmpty();
            assertThat(store.notes())
                    .singleElement()
                    .asString()
                    .contains("3 results stay in the file", "(optim changed since)")
                    .contains("--reuse-code " + Stored.hash(Stored.CODE));
        }
        try (ResultStore store = ResultStore.open(folder, changed, Set.of(Stored.hash(Stored.CODE)))) {
            assertThat(store.find(Stored.trials().get(0))).contains(Stored.line(0));
            assertThat(store.notes()).isEmpty();
        }
    }

    @Test
    void ownResultsGoBeforeAcceptedOnes() {
        fill(1);
        TrialCode changed = Stored.code("optim-2");
        try (ResultStore store = ResultStore.open(folder, changed, Set.of(Stored.hash(Stored.CODE)))) {
            store.add(Stored.result(0, changed, Results.solved(1)));
            assertThat(store.find(Stored.trials().get(0)).orElseThrow().code()).isEqualTo(Stored.hash(changed));
        }
    }

    @Test
    void aFailedResultIsNotReused() {
        TrialResult failed =
                new TrialResult(new Outcome.Failed("why"), List.of(), new Costs(0, 0, 0, 0, 0), List.of(), 0, "");
        try (ResultStore store = open()) {
            store.add(Stored.result(0, Stored.CODE, failed));
            assertThat(store.find(Stored.trials().get(0))).isEmpty();
        }
        try (ResultStore store = open()) {
            assertThat(store.find(Stored.trials().get(0))).isEmpty();
        }
    }

    @Test
    void aStoredRunHoldsTheLatestResultOfEachTrialOfThePlanAlone() {
        try (ResultStore store = open()) {
            store.begin(Stored.manifest(Stored.CODE), List.of(), List.of());
            store.add(Stored.result(0, Stored.code("old"), Results.solved(1)));
            store.add(Stored.result(2));
            store.add(Stored.result(0));
        }
        StoredRun run = StoredRun.read(folder);
        assertThat(run.results()).containsExactlyInAnyOrder(Stored.result(0), Stored.result(2));
        assertThat(run.results()).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
        assertThat(run.others()).isEqualTo(1);
    }

    @Test
    void aFolderWithoutARunIsNamed() {
        assertThatThrownBy(() -> StoredRun.read(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("holds no run");
    }

    private List<StoredLine> read() {
        List<StoredLine> lines = new ArrayList<>();
        ResultLines.read(folder, (brief, place) -> lines.add(new StoredLine(brief.id(), brief.code(), brief.end())));
        return lines;
    }

    private ResultStore open() {
        return ResultStore.open(folder, Stored.CODE, Set.of());
    }

    private void fill(int results) {
        try (ResultStore store = open()) {
            for (int i = 0; i < results; i++) {
                store.add(Stored.result(i));
            }
        }
    }

    private static int[] lineEnds(byte[] bytes) {
        return java.util.stream.IntStream.range(0, bytes.length)
                .filter(i -> bytes[i] == '\n')
                .map(i -> i + 1)
                .toArray();
    }
}
