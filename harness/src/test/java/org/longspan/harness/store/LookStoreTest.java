package org.longspan.harness.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.fake.Looks;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.refusal.UserError;

/** A result counts as there only with what the plan's probes found in its trial. */
class LookStoreTest extends InFolder {

    private final TrialCode changed = Stored.code("optim-2");

    private Path probes;

    @BeforeEach
    void name() {
        probes = folder.resolve("probes.jsonl");
    }

    private ResultStore looking() {
        return looking(Looked.usable(Stored.CODE));
    }

    private ResultStore looking(Usable usable, Path... others) {
        return ResultStore.open(folder, usable, List.of(others));
    }

    private void store(int cell, List<ProbeLook> looks) {
        try (ResultStore store = looking()) {
            store.begin(Stored.manifest(Stored.CODE), List.of(), List.of());
            store.add(Looked.result(cell), looks);
        }
    }

    @Test
    void aResultIsFoundWithTheLooksThatThePlanAsksOf() {
        store(0, Looked.LOOKS);
        try (ResultStore store = looking()) {
            StoredLine line = store.find(Looked.trial(0)).orElseThrow();
            assertThat(line.looks())
                    .extracting(look -> look.probe() + " " + look.moment())
                    .containsExactly("signal-by-lag 0", "signal-by-lag end", "lyapunov end");
            assertThat(line.looks()).extracting(StoredLook::code).doesNotContain(line.code());
            assertThat(store.find(Looked.trial(1))).isEmpty();
            assertThat(store.notes()).isEmpty();
        }
        StoredRun run = StoredRun.read(folder);
        assertThat(run.looks().of(Looked.result(0).id())).containsExactlyInAnyOrderElementsOf(Looked.LOOKS);
        assertThat(run.looks().of(Looked.result(1).id())).isEmpty();
    }

    /** A kill between the two files leaves looks without a result, and never the other way. */
    @Test
    void looksAreOnDiskBeforeTheResult() throws IOException {
        store(0, Looked.LOOKS);
        byte[] looks = Files.readAllBytes(probes);
        Files.delete(file);
        Files.createFile(file);
        try (ResultStore store = looking()) {
            assertThat(store.find(Looked.trial(0))).isEmpty();
            store.add(Looked.result(0), Looked.LOOKS);
            assertThat(store.find(Looked.trial(0))).isPresent();
        }
        assertThat(probes).as("looks of equal code are not written twice").hasBinaryContent(looks);
    }

    @Test
    void aReaderSaysHowManyLooksWereLost() throws IOException {
        store(0, Looked.LOOKS);
        Files.write(probes, Files.readAllLines(probes).subList(0, 1));
        assertThat(StoredRun.read(folder).leftOut().lost())
                .containsExactly(
                        "2 probe records of run.trials are without a line in probes.jsonl, lost or removed since;"
                                + " running the plan again makes them anew");
    }

    @Test
    void aTrialThatLacksALookRunsAgainAndKeepsItsResult() throws IOException {
        store(0, Looked.LOOKS.subList(0, 1));
        byte[] results = Files.readAllBytes(file);
        try (ResultStore store = looking()) {
            assertThat(store.find(Looked.trial(0))).isEmpty();
            assertThat(store.findAny(Looked.trial(0))).isPresent();
            assertThat(store.notes()).containsExactly("2 records of probes are missing, so 1 trial counts as missing");
            store.begin(Stored.manifest(Stored.CODE), List.of(), List.of());
            store.add(Looked.result(0), Looked.LOOKS);
            assertThat(store.find(Looked.trial(0))).isPresent();
        }
        assertThat(file).hasBinaryContent(results);
        assertThat(probes).content().hasLineCount(3);
        StoredRun run = StoredRun.read(folder);
        assertThat(run.results()).containsExactly(Looked.result(0));
        assertThat(run.looks().of(Looked.result(0).id())).hasSize(3);
        assertThat(run.leftOut().lost()).isEmpty();
    }

