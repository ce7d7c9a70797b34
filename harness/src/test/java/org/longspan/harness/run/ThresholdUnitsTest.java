package org.longspan.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.harness.key.Axes;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.model.Network;
import org.longspan.model.TaskObjective;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.optim.clip.Clippings;
import org.longspan.optim.clip.Median;
import org.longspan.task.Split;

/** The unit of a threshold: measured once in a block, shared, and no part of a budget. */
class ThresholdUnitsTest {

    private static final Map<String, Object> RATE = Map.of("learning-rate", 0.01);
    private static final int BATCHES = 100;

    private static Trial clipped(String clipping) {
        return Trials.of("sgd", RATE, clipping, Map.of());
    }

    static Stream<String> measured() {
        return Clippings.all().stream()
                .filter(entry -> entry.create(Settings.NONE).unit().cost(1) > 0)
                .map(Entry::name);
    }

    @ParameterizedTest
    @MethodSource("measured")
    void measuringAUnitIsRecordedAndNoPartOfTheBudget(String clipping) {
        TrialResult result = Trials.run(Trials.with(clipped(clipping), new Budget(10, 20, 1_000_000)));
        int gradient = clipping.equals("example-norm") ? 4 : 3;
        assertThat(result.costs().unitSequenceForwards()).isEqualTo(BATCHES * 3 * 10);
        assertThat(result.costs().sequenceForwards()).isEqualTo(20 * gradient * 10);
        assertThat(result.costs().updates()).isEqualTo(20);
        assertThat(result.curve().get(0).sequenceForwards()).isZero();
        assertThat(result.thresholdUnits()).isNotEmpty().allMatch(unit -> unit > 0);
        Costs capped = Trials.run(Trials.with(clipped(clipping), new Budget(10, 1000, 40)))
                .costs();
        assertThat(capped.updates()).as("a cap below the cost of the unit").isEqualTo(gradient == 4 ? 1 : 2);
    }

    @ParameterizedTest
    @MethodSource("measured")
    void allTrialsOfABlockHaveEqualUnits(String clipping) {
        Trial trial = clipped(clipping);
        List<Double> units = Trials.run(trial).thresholdUnits();
        Trial other = Trials.of("adam", Map.of("learning-rate", 0.003), clipping, Map.of("threshold", 0.3));
        assertThat(Trials.run(other).thresholdUnits()).isEqualTo(units);
        assertThat(Trials.run(Trials.with(trial, Phase.EVALUATION)).thresholdUnits())
                .isEqualTo(units);
        assertThat(Trials.run(Trials.with(trial, 1)).thresholdUnits()).isNotEqualTo(units);
    }

    @Test
    void theyAreMeasuredOnceAndSharedByClippings() {
        OddTasks tasks = new OddTasks(new OddTasks.Odd(Split.TRAIN, 0, 0, 0));
        Trainer trainer = new Trainer(Trials.bench(tasks));
        trainer.run(Trials.PLAIN); // the task's blind predictor is fitted to sequences, too
        long of50Updates = 50 * 10;
        assertThat(writtenBy(trainer, clipped("global-norm"), tasks)).isEqualTo(BATCHES * 10 + of50Updates);
        assertThat(writtenBy(trainer, clipped("global-norm"), tasks)).isEqualTo(of50Updates);
        assertThat(writtenBy(trainer, clipped("soft-norm"), tasks)).isEqualTo(of50Updates);
        assertThat(writtenBy(trainer, Trials.with(clipped("global-norm"), Phase.EVALUATION), tasks))
                .isEqualTo(of50Updates);
        assertThat(writtenBy(trainer, clipped("value"), tasks)).isEqualTo(BATCHES * 10 + of50Updates);
        assertThat(writtenBy(trainer, Trials.with(clipped("value"), 1), tasks)).isEqualTo(BATCHES * 10 + of50Updates);
    }

    private static long writtenBy(Trainer trainer, Trial trial, OddTasks tasks) {
        long before = tasks.written(Split.TRAIN);
        trainer.run(trial);
        return tasks.written(Split.TRAIN) - before;
    }

    /** The median over 100 batches at the initial weights on which the block tunes, whatever the trial is for. */
    @ParameterizedTest
    @EnumSource(Phase.class)
    void theUnitOfTheGlobalNormIsTheMedianNormOfABatch(Phase phase) {
        Gradients gradients = new Gradients(clipped("global-norm"), 10);
        double[] norms = new double[BATCHES];
        Arrays.setAll(norms, gradients::norm);
        assertThat(Trials.run(Trials.with(clipped("global-norm"), phase)).thresholdUnits())
                .containsExactly(Median.of(norms));
    }

