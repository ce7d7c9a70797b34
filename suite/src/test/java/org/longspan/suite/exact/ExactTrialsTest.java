package org.longspan.suite.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.run.Trainer;
import org.longspan.harness.run.Workbench;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.model.cell.Cells;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.optim.catalogue.Optimizers;
import org.longspan.optim.clip.Clippings;
import org.longspan.task.TaskProvider;

/** The trials of the matrix cover everything that could change a bit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExactTrialsTest {

    private final TaskCatalogue tasks = TaskCatalogue.load(List.of());
    private final Kernels kernels = KernelChoice.best("auto").kernels();
    private final Map<String, TrialResult> results = results();

    private Map<String, TrialResult> results() {
        Trainer trainer = new Trainer(new Workbench(tasks, kernels));
        Map<String, TrialResult> results = new LinkedHashMap<>();
        ExactTrials.all().forEach(exact -> results.put(exact.name(), trainer.run(exact.trial())));
        return results;
    }

    @Test
    void theyHoldEveryCellFamilyOptimizerAndClipping() {
        assertThat(used(trial -> trial.model().cell().name())).isEqualTo(names(Cells.all()));
        assertThat(used(trial -> trial.optimizer().name())).isEqualTo(names(Optimizers.all()));
        assertThat(used(trial -> trial.clipping().name())).isEqualTo(names(Clippings.all()));
        assertThat(used(trial -> trial.task().family()))
                .isEqualTo(tasks.providers().stream()
                        .filter(family -> !readsAFile(family))
                        .map(TaskProvider::name)
                        .collect(Collectors.toSet()));
    }

    /** Tasks that read a file of the user are left out; they draw only positions in the file. */
    private static boolean readsAFile(TaskProvider family) {
        return family.settings().stream().anyMatch(Setting.File.class::isInstance);
    }

    @Test
    void theirSizesFitNoVector() {
        Workbench bench = new Workbench(tasks, kernels);
        for (ExactTrial exact : ExactTrials.all()) {
            assertThat(exact.trial().model().hidden()).isEqualTo(17);
            assertThat(exact.trial().budget().batch()).isEqualTo(5);
            assertThat(bench.task(exact.trial().task()).description().steps())
                    .as(exact.name())
                    .isLessThanOrEqualTo(ExactTrial.LONGEST);
        }
    }

    @Test
    void sixAndMoreMakeFiftyToTwoHundredUpdatesAreEvaluatedAndClipped() {
        List<TrialResult> whole = results.values().stream()
                .filter(result ->
                        result.costs().updates() >= 50 && result.costs().updates() <= 200)
                .filter(result -> result.curve().size() > 2)
                .filter(result ->
                        result.curve().stream().anyMatch(point -> point.steps().clippedShare() > 0))
                .toList();
        assertThat(whole).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void everyTrialThatHasAClippingClips() {
        for (ExactTrial exact : ExactTrials.all()) {
            boolean clips = !exact.trial().clipping().name().equals("none");
            assertThat(results.get(exact.name()).curve())
                    .extracting(point -> point.steps().clippedShare() > 0)
                    .as(exact.name())
                    .contains(clips);
            assertThat(clips
                            || results.get(exact.name()).curve().stream()
                                    .allMatch(p -> p.steps().clippedShare() == 0))
                    .as(exact.name())
                    .isTrue();
        }
    }

    @Test
    void oneIsSolvedOneDivergesAndTheOthersSpendTheirBudget() {
        assertThat(results.values().stream()
                        .map(result -> result.outcome().getClass())
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.of(Outcome.Solved.class, Outcome.Diverged.class, Outcome.BudgetSpent.class));
        assertThat(results.get("solved-lstm").outcome()).isInstanceOf(Outcome.Solved.class);
        assertThat(results.get("diverging-tanh-rnn").outcome()).isInstanceOf(Outcome.Diverged.class);
    }

    /** Measured while it trains: the signal at the first step is less than a millionth of that at the last one. */
    @Test
    void theSignalsOfTheVanishingTrialVanishInEveryUpdate() {
        assertThat(ratios(ExactTrials.VANISHING))
                .hasSize(100)
                .allSatisfy(ratio -> assertThat(ratio).isLessThan(1e-6));
    }

    /** The signal at the first step is more than ten thousand times that at the last one, before any clipping. */
    @Test
    void theSignalsOfTheExplodingTrialExplode() {
        List<Double> ratios = ratios(ExactTrials.EXPLODING);
        assertThat(ratios).hasSize(150);
        assertThat(ratios.get(0)).isGreaterThan(1e4);
    }

    private List<Double> ratios(String name) {
        Trial trial = ExactTrials.all().stream()
                .filter(exact -> exact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .trial();
        SignalNorms norms = new SignalNorms(kernels.reductions());
        Workbench bench = new Workbench(tasks, WatchedKernels.watch(kernels, norms));
        new Trainer(bench).run(trial);
        return norms.ratios(bench.task(trial.task()).description().steps());
    }

    private static Set<String> used(Function<Trial, String> part) {
        return ExactTrials.all().stream().map(ExactTrial::trial).map(part).collect(Collectors.toSet());
    }

    private static Set<String> names(Collection<? extends Entry<?>> entries) {
        return entries.stream().map(Entry::name).collect(Collectors.toSet());
    }
}
