package org.longspan.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.longspan.harness.key.Axes;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.StepSummary;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;

class TrainerTest {

    private static final Trial EASY = Trials.with(
            Trials.of("adam", Map.of("learning-rate", 0.03), "none", Map.of()), new Budget(10, 1000, 1_000_000));

    private static final Choice OMEGA = new Choice("omega", new Settings(Map.of("alpha", 1.0, "form", "code")));

    @Test
    void aResultIsAFunctionOfTheTrial() {
        assertThat(Trials.run(EASY)).isEqualTo(Trials.run(EASY));
    }

    @Test
    void aSharedBenchChangesNothing() {
        Trial clipped = Trials.of("sgd", Map.of("learning-rate", 0.01), "global-norm", Map.of("threshold", 0.5));
        Trainer shared = new Trainer(Trials.bench());
        TrialResult first = shared.run(clipped);
        assertThat(shared.run(clipped)).isEqualTo(first).isEqualTo(Trials.run(clipped));
    }

    @Test
    void theCurveBeginsBeforeAnyUpdateAndEndsWithTheBudget() {
        TrialResult result = Trials.run(Trials.with(Trials.PLAIN, new Budget(10, 25, 1_000_000)));
        assertThat(result.outcome()).isEqualTo(new Outcome.BudgetSpent());
        assertThat(result.curve()).extracting(CurvePoint::updates).containsExactly(0L, 10L, 20L, 25L);
        CurvePoint first = result.curve().get(0);
        assertThat(first.steps().trainLoss()).isNull();
        assertThat(first.validationLoss()).isPositive();
    }

    @Test
    void aCapOnCostEndsATrialToo() {
        TrialResult result = Trials.run(Trials.with(Trials.PLAIN, new Budget(10, 1000, 12 * 30)));
        assertThat(result.outcome()).isEqualTo(new Outcome.BudgetSpent());
        assertThat(result.costs().updates()).isEqualTo(12);
        assertThat(result.costs().sequenceForwards()).isEqualTo(360);
    }

    @Test
    void aClippingWithoutItsSiteIsSkippedWithTheReason() {
        TrialResult result =
                Trials.run(Trials.of("sgd", Map.of("learning-rate", 0.01), "signal-norm", Map.of("site", "cell")));
        assertThat(result.outcome())
                .isEqualTo(new Outcome.Skipped(
                        "clipping signal-norm acts on the site cell, which model tanh-rnn does not have"));
        assertThat(result.costs().sequenceForwards()).isZero();
    }

    @Test
    void aModelWhosePartsDoNotSuitItIsSkippedWithTheReason() {
        ModelChoice model = Trials.PLAIN.model();
        Choice orthogonal = new Choice("orthogonal", new Settings(Map.of("gain", 1.0)));
        for (ModelChoice unsuited : List.of(
                new ModelChoice(Trials.cell("lstm"), 4, 1, model.initialization(), OMEGA),
                new ModelChoice(Trials.cell("lru"), 4, 1, orthogonal, model.regularizer()),
                new ModelChoice(
                        Trials.cell("echo-state"),
                        4,
                        1,
                        model.initialization(),
                        model.regularizer(),
                        ModelChoice.LEARNED))) {
            TrialResult result = Trials.run(Trials.with(Trials.PLAIN, unsuited));
            assertThat(((Outcome.Skipped) result.outcome()).reason())
                    .contains(" does not suit model " + unsuited.cell().name() + ": ");
            assertThat(result.costs().sequenceForwards()).isZero();
        }
    }

    @Test
    void omegaHasAColumnOfItsOwnAndItsCostIsCounted() {
        ModelChoice model = Trials.PLAIN.model();
        ModelChoice omega = new ModelChoice(model.cell(), 4, 1, model.initialization(), OMEGA);
        TrialResult result = Trials.run(Trials.with(Trials.PLAIN, omega));
        assertThat(result.curve().get(0).steps().signalPenalty()).isNull();
        assertThat(result.curve().subList(1, result.curve().size()))
                .allMatch(point ->
                        point.steps().signalPenalty() > 0 && point.steps().signalPenalty() < 100);
        assertThat(result.costs().sequenceForwards()).isEqualTo(result.costs().updates() * 5 * 10);
        assertThat(Trials.run(Trials.PLAIN).curve())
                .allMatch(point -> point.steps().signalPenalty() == null);
    }