    /** The median over all sequences of 100 batches, computed from gradients of single sequences. */
    @Test
    void theUnitOfClippingByExampleIsTheMedianNormOfOneSequencesGradient() {
        Gradients gradients = new Gradients(clipped("example-norm"), 1);
        double[] norms = new double[BATCHES * 10];
        Arrays.setAll(norms, gradients::norm);
        assertThat(Trials.run(clipped("example-norm")).thresholdUnits())
                .singleElement(InstanceOfAssertFactories.DOUBLE)
                .isCloseTo(Median.of(norms), withinPercentage(1e-3));
    }

    /** Gradients at the initial weights of a trial that tunes, a batch after the other. */
    private static final class Gradients {
        private final Network network;
        private final Parameters theta;
        private final Parameters gradient;
        private final TaskObjective objective;
        private final int batch;

        Gradients(Trial trial, int batch) {
            Workbench bench = Trials.bench();
            this.network = bench.network(trial.model(), trial.task());
            this.theta = network.initialize(Axes.weights(trial));
            this.gradient = new Parameters(network.layout());
            this.batch = batch;
            this.objective = new TaskObjective(
                    network,
                    bench.task(trial.task()),
                    Split.TRAIN,
                    Axes.data(trial).value(),
                    network.newWorkspace(batch));
        }

        double norm(int index) {
            objective.bind((long) index * batch, batch).gradient(theta, GradientSeams.NONE, gradient);
            return network.kernels().reductions().norm(gradient);
        }
    }

    @Test
    void theNumberOfTimeStepsIsAUnitThatCostsNothing() {
        TrialResult result = Trials.run(clipped("divide-by-length"));
        assertThat(result.thresholdUnits()).containsExactly(3.0);
        assertThat(result.costs().unitSequenceForwards()).isZero();
    }

    @Test
    void aGradientOfZeroHasNoUnitSoTheArmIsSkipped() {
        Choice silent = new Choice(
                "sparse",
                new Settings(Map.of(
                        "fan-in",
                        1.0,
                        "spectral-radius",
                        1e-30,
                        "input-scale",
                        1e-30,
                        "symbol-input-scale",
                        1e-30,
                        "output-scale",
                        1e-30)));
        ModelChoice model = Trials.PLAIN.model();
        TrialResult result = Trials.run(
                Trials.with(clipped("block-norm"), new ModelChoice(model.cell(), 4, 1, silent, model.regularizer())));
        assertThat(result.outcome()).isInstanceOf(Outcome.Skipped.class);
        assertThat(((Outcome.Skipped) result.outcome()).reason()).contains("block-norm", "0.0 at initialization");
        assertThat(result.costs()).isEqualTo(new Costs(0, 0, 3000, 0, 0));
    }

    static Stream<String> thresholded() {
        return Clippings.all().stream()
                .filter(entry -> entry.settings().stream()
                        .anyMatch(setting -> setting.name().equals("relative-to")))
                .map(Entry::name);
    }

    @ParameterizedTest
    @MethodSource("thresholded")
    void clippingAtInfinityIsNoClippingBitForBitAndInEveryCost(String clipping) {
        TrialResult none = Trials.run(Trials.PLAIN);
        assertThat(Trials.run(atInfinity(clipping, "absolute"))).isEqualTo(none);
        TrialResult relative = Trials.run(atInfinity(clipping, "initial"));
        Costs costs = relative.costs();
        assertThat(new TrialResult(
                        relative.outcome(),
                        relative.attempts(),
                        relative.chance(),
                        relative.curve(),
                        new Costs(
                                costs.updates(),
                                costs.sequenceForwards(),
                                0,
                                costs.evaluationSequenceForwards(),
                                costs.multiplyAdds()),
                        List.of(),
                        relative.parameters(),
                        relative.weights(),
                        relative.steps()))
                .as("all but the unit, which is reported apart")
                .isEqualTo(none);
    }

    private static Trial atInfinity(String clipping, String relativeTo) {
        return Trials.of(
                "sgd", RATE, clipping, Map.of("threshold", Double.POSITIVE_INFINITY, "relative-to", relativeTo));
    }

    @ParameterizedTest
    @MethodSource("thresholded")
    void aSmallThresholdClipsEveryUpdateAndTheCurveSaysSo(String clipping) {
        TrialResult result = Trials.run(Trials.of("sgd", RATE, clipping, Map.of("threshold", 0.01)));
        assertThat(result.curve().get(1).steps().clippedShare()).isEqualTo(1);
        assertThat(Trials.run(Trials.PLAIN).curve().get(1).steps().clippedShare())
                .isZero();
    }

    /** Each sequence's own norm is the product of a backward pass more. */
    @ParameterizedTest
    @CsvSource({"none, 3", "global-norm, 3", "signal-norm, 3", "example-norm, 4"})
    void aGradientIsChargedWhatItComputes(String clipping, int cost) {
        Costs costs = Trials.run(clipped(clipping)).costs();
        assertThat(costs.sequenceForwards()).isEqualTo(costs.updates() * cost * 10);
        assertThat(costs.multiplyAdds())
                .isEqualTo(Trials.run(Trials.PLAIN).costs().multiplyAdds() * cost / 3);
    }
}
