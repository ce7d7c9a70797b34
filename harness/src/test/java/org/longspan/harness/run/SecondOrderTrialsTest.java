package org.longspan.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.SolvedStep;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.model.cell.Cells;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.oracle.Curvature;

/** Short trials of second-order methods, from names in a plan to stored results. */
class SecondOrderTrialsTest {

    private static final Map<String, Object> SMALL = Map.of("size", "small");
    private static final int GRADIENT = 500;
    private static final int CURVATURE = 100;

    private static Trial hessianFree(Budget budget) {
        return Trials.with(Trials.of("hessian-free", SMALL, "none", Map.of()), budget);
    }

    @Test
    void hessianFreeLearnsAndGivesTheSameBitsTwice() {
        Trial trial = hessianFree(new Budget(10, 8, 1_000_000));
        TrialResult result = Trials.run(trial);
        List<CurvePoint> curve = result.curve();
        assertThat(curve.get(curve.size() - 1).validationLoss())
                .isLessThan(curve.get(0).validationLoss() / 10);
        assertThat(Trials.run(trial)).isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh-rnn", "lstm", "gru"})
    void saddleFreeNewtonLearnsAndGivesTheSameBitsTwice(String cell) {
        ModelChoice plain = Trials.PLAIN.model();
        ModelChoice model = new ModelChoice(Trials.cell(cell), 4, 1, plain.initialization(), plain.regularizer());
        Trial trial = Trials.with(
                Trials.with(Trials.of("saddle-free-newton", Map.of(), "none", Map.of()), model),
                new Budget(10, 8, 1_000_000));
        TrialResult result = Trials.run(trial);
        List<CurvePoint> curve = result.curve();
        assertThat(curve.get(curve.size() - 1).validationLoss())
                .isLessThan(curve.get(0).validationLoss() / 10);
        assertThat(Trials.run(trial)).isEqualTo(result);
    }

    @Test
    void everyStepIsRecordedWithWhatItCost() {
        TrialResult result = Trials.run(hessianFree(new Budget(10, 4, 1_000_000)));
        assertThat(result.steps()).hasSizeBetween(1, 4).hasSize((int)
                result.costs().updates());
        long total = 0;
        for (SolvedStep step : result.steps()) {
            // One gradient covers all sequences; products reuse the tape of the other gradient and cost 3 instead of 4.
            assertThat(step.gradients()).isEqualTo(2);
            assertThat(step.sequenceForwards())
                    .isEqualTo(3 * (GRADIENT + CURVATURE) + CURVATURE * (3L * step.products() + step.losses()));
            assertThat(step.iterations()).isBetween(1, 30);
            assertThat(step.reductionRatio()).isNotNull();
            assertThat(step.stepLength()).isPositive();
            assertThat(step.update()).isEqualTo(result.steps().indexOf(step));
            total += step.sequenceForwards();
        }
        assertThat(result.steps().get(0).damping()).isEqualTo(0.01);
        assertThat(result.costs().sequenceForwards()).isEqualTo(total);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "hessian-free", "l-bfgs", "saddle-free-newton"})
    void aTrialOverrunsItsCapByNoMoreThanItsOptimizerSays(String optimizer) {
        Trial plain = Trials.of(optimizer, optimizer.equals("hessian-free") ? SMALL : Map.of(), "none", Map.of());
        long most =
                Trials.bench().methods().optimizers().create(plain.optimizer()).costOfAStep(10);
        TrialResult result = Trials.run(Trials.with(plain, new Budget(10, 1000, 1000)));
        assertThat(result.costs().sequenceForwards()).isLessThan(1000 + most);
    }

    @Test
    void aStepThatCostsAnIntervalOfEvaluationsIsEvaluated() {
        TrialResult result = Trials.run(hessianFree(new Budget(10, 3, 1_000_000)));
        assertThat(result.curve()).extracting(CurvePoint::updates).startsWith(0L, 1L, 2L);
    }

    @Test
    void aCapOnCostEndsTheTrialAfterTheStepThatReachesIt() {
        TrialResult whole = Trials.run(hessianFree(new Budget(10, 3, 1_000_000)));
        long two = whole.steps().get(0).sequenceForwards() + 1;
        TrialResult capped = Trials.run(hessianFree(new Budget(10, 1000, two)));
        assertThat(capped.outcome()).isEqualTo(new Outcome.BudgetSpent());
        assertThat(capped.steps()).isEqualTo(whole.steps().subList(0, 2));
    }

    @Test
    void limitedMemoryBfgsLearnsAndIsChargedForItsSearch() {
        Trial trial = Trials.with(Trials.of("l-bfgs", Map.of(), "none", Map.of()), new Budget(50, 40, 1_000_000));
        TrialResult result = Trials.run(trial);
        List<CurvePoint> curve = result.curve();
        assertThat(curve.get(curve.size() - 1).validationLoss())
                .isLessThan(curve.get(0).validationLoss() / 2);
        assertThat(result.costs().sequenceForwards())
                .as("two gradients an update or more")
                .isGreaterThanOrEqualTo(2 * 3 * 50 * result.costs().updates());
        assertThat(result.steps()).as("its steps are not solved for").isEmpty();
        assertThat(Trials.run(trial)).isEqualTo(result);
    }

    @Test
    void aModelThatDoesNotGiveHessianProductsSkipsTheArmBeforehand() {
        MethodSense sense = new MethodSense(MethodCatalogue.ofThisBuild());
        for (Entry<?> cell : Cells.all()) {
            ModelChoice plain = Trials.PLAIN.model();
            ModelChoice model =
                    new ModelChoice(Trials.cell(cell.name()), 4, 1, plain.initialization(), plain.regularizer());
            Choice none = new Choice("none", Settings.NONE);
            Choice method =
                    Trials.of("saddle-free-newton", Map.of(), "none", Map.of()).optimizer();
            boolean given = Entry.find("cell", Cells.all(), cell.name())
                    .create(model.cell().settings())
                    .cell(1, 4)
                    .supports(new Curvature.Hessian());
            if (given) {
                assertThat(sense.skip(model, method, none)).isEmpty();
            } else {
                assertThat(sense.skip(model, method, none))
                        .hasValue("optimizer saddle-free-newton needs products with the Hessian, which model "
                                + cell.name() + " does not give");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hessian-free", "l-bfgs"})
    void aClippingInsideBackPropagationIsSkippedWithTheReason(String optimizer) {
        TrialResult result = Trials.run(Trials.of(optimizer, Map.of(), "signal-norm", Map.of()));
        assertThat(result.outcome())
                .isEqualTo(
                        new Outcome.Skipped(
                                "optimizer " + optimizer + " cannot honour clipping signal-norm: a signal"
                                        + " clipped inside back-propagation leaves no function's gradient to solve a step for"));
    }

    @Test
    void aClippedGradientIsSeenInTheCurve() {
        TrialResult result = Trials.run(Trials.with(
                Trials.of("hessian-free", SMALL, "global-norm", Map.of("threshold", 0.01)),
                new Budget(10, 3, 1_000_000)));
        assertThat(result.curve().get(1).steps().clippedShare()).isEqualTo(1);
    }
}