    @Test
    void aLearnedInitialStateIsTrainedFromTheSameWeights() {
        ModelChoice model = Trials.PLAIN.model();
        ModelChoice learned =
                new ModelChoice(model.cell(), 4, 1, model.initialization(), model.regularizer(), ModelChoice.LEARNED);
        TrialResult with = Trials.run(Trials.with(Trials.PLAIN, learned));
        TrialResult without = Trials.run(Trials.PLAIN);
        assertThat(with.parameters()).isEqualTo(without.parameters() + 4);
        assertThat(with.curve().get(0)).isEqualTo(without.curve().get(0));
        assertThat(with.curve().get(1).validationLoss())
                .isNotEqualTo(without.curve().get(1).validationLoss());
    }

    @Test
    void methodsThatNeedWhatAModelDoesNotGiveAreSkippedWithTheReason() {
        ModelChoice model = Trials.PLAIN.model();
        ModelChoice kinked =
                new ModelChoice(Trials.cell("orthogonal-rnn"), 4, 1, model.initialization(), model.regularizer());
        Trial newton = Trials.of("saddle-free-newton", Map.of(), "none", Map.of());
        assertThat(Trials.run(Trials.with(newton, kinked)).outcome())
                .isEqualTo(new Outcome.Skipped("optimizer saddle-free-newton needs products with the Hessian, which "
                        + "model orthogonal-rnn does not give"));
        ModelChoice omega = new ModelChoice(model.cell(), 4, 1, model.initialization(), OMEGA);
        for (String optimizer : List.of("hessian-free", "l-bfgs")) {
            Trial trial = Trials.of(optimizer, Map.of(), "none", Map.of());
            assertThat(Trials.run(Trials.with(trial, omega)).outcome())
                    .isEqualTo(new Outcome.Skipped("optimizer " + optimizer
                            + " needs the gradient of a function, which regularizer omega does not add"));
        }
    }

    @Test
    void omegaBesideAClippedSignalCostsABackwardPassMore() {
        Trial clipped = Trials.of(
                "sgd",
                Map.of("learning-rate", 0.01),
                "signal-norm",
                Map.of("threshold", 0.01, "relative-to", "absolute"));
        ModelChoice model = clipped.model();
        TrialResult result =
                Trials.run(Trials.with(clipped, new ModelChoice(model.cell(), 4, 1, model.initialization(), OMEGA)));
        assertThat(result.costs().sequenceForwards()).isEqualTo(result.costs().updates() * 6 * 10);
    }

    @Test
    void anotherBlockAndTheJudgedTrialHaveOtherWeights() {
        String weights = Trials.run(Trials.PLAIN).weights();
        assertThat(Trials.run(Trials.with(Trials.PLAIN, 1)).weights()).isNotEqualTo(weights);
        assertThat(Trials.run(Trials.with(Trials.PLAIN, Phase.EVALUATION)).weights())
                .isNotEqualTo(weights);
        assertThat(weights).matches("[0-9a-f]{64}");
    }

    /** The blind predictor of the recall says about 0, so its loss on a block's sequences is the mean of the squares. */
    @Test
    void chanceIsTheBlindPredictorsLossOnTheVeryValidationSequences() {
        for (long seed = 0; seed < 5; seed++) {
            Trial trial = Trials.with(Trials.PLAIN, seed);
            SequenceTask task = Trials.bench().task(trial.task());
            BatchBuffer batch = new BatchBuffer(task.description(), 40);
            batch.fill(task, Split.VALIDATION, Axes.data(trial).value(), 0, 40);
            double squares = 0;
            for (int b = 0; b < 40; b++) {
                float first = batch.inputs()[b]; // of step 0
                squares += first * first;
            }
            assertThat(Trials.run(trial).chance()).isCloseTo(squares / 40, withinPercentage(2.0));
        }
    }

    @Test
    void summariesOfACurveHaveSixDigits() {
        TrialResult result = Trials.run(Trials.PLAIN);
        for (CurvePoint point : result.curve().subList(1, result.curve().size())) {
            StepSummary steps = point.steps();
            for (double value : new double[] {
                steps.trainLoss(),
                steps.gradientNorm(),
                steps.gradientNormMax(),
                steps.clippedNorm(),
                steps.updateNorm()
            }) {
                assertThat(value).isEqualTo(Double.parseDouble(String.format(Locale.ROOT, "%.5e", value)));
            }
        }
        assertThat(result.curve())
                .as("losses and measures have all their digits")
                .anyMatch(point -> point.validationLoss()
                        != Double.parseDouble(String.format(Locale.ROOT, "%.5e", point.validationLoss())));
    }
}
