package org.longspan.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.key.Axes;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.task.Split;

/** Two forms of one method meet the same draws, data and initial weights, and train alike. */
class KinTest {

    private static final MethodCatalogue METHODS = MethodCatalogue.ofThisBuild();

    private static Grid grid(String optimizers) {
        return Grid.of(
                new PlanReader(METHODS, FakeTasks.catalogue()).read("kin.yaml", """
                        tier: {settings: 4, blocks: 3}
                        models: [{cell: tanh-rnn, hidden: 4}]
                        tasks: [{family: recall, lengths: [3]}]
                        optimizers: %s
                        clippings: [none, global-norm]
                        budget: {batch: 10, updates: 100}
                        evaluation: {every: 1, validation: 50}
                        """.formatted(optimizers)),
                METHODS,
                (model, optimizer, clipping) -> Optional.empty());
    }

    private static List<GridCell> cells(Grid grid, String optimizer) {
        return grid.cells().stream()
                .filter(cell -> cell.arm().optimizer().equals(optimizer))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"momentum, momentum-torch", "nesterov, nesterov-torch"})
    void kinMeetTheSameDrawsDataAndWeightsInEveryBlock(String one, String other) {
        Grid grid = grid("[%s, %s]".formatted(one, other));
        List<GridCell> first = cells(grid, one);
        List<GridCell> second = cells(grid, other);
        assertThat(first).hasSize(6).hasSameSizeAs(second);
        for (int i = 0; i < 6; i++) {
            for (int k = 0; k < 4; k++) {
                Trial trial = first.get(i).known().get(k);
                Trial form = second.get(i).known().get(k);
                assertThat(form.optimizer().name()).isEqualTo(other);
                assertThat(form.seed()).isEqualTo(trial.seed());
                assertThat(form.replicate()).isEqualTo(trial.replicate());
                assertThat(form.clipping()).isEqualTo(trial.clipping());
                assertThat(shared(form, trial))
                        .isEqualTo(shared(trial, form))
                        .containsKeys("learning-rate", "momentum");
                assertThat(Axes.data(form)).isEqualTo(Axes.data(trial));
                assertThat(Axes.weights(form)).isEqualTo(Axes.weights(trial));
            }
        }
    }

    private static Map<String, Object> shared(Trial trial, Trial with) {
        Map<String, Object> settings =
                new TreeMap<>(trial.optimizer().settings().values());
        settings.keySet().retainAll(with.optimizer().settings().values().keySet());
        return settings;
    }

    /**
     * At a constant rate both forms make the same steps, but for rounding. The weights of nesterov-torch are those at which
     * nesterov takes its gradient, so of these two only the losses in training are equal.
     */
    @ParameterizedTest
    @CsvSource({"momentum, momentum-torch", "nesterov, nesterov-torch"})
    void kinLearnAlikeOverAHundredUpdates(String one, String other) {
        String fixed =
                "[{name: %s, learning-rate: 0.02, momentum: 0.9}, {name: %s, learning-rate: 0.02, momentum: 0.9}]";
        Grid grid = grid(fixed.formatted(one, other));
        for (int block = 0; block < 3; block++) {
            TrialResult result = trained(cells(grid, one).get(2 * block));
            TrialResult form = trained(cells(grid, other).get(2 * block));
            assertThat(result.curve()).hasSize(101).hasSameSizeAs(form.curve());
            assertThat(form.weights()).as("they round differently").isNotEqualTo(result.weights());
            for (int i = 0; i <= 100; i++) {
                CurvePoint point = result.curve().get(i);
                CurvePoint ofForm = form.curve().get(i);
                if (!one.equals("nesterov")) {
                    assertThat(ofForm.validationLoss()).isCloseTo(point.validationLoss(), within(1e-4));
                }
                if (i > 0) {
                    assertThat(ofForm.steps().trainLoss())
                            .isCloseTo(point.steps().trainLoss(), within(1e-4));
                }
            }
        }
    }

    /** Nothing is ever confirmed, so no run ends before its 100 updates. */
    private static TrialResult trained(GridCell cell) {
        OddTasks unconfirmed = new OddTasks(new OddTasks.Odd(Split.CONFIRMATION, 0, Long.MAX_VALUE, 1000f));
        return Trials.run(cell.known().get(0), unconfirmed);
    }

    @Test
    void otherMethodsMeetOtherBlocks() {
        Grid grid = grid("[sgd, momentum]");
        assertThat(cells(grid, "sgd"))
                .extracting(cell -> cell.known().get(0).seed())
                .doesNotContainAnyElementsOf(cells(grid, "momentum").stream()
                        .map(cell -> cell.known().get(0).seed())
                        .toList());
    }
}
