package org.longspan.suite.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;

/** The code hash of a trial covers every class that the trial loads. */
class LoadedClassesTest {

    private static final int TRIALS = 20;

    @Test
    void everyClassLoadedInsideTheTrainerIsInTheCodeOfTheTrial() throws ReflectiveOperationException, IOException {
        TrialCode code = TrialCode.running(SmokePlan.TASKS, SmokePlan.METHODS);
        Set<String> all = new LinkedHashSet<>();
        for (Trial trial : drawn()) {
            Set<String> loaded = loadedBy(trial);
            assertThat(loaded).contains("org.longspan.harness.run.Training");
            assertThat(code.types(trial)).as(RecordJson.canonical(trial)).containsAll(loaded);
            all.addAll(loaded);
        }
        assertThat(all).hasSizeGreaterThan(50);
    }

    /** One trial from each of several cells, none known to be skipped. */
    private static List<Trial> drawn() {
        List<GridCell> cells = new ArrayList<>(SmokePlan.cells());
        cells.removeIf(cell -> cell.skip().isPresent());
        RandomStream stream = Seed.root(0).with("purpose", "loaded-classes").stream();
        List<Trial> trials = new ArrayList<>();
        while (trials.size() < TRIALS) {
            trials.add(SmokePlan.first(cells.remove(stream.nextInt(cells.size()))));
        }
        return trials;
    }

    private static Set<String> loadedBy(Trial trial) throws ReflectiveOperationException, IOException {
        try (RecordingLoader loader = new RecordingLoader()) {
            Runnable begin = loader::begin;
            loader.loadClass(OneTrial.class.getName())
                    .getMethod("run", String.class, Runnable.class)
                    .invoke(null, line(trial), begin);
            return loader.loaded();
        }
    }

    /** Returns the trial as stored in a file of results. */
    private static String line(Trial trial) {
        TrialResult none = TrialResult.notRun(new Outcome.Skipped("not yet"), 0, 0);
        Circumstances circumstances = new Circumstances(0, "", "", "", "", "");
        return RecordJson.line(new StoredResult(RecordJson.id(trial), trial, "", none, circumstances));
    }
}