    @Test
    void anotherResultOfEqualCodeIsSaidLoudlyAndNothingIsStored() throws IOException {
        store(0, List.of());
        byte[] results = Files.readAllBytes(file);
        try (ResultStore store = looking()) {
            assertThatThrownBy(() -> store.add(Looked.result(0, Stored.CODE, 601), Looked.LOOKS))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("trial " + Looked.result(0).id() + " ran again for its probes")
                    .hasMessageContaining("differs from the stored one at outcome.sequenceForwards: 600, now 601");
        }
        assertThat(file).hasBinaryContent(results);
        assertThat(probes).isEmptyFile();
    }

    @Test
    void aTrialThatBreaksOffAsItRunsAgainKeepsItsResult() throws IOException {
        store(0, List.of());
        byte[] results = Files.readAllBytes(file);
        StoredResult good = Looked.result(0);
        TrialResult failed = TrialResult.notRun(new Outcome.Failed("no memory"), 0, 0);
        try (ResultStore store = looking()) {
            store.add(new StoredResult(good.id(), good.trial(), good.code(), failed, good.circumstances()), List.of());
            assertThat(store.find(good.trial())).isEmpty();
        }
        assertThat(file).hasBinaryContent(results);
    }

    @Test
    void aProbeThatBrokeOffIsAskedAgain() {
        List<ProbeLook> looks = List.of(Looked.LOOKS.get(0), Looked.LOOKS.get(1), Looks.failed("lyapunov", "end"));
        store(0, looks);
        assertThat(StoredRun.read(folder).looks().of(Looked.result(0).id())).containsAll(looks);
        try (ResultStore store = looking()) {
            assertThat(store.find(Looked.trial(0))).isEmpty();
            assertThat(store.notes()).containsExactly("1 record of a probe is missing, so 1 trial counts as missing");
            store.add(Looked.result(0), Looked.LOOKS);
            assertThat(store.find(Looked.trial(0))).isPresent();
        }
        assertThat(StoredRun.read(folder).looks().of(Looked.result(0).id()))
                .containsExactlyInAnyOrderElementsOf(Looked.LOOKS);
    }

    @Test
    void looksOfOtherCodeAreMadeAgainUnlessTheyAreAccepted() throws IOException {
        store(0, Looked.LOOKS);
        String foreign = "0".repeat(64);
        String signal = codeOf("signal-by-lag");
        String lines = Files.readString(probes).replaceAll(",\"check\":\"[0-9a-f]{8}\"", "");
        Files.writeString(probes, lines.replace(signal, foreign));
        try (ResultStore store = looking()) {
            assertThat(store.find(Looked.trial(0))).isEmpty();
            assertThat(store.notes())
                    .satisfiesExactly(
                            said -> assertThat(said).startsWith("3 of 3 lines of probes.jsonl carry no check"),
                            said -> assertThat(said)
                                    .isEqualTo("2 records of probes stay in the file but are not reused: other code"
                                            + " made them, or other clippings were compared, so 1 trial counts as missing;"
                                            + " --reuse-code " + foreign
                                            + " accepts them"));
        }
        try (ResultStore store = looking(Looked.usable(Stored.CODE, foreign))) {
            assertThat(store.find(Looked.trial(0)).orElseThrow().looks())
                    .extracting(StoredLook::code)
                    .containsExactly(foreign, foreign, codeOf("lyapunov"));
            assertThat(store.notes()).hasSize(1);
        }
    }

    private static String codeOf(String probe) {
        return Looked.usable(Stored.CODE).codeOf(Looked.trial(0), probe).orElseThrow();
    }

    @Test
    void aResultOfOtherCodeIsMadeAgainWithItsLooks() {
        store(0, Looked.LOOKS);
        try (ResultStore store = looking(Looked.usable(changed))) {
            assertThat(store.find(Looked.trial(0))).isEmpty();
            store.begin(Stored.manifest(changed), List.of(), List.of());
            store.add(Looked.result(0, changed, 7), Looked.looks(0.25));
        }
        StoredRun run = StoredRun.read(folder);
        assertThat(run.looks().of(Looked.result(0).id())).containsExactlyInAnyOrderElementsOf(Looked.looks(0.25));
        assertThat(run.leftOut().lost())
                .satisfiesExactly(
                        said -> assertThat(said).startsWith("1 line of results.jsonl is left out"),
                        said -> assertThat(said).startsWith("3 lines of probes.jsonl are left out"));
        try (ResultStore store = looking()) {
            StoredLine line = store.find(Looked.trial(0)).orElseThrow();
            store.begin(Stored.manifest(Stored.CODE), List.of(line), List.of());
        }
        assertThat(StoredRun.read(folder).looks().of(Looked.result(0).id()))
                .as("those of the code that is back")
                .containsExactlyInAnyOrderElementsOf(Looked.LOOKS);
    }

