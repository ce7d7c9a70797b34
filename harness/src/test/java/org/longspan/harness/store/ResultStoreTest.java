package org.longspan.harness.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.fake.Results;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.refusal.UserError;

/** Results that were stored are found again, unless other code made them. */
class ResultStoreTest extends InFolder {

    @Test
    void whatIsAddedIsFoundAgainAfterwards() {
        fill(3);
        try (ResultStore store = open()) {
            assertThat(store.find(Stored.trials().get(1))).contains(Stored.line(1));
            assertThat(store.find(Stored.trials().get(4))).isEmpty();
        }
    }

    @Test
    void aRunThatCanUseNothingLeavesTheEarlierOneUntilItsFirstResult() {
        Manifest earlier = Stored.manifest(Stored.CODE);
        TrialCode changed = Stored.code("optim-2");
        Manifest later = Stored.manifest(changed);
        try (ResultStore store = open()) {
            store.begin(earlier, List.of(), List.of());
            store.add(Stored.result(0), List.of());
        }
        try (ResultStore store = ResultStore.open(folder, Usable.of(changed), List.of())) {
            store.begin(later, List.of(), List.of());
            assertThat(StoredRun.read(folder).manifest()).isEqualTo(earlier);
            assertThat(StoredRun.read(folder).results()).containsExactly(Stored.result(0));
            store.add(Stored.result(1, changed, Results.solved(1)), List.of());
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
    void otherCodeReKeysAndTheRoomThatChangedIsNamed() {
        try (ResultStore store = open()) {
            store.begin(Stored.manifest(Stored.CODE), List.of(), List.of());
        }
        fill(3);
        TrialCode changed = Stored.code("optim-2");
        try (ResultStore store = ResultStore.open(folder, Usable.of(changed), List.of())) {
            assertThat(store.find(Stored.trials().get(0))).isEmpty();
            assertThat(store.notes())
                    .singleElement()
                    .asString()
                    .contains("3 results stay in the file", "(optim changed since)")
                    .contains("--reuse-code " + Stored.hash(Stored.CODE));
        }
        try (ResultStore store = ResultStore.open(folder, Stored.accepting(changed, Stored.CODE), List.of())) {
            assertThat(store.find(Stored.trials().get(0))).contains(Stored.line(0));
            assertThat(store.notes()).isEmpty();
        }
    }

    @Test
    void ownResultsGoBeforeAcceptedOnes() {
        fill(1);
        TrialCode changed = Stored.code("optim-2");
        try (ResultStore store = ResultStore.open(folder, Stored.accepting(changed, Stored.CODE), List.of())) {
            store.add(Stored.result(0, changed, Results.solved(1)), List.of());
            assertThat(store.find(Stored.trials().get(0)).orElseThrow().code()).isEqualTo(Stored.hash(changed));
        }
    }

    @Test
    void aFailedResultIsNotReused() {
        TrialResult failed = TrialResult.notRun(new Outcome.Failed("why"), 0, 0);
        try (ResultStore store = open()) {
            store.add(Stored.result(0, Stored.CODE, failed), List.of());
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
            store.add(Stored.result(0, Stored.code("old"), Results.solved(1)), List.of());
            store.add(Stored.result(2), List.of());
            store.add(Stored.result(0), List.of());
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
}
