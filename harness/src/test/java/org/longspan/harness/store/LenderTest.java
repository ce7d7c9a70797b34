package org.longspan.harness.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.fake.Results;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.refusal.UserError;

/** A run takes over results of equal trials and code from other folders, which it leaves as they are. */
class LenderTest extends InFolder {

    private final TrialCode changed = Stored.code("optim-2");

    /** Another run of the same plan, with a later and an earlier result of one trial. */
    private Path lender() {
        Path other = parent.resolve("other");
        try (ResultStore store = ResultStore.open(other, Usable.of(Stored.CODE), List.of())) {
            store.begin(Stored.manifest(Stored.CODE), List.of(), List.of());
            store.add(Stored.result(0, Stored.CODE, Results.solved(1)), List.of());
            store.add(Stored.result(1, changed, Results.solved(2)), List.of());
            store.add(Stored.result(0), List.of());
            store.add(Stored.result(2, Stored.CODE, TrialResult.notRun(new Outcome.Failed("why"), 0, 0)), List.of());
        }
        return other;
    }

    private ResultStore open(TrialCode code, Set<String> accepted, Path... others) {
        return ResultStore.open(folder, new Usable(code, accepted, List.of(), List.of()), List.of(others));
    }

    @Test
    void theLatestEqualTrialOfEqualCodeIsCopiedOnce() throws IOException {
        Path other = lender();
        byte[] before = Files.readAllBytes(other.resolve("results.jsonl"));
        try (ResultStore store = open(Stored.CODE, Set.of(), other)) {
            assertThat(store.find(Stored.trials().get(0))).contains(Stored.line(0));
            assertThat(store.find(Stored.trials().get(0))).contains(Stored.line(0));
            assertThat(store.find(Stored.trials().get(1))).as("of other code").isEmpty();
            assertThat(store.find(Stored.trials().get(2))).as("failed").isEmpty();
            assertThat(store.find(Stored.trials().get(3))).as("not there").isEmpty();
            store.begin(Stored.manifest(Stored.CODE), List.of(Stored.line(0)), List.of());
        }
        assertThat(file)
                .hasContent(Files.readAllLines(other.resolve("results.jsonl")).get(2));
        assertThat(StoredRun.read(folder).results()).containsExactly(Stored.result(0));
        assertThat(other.resolve("results.jsonl")).hasBinaryContent(before);
    }

    @Test
    void whatIsInTheFolderGoesFirst() {
        Path other = lender();
        try (ResultStore store = open(changed, Set.of())) {
            store.add(Stored.result(1, changed, Results.solved(7)), List.of());
        }
        try (ResultStore store = open(changed, Set.of(), other)) {
            assertThat(store.find(Stored.trials().get(1)).orElseThrow().end().outcome())
                    .isEqualTo(Results.solved(7).outcome());
        }
        assertThat(file).content().hasLineCount(1);
    }

    @Test
    void resultsOfAcceptedCodeAreTakenOverToo() {
        Path other = lender();
        try (ResultStore store = open(changed, Set.of(Stored.hash(Stored.CODE)), other)) {
            assertThat(store.find(Stored.trials().get(0))).contains(Stored.line(0));
            assertThat(store.find(Stored.trials().get(1)).orElseThrow().code()).isEqualTo(Stored.hash(changed));
        }
    }

    @Test
    void ofSeveralFoldersTheFirstThatHasATrialLendsIt() {
        Path other = lender();
        Path empty = parent.resolve("empty");
        try (ResultStore store = ResultStore.open(empty, Usable.of(Stored.CODE), List.of())) {
            store.begin(Stored.manifest(Stored.CODE), List.of(), List.of());
        }
        try (ResultStore store = open(Stored.CODE, Set.of(), empty, other)) {
            assertThat(store.find(Stored.trials().get(0))).contains(Stored.line(0));
        }
    }

    @Test
    void countingChangesNothing() {
        Path other = lender();
        StoredEnds ends =
                StoredEnds.in(folder, Usable.of(Stored.CODE), List.of(other)).orElseThrow();
        assertThat(ends.find(Stored.trials().get(0))).contains(Stored.line(0));
        assertThat(ends.find(Stored.trials().get(1))).isEmpty();
        assertThat(folder).doesNotExist();
        assertThat(StoredEnds.in(folder, Usable.of(Stored.CODE), List.of())).isEmpty();
    }

    @Test
    void aFolderThatHoldsNoRunIsNamedAndTheRunsOwnIsNotMade() {
        Path nothing = parent.resolve("nothing");
        assertThatThrownBy(() -> open(Stored.CODE, Set.of(), nothing))
                .isInstanceOf(UserError.class)
                .hasMessage("--reuse " + nothing + " holds no run (no run.json with results.jsonl), expected the folder"
                        + " of one, such as runs/quick");
        assertThat(folder).doesNotExist();
    }
}
