package org.longspan.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.StoredRun;

class ReplayTest {

    @Test
    void aReplayAgreesInEveryBitAndSaysWhereADoctoredResultDoesNot(@TempDir Path parent) throws IOException {
        Bench bench = new Bench(parent);
        bench.run("a", Bench.PLAN);
        List<StoredResult> results = StoredRun.read(bench.folder("a")).results();
        for (StoredResult result : results.subList(0, 9)) {
            Replay replay = replay(bench, result.id().value());
            assertThat(replay.difference()).isEmpty();
            assertThat(replay.notes()).isEmpty();
        }
        StoredResult trained = results.stream()
                .filter(result -> !(result.result().outcome() instanceof Outcome.Skipped))
                .findFirst()
                .orElseThrow();
        String line = RecordJson.line(trained);
        String doctored = line.replace("\"parameters\":", "\"parameters\":1");
        Files.writeString(bench.results("a"), bench.unchecked("a").replace(line, doctored));
        Replay replay = replay(bench, trained.id().value().substring(0, 12));
        assertThat(replay.agrees()).isFalse();
        assertThat(replay.difference()).matches("parameters: 1(\\d+), now \\d+");
        assertThatThrownBy(() -> replay(bench, "xyz"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("holds no trial xyz");
    }

    private static Replay replay(Bench bench, String id) {
        return Replay.of(bench.folder("a"), id, FakeTasks.catalogue(), Bench.KERNELS);
    }
}
