package org.longspan.harness.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.longspan.harness.record.BriefLook;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.refusal.UserError;

/** Looks of probes are as durable as results, and damage to their file is refused alike. */
class LookLinesTest extends InFolder {

    private Path probes;

    @BeforeEach
    void fillBoth() {
        probes = folder.resolve("probes.jsonl");
        try (ResultStore store = looking()) {
            store.begin(Stored.manifest(Stored.CODE), List.of(), List.of());
            for (int i = 0; i < 2; i++) {
                store.add(Looked.result(i), Looked.LOOKS);
            }
        }
    }

    private ResultStore looking() {
        return ResultStore.open(folder, Looked.usable(Stored.CODE), List.of());
    }

    private List<BriefLook> looks() {
        List<BriefLook> looks = new ArrayList<>();
        new LineReader<>(LineKind.LOOKS, folder).read((look, place) -> looks.add(look));
        return looks;
    }

    private static ProbeRecord record(int cell) {
        return new ProbeRecord(Looked.result(cell).id(), "c".repeat(64), Looked.LOOKS.get(0));
    }

    /** The result of the second trial cannot be there then, because it is written behind its looks. */
    @Test
    void whereverAKillCutsTheLooksTheTrialRunsAgainToTheSameBytes() throws IOException {
        byte[] whole = Files.readAllBytes(probes);
        byte[] results = Files.readAllBytes(file);
        byte[] firstResult = (Files.readAllLines(file).get(0) + "\n").getBytes();
        int begin = whole.length / 2;
        for (int length = begin; length < whole.length; length++) {
            Files.write(probes, Arrays.copyOf(whole, length));
            int kept = looks().size();
            assertThat(kept).isBetween(3, 6);
            assertThat(StoredRun.read(folder).looks().of(Looked.result(0).id())).hasSize(3);
        }
        for (int length = begin; length < whole.length; length += 101) {
            Files.write(probes, Arrays.copyOf(whole, length));
            Files.write(file, firstResult);
            try (ResultStore store = looking()) {
                assertThat(store.find(Looked.trial(0))).isPresent();
                assertThat(store.find(Looked.trial(1))).isEmpty();
                store.add(Looked.result(1), Looked.LOOKS);
                assertThat(store.find(Looked.trial(1))).isPresent();
            }
            assertThat(probes).as("cut at %d", length).hasBinaryContent(whole);
            assertThat(file).hasBinaryContent(results);
        }
    }

    @Test
    void aTornTailIsMovedBesideAndSaid() throws IOException {
        Files.writeString(probes, "{\"trial\":\"half", StandardOpenOption.APPEND);
        assertThat(StoredRun.read(folder).leftOut().lost())
                .containsExactly("probes.jsonl ends in half a line, which is left out; running the plan again makes its"
                        + " trial anew");
        try (ResultStore store = looking()) {
            assertThat(store.notes())
                    .containsExactly("the last line of probes.jsonl was cut off and is now in probes.jsonl.torn: its"
                            + " trial runs again");
        }
        assertThat(folder.resolve("probes.jsonl.torn")).hasContent("{\"trial\":\"half");
        assertThat(looks()).hasSize(6);
    }

    @Test
    void aLastLineThatOnlyLacksItsLineFeedIsWhole() throws IOException {
        byte[] whole = Files.readAllBytes(probes);
        Files.write(probes, Arrays.copyOf(whole, whole.length - 1));
        assertThat(looks()).hasSize(6);
        looking().close();
        assertThat(probes).hasBinaryContent(whole);
    }

    @Test
    void whatWasChangedOrIsForeignIsNamedAndNothingIsChanged() throws IOException {
        String whole = Files.readString(probes);
        refused(
                whole.replaceFirst("0.5", "0.6"),
                "line 1: its content does not match its check, so it has been changed");
        refused(whole + Files.readString(file), "line 7: not a record of a probe of this version: ");
        refused(
                whole.replaceFirst("\n", ""),
                "line 1: it holds several records of probes without the line feeds between them; nothing was changed: put a"
                        + " line feed before each {\"trial\": that follows another record of a probe");
        refused(whole + "\u007fELF", "line 7: neither a record of a probe nor the beginning of one");
        refused("{}\n" + whole, "line 1: not a record of a probe of this version: the key 'trial' is missing");
    }

    private void refused(String content, String why) throws IOException {
        Files.writeString(probes, content);
        assertThatThrownBy(this::looking)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("probes.jsonl, " + why)
                .hasMessageContaining("nothing was changed");
        assertThatThrownBy(() -> StoredRun.read(folder)).isInstanceOf(UserError.class);
        assertThat(probes).content().isEqualTo(content);
    }

    @Test
    void aFileThatIsReplacedMeanwhileStopsTheRunBeforeAnythingIsLost() throws IOException {
        byte[] results = Files.readAllBytes(file);
        try (ResultStore store = looking()) {
            Files.move(probes, folder.resolve("away"));
            Files.copy(folder.resolve("away"), probes);
            assertThatThrownBy(() -> store.add(Looked.result(2), Looked.LOOKS))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("probes.jsonl was removed or replaced while this run was going on");
        }
        assertThat(file).hasBinaryContent(results);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsSaidInOneSentence() throws IOException {
        FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
        try (LinesFile<ProbeRecord> looks = new LinesFile<>(LineKind.LOOKS, probes, full)) {
            assertThatThrownBy(() -> looks.append(List.of(record(0), record(1))))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(
                            "cannot be written: No space left on device; all earlier records of probes" + " are kept");
        }
    }

    @Test
    void looksThatADiskHadRoomForInPartAreTakenBackTogether() throws IOException {
        byte[] before = Files.readAllBytes(probes);
        int more = Files.readAllLines(probes).get(0).length() + 40; // the first and a part of the second
        try (LinesFile<ProbeRecord> looks = new LinesFile<>(LineKind.LOOKS, probes, NarrowChannel.at(probes, more))) {
            assertThatThrownBy(() -> looks.append(List.of(record(2), record(3))))
                    .isInstanceOf(UserError.class);
            assertThat(Files.readAllBytes(probes)).isEqualTo(before);
            looks.append(List.of(record(4)));
        }
        assertThat(looks()).hasSize(7);
    }

    @Test
    void aTornListOfWhatARunUsesIsReadUpToThere() throws IOException {
        Path trials = folder.resolve("run.trials");
        byte[] whole = Files.readAllBytes(trials);
        for (int length = 1; length < whole.length; length++) {
            Files.write(trials, Arrays.copyOf(whole, length));
            assertThat(StoredRun.read(folder).results().size()).isBetween(0, 2);
        }
        Files.write(trials, Arrays.copyOf(whole, whole.length - 1));
        assertThat(Looked.lines(folder)).hasSize(5);
        assertThat(StoredRun.read(folder).leftOut().lost())
                .contains("run.trials ends in half a line, which is left out");
    }
}