    @Test
    void aPlanWithoutProbesReadsNoLooksAndShowsNone() throws IOException {
        store(0, Looked.LOOKS);
        Files.writeString(probes, "garbled\n" + Files.readString(probes));
        try (ResultStore store = open()) {
            StoredLine line = store.find(Looked.trial(0)).orElseThrow();
            store.begin(Stored.manifest(Stored.CODE), List.of(line), List.of());
        }
        Files.delete(probes);
        assertThat(Looked.lines(folder)).isEmpty();
        open().close();
        assertThat(probes).doesNotExist();
    }

    @Test
    void onlyTheRunsThatAProbeLooksAtNeedLooks() {
        Usable second =
                new Usable(Stored.CODE, Set.of(), List.of(new ProbeChoice("lyapunov", List.of("end"), 0)), List.of());
        try (ResultStore store = looking()) {
            store.add(Stored.result(0), List.of());
            store.add(Looked.result(1), List.of());
            assertThat(store.find(Stored.trials().get(0))).as("a tuning run").contains(Stored.line(0));
            assertThat(store.find(Looked.trial(1))).isEmpty();
        }
        try (ResultStore store = looking(second)) {
            assertThat(store.find(Looked.trial(1))).as("of no block").isPresent();
        }
    }

    @Test
    void ofSeveralLooksTheLastCountsAndTheOrderIsThatOfThePlan() throws IOException {
        store(0, List.of(Looked.LOOKS.get(2), Looked.LOOKS.get(1), Looked.LOOKS.get(0)));
        String first = Files.readAllLines(probes).get(0);
        Files.writeString(probes, "\n" + first + "\n" + Files.readString(probes));
        StoredRun run = StoredRun.read(folder);
        assertThat(run.looks().of(Looked.result(0).id()))
                .extracting(look -> look.probe() + " " + look.moment())
                .as("no plan is in the manifest, so by name")
                .containsExactly("lyapunov end", "signal-by-lag 0", "signal-by-lag end");
        assertThat(run.leftOut().lost())
                .containsExactly(
                        "1 line of probes.jsonl is left out, because a later line of the same probe record replaces it");
    }

    @Test
    void anEqualTrialIsLentWithItsLooksOrNotAtAll() throws IOException {
        store(0, Looked.LOOKS);
        store(1, Looked.LOOKS.subList(0, 2));
        Path lender = folder;
        byte[] lent = Files.readAllBytes(probes);
        folder = parent.resolve("other");
        try (ResultStore store = looking(Looked.usable(Stored.CODE), lender)) {
            StoredLine line = store.find(Looked.trial(0)).orElseThrow();
            assertThat(line.looks()).hasSize(3);
            assertThat(store.find(Looked.trial(1))).as("lacks a look").isEmpty();
            store.begin(Stored.manifest(Stored.CODE), List.of(line), List.of());
        }
        assertThat(probes).hasBinaryContent(lent);
        assertThat(folder.resolve("results.jsonl")).content().hasLineCount(1);
        assertThat(StoredRun.read(folder).looks().of(Looked.result(0).id()))
                .containsExactlyInAnyOrderElementsOf(Looked.LOOKS);
        assertThat(StoredEnds.in(parent.resolve("third"), Looked.usable(Stored.CODE), List.of(lender))
                        .orElseThrow()
                        .find(Looked.trial(0)))
                .isPresent();
    }

    @Test
    void aResultThatLacksItsLooksBorrowsThemAlone() throws IOException {
        store(0, Looked.LOOKS);
        Path lender = folder;
        folder = parent.resolve("other");
        try (ResultStore store = looking()) {
            store.add(Looked.result(0), List.of());
        }
        try (ResultStore store = looking(Looked.usable(Stored.CODE), lender)) {
            assertThat(store.find(Looked.trial(0))).isPresent();
        }
        assertThat(folder.resolve("results.jsonl")).content().hasLineCount(1);
        assertThat(folder.resolve("probes.jsonl")).content().hasLineCount(3);
    }
}
