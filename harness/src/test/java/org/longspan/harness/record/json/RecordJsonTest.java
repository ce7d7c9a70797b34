package org.longspan.harness.record.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.DivergenceRules;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Replicate;
import org.longspan.harness.record.SolvedStep;
import org.longspan.harness.record.StepSummary;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.numerics.catalogue.Settings;

class RecordJsonTest {

    static final Choice PLAIN = new Choice("plain", Settings.NONE);

    static final Trial TRIAL = new Trial(
            new TaskChoice("recall", "short", 10, Settings.NONE, Map.of()),
            new ModelChoice(PLAIN, 8, 1, PLAIN, PLAIN),
            new Choice("descent", new Settings(Map.of("learning-rate", 1e-4, "beta", 0.1 + 0.2))),
            PLAIN,
            new Choice("by-norm", new Settings(Map.of("threshold", Double.POSITIVE_INFINITY, "unit", "relative"))),
            new Choice("fail", Settings.NONE),
            new Budget(20, 500, 30_000),
            new EvaluationRules(20, 200, 1000, 4, 10_000),
            new DivergenceRules(1e3, 3),
            7,
            new Replicate("descent", 2, Replicate.Phase.TUNING));

    @Test
    void canonicalTextHasAFixedOrderAndShortestNumbers() {
        assertThat(RecordJson.canonical(TRIAL))
                .isEqualTo(
                        "{\"task\":{\"family\":\"recall\",\"variant\":\"short\",\"length\":10,\"settings\":{},\"files\":{}},"
                                + "\"model\":{\"cell\":{\"name\":\"plain\",\"settings\":{}},\"hidden\":8,\"layers\":1,"
                                + "\"initialization\":{\"name\":\"plain\",\"settings\":{}},"
                                + "\"regularizer\":{\"name\":\"plain\",\"settings\":{}}},"
                                + "\"optimizer\":{\"name\":\"descent\",\"settings\":{\"beta\":0.30000000000000004,\"learning-rate\":1.0E-4}},"
                                + "\"schedule\":{\"name\":\"plain\",\"settings\":{}},"
                                + "\"clipping\":{\"name\":\"by-norm\",\"settings\":{\"threshold\":\"inf\",\"unit\":\"relative\"}},"
                                + "\"nonFiniteGradient\":{\"name\":\"fail\",\"settings\":{}},"
                                + "\"budget\":{\"batch\":20,\"updates\":500,\"sequenceForwards\":30000},"
                                + "\"evaluation\":{\"everyUpdates\":20,\"validationSequences\":200,"
                                + "\"confirmationSequences\":1000,\"attempts\":4,\"testSequences\":10000},"
                                + "\"divergence\":{\"chanceMultiple\":1000.0,\"farOffInARow\":3},"
                                + "\"seed\":7,\"replicate\":{\"kin\":\"descent\",\"block\":2,\"phase\":\"tuning\"}}");
    }

    /** The number is that of Python's hashlib. */
    @Test
    void idIsTheSameInEveryVersion() {
        assertThat(RecordJson.id(TRIAL)).hasToString("371c115e32be1ece");
    }

    /** Settings of the policy are part of the text and so of the id. */
    @Test
    void aPolicyWithSettingsIsWrittenWithThemAndReadBack() {
        Choice randomStep = new Choice("random-step", new Settings(Map.of("length", 0.5)));
        Trial trial = with(TRIAL.model(), TRIAL.clipping(), randomStep);
        assertThat(RecordJson.canonical(trial))
                .contains("\"nonFiniteGradient\":{\"name\":\"random-step\",\"settings\":{\"length\":0.5}}");
        StoredResult other = stored(new Outcome.BudgetSpent());
        StoredResult stored =
                new StoredResult(RecordJson.id(trial), trial, "code", other.result(), other.circumstances());
        assertThat(RecordJson.readLine(RecordJson.line(stored))).isEqualTo(stored);
        assertThat(RecordJson.id(trial)).isNotEqualTo(RecordJson.id(TRIAL));
    }

    @Test
    void doublesThatJdk17WritesTooLongAreWrittenShortest() {
        assertThat(canonicalOfThreshold(2.0E-3)).contains("\"threshold\":0.002");
        assertThat(canonicalOfThreshold(2e23)).contains("\"threshold\":2.0E23");
    }

    @Test
    void nanIsRefused() {
        assertThatThrownBy(() -> canonicalOfThreshold(Double.NaN)).hasMessageContaining("NaN");
    }

    static List<Outcome> outcomes() {
        return List.of(
                new Outcome.Solved(300, 18_000, 0.01),
                new Outcome.BudgetSpent(),
                new Outcome.Diverged(Outcome.Cause.GRADIENT_NOT_FINITE, 17),
                new Outcome.Skipped("no site"),
                new Outcome.Failed("out of paper"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void aLineReadsBackEqual(Outcome outcome) {
        StoredResult stored = stored(outcome);
        String line = RecordJson.line(stored);
        assertThat(RecordJson.readLine(line)).isEqualTo(stored);
        assertThat(RecordJson.line(RecordJson.readLine(line))).isEqualTo(line);
        assertThat(line).doesNotContain("NaN", "Infinity", "\n");
    }

    @Test
    void solvedStepsAreAKeyOnlyWhereThereAreAny() {
        StoredResult without = stored(new Outcome.BudgetSpent());
        assertThat(RecordJson.line(without)).doesNotContain("steps");
        TrialResult r = without.result();
        List<SolvedStep> steps = List.of(
                new SolvedStep(0, 17, 2, 5, 17, 9_000, 0.01, 0.5, 0.8),
                new SolvedStep(1, 1, 2, 52, 1, 800, 0, null, 0));
        StoredResult with = new StoredResult(
                without.id(),
                TRIAL,
                "code",
                new TrialResult(r.outcome(), 0, 0.5, r.curve(), r.costs(), List.of(0.25), r.parameters(), "ab", steps),
                without.circumstances());
        String line = RecordJson.line(with);
        assertThat(line)
                .contains("\"weights\":\"ab\",\"steps\":[{\"update\":0,\"iterations\":17,")
                .contains("\"reductionRatio\":null");
        assertThat(RecordJson.readLine(line)).isEqualTo(with);
        assertThatThrownBy(() -> RecordJson.readLine(line.replace("\"losses\":5,", "")))
                .hasMessageContaining("losses");
    }

    @Test
    void outcomesAreNamedByTheirKind() {
        assertThat(RecordJson.line(stored(new Outcome.Diverged(Outcome.Cause.FAR_OFF, 3))))
                .contains("\"outcome\":{\"kind\":\"diverged\",\"cause\":\"far-off\",\"update\":3}");
    }

    @Test
    void unknownKeysAreRefusedByName() {
        String line =
                RecordJson.line(stored(new Outcome.BudgetSpent())).replace("\"layers\":1", "\"layers\":1,\"hiden\":2");
        assertThatThrownBy(() -> RecordJson.readLine(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hiden");
    }

    @Test
    void missingKeysAndTrailingTextAreRefused() {
        String line = RecordJson.line(stored(new Outcome.BudgetSpent()));
        assertThatThrownBy(() -> RecordJson.readLine(line.replace("\"layers\":1,", "")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RecordJson.readLine(line + " 1")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "layers":1,              | ``                         | the key 'trial.model.layers' is missing
            "layers":1               | "layers":NaN               | not JSON from column
            "layers":1               | "layers":+1                | not JSON from column
            "layers":1               | "layers":01                | not JSON from column
            "layers":1               | "layers":tru               | not JSON from column
            "layers":1               | 'layers':1                 | not JSON from column
            "layers":1               | layers:1                   | not JSON from column
            "layers":1               | "layers":1 /* one */       | not JSON from column
            "layers":1               | "layers":"one"             | trial.model.layers holds a value of another kind
            "layers":1               | "layers":[]                | trial.model.layers holds a value of another kind
            "layers":1               | "layers":1e99              | trial.model.layers
            "layers":1               | "layers":99999999999       | trial.model.layers
            "layers":1               | "layers":null              | trial.model.layers
            "layers":1               | "layers":1,"layers":1      | the key 'layers' is there twice
            "kind":"budget-spent"    | "kind":"gone"              | result.outcome holds a value of another kind
            "kind":"budget-spent"    | "kind":7                   | result.outcome
            "kind":"budget-spent"    | "kid":7                    | result.outcome
            "seed":7                 | "seed":7}}                 | ``
            "seed":7                 | "seed":                    | not JSON
            "phase":"tuning"         | "phase":"testing"          | trial.replicate.phase holds a value of another kind
            "attempts":0             | "attempts":"0"             | result.attempts holds a value of another kind
            """)
    void damageIsSaidWithoutTheWordsOfTheParser(String whole, String damaged, String said) {
        String line = RecordJson.line(stored(new Outcome.BudgetSpent()));
        assertThat(line).contains(whole);
        for (String text : List.of(line.replace(whole, damaged), line + " 1", line.substring(0, 200), "[]", "7", "")) {
            assertThatThrownBy(() -> ResultJson.read(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .doesNotContainIgnoringCase("feature", "creator", "jackson", "deserial", "token", "org.longspan");
        }
        assertThatThrownBy(() -> ResultJson.read(line.replace(whole, damaged))).hasMessageContaining(said);
    }

    @Test
    void canonicalLineHoldsNoCircumstances() {
        assertThat(RecordJson.canonicalLine(stored(new Outcome.BudgetSpent())))
                .startsWith("{\"id\":")
                .doesNotContain("circumstances", "jdk");
    }

    @Test
    void aPenaltyOfSignalsHasAKeyOnlyWhereThereIsOne() {
        StoredResult plain = stored(new Outcome.BudgetSpent());
        CurvePoint point = new CurvePoint(0, 0, 1.5, null, new StepSummary(null, null, null, null, null, 0, 0.75));
        StoredResult penalized = new StoredResult(
                plain.id(),
                plain.trial(),
                plain.code(),
                result(new Outcome.BudgetSpent(), point),
                plain.circumstances());

        assertThat(RecordJson.line(plain)).doesNotContain("signalPenalty");
        assertThat(RecordJson.line(penalized)).contains("\"signalPenalty\":[0.75]");
        assertThat(RecordJson.readLine(RecordJson.line(plain))).isEqualTo(plain);
        assertThat(RecordJson.readLine(RecordJson.line(penalized))).isEqualTo(penalized);
    }

    @Test
    void anInitialStateHasAKeyOnlyWhereItIsLearned() {
        ModelChoice model = TRIAL.model();
        ModelChoice learned =
                new ModelChoice(model.cell(), 8, 1, model.initialization(), model.regularizer(), ModelChoice.LEARNED);
        Trial other = with(learned, TRIAL.clipping(), TRIAL.nonFiniteGradient());
        StoredResult zero = stored(new Outcome.BudgetSpent());
        StoredResult stored =
                new StoredResult(RecordJson.id(other), other, zero.code(), zero.result(), zero.circumstances());

        assertThat(RecordJson.canonical(TRIAL)).doesNotContain("initialState");
        assertThat(RecordJson.canonical(other)).contains(",\"initialState\":\"learned\"}");
        assertThat(RecordJson.id(other)).isNotEqualTo(RecordJson.id(TRIAL));
        assertThat(RecordJson.readLine(RecordJson.line(stored))).isEqualTo(stored);
    }

    private static String canonicalOfThreshold(double threshold) {
        Choice clipping = new Choice("by-norm", new Settings(Map.of("threshold", threshold)));
        return RecordJson.canonical(with(TRIAL.model(), clipping, TRIAL.nonFiniteGradient()));
    }

    private static Trial with(ModelChoice model, Choice clipping, Choice policy) {
        return new Trial(
                TRIAL.task(),
                model,
                TRIAL.optimizer(),
                TRIAL.schedule(),
                clipping,
                policy,
                TRIAL.budget(),
                TRIAL.evaluation(),
                TRIAL.divergence(),
                TRIAL.seed(),
                TRIAL.replicate());
    }

    private static StoredResult stored(Outcome outcome) {
        CurvePoint point = new CurvePoint(0, 0, 1.5, null, StepSummary.NONE);
        return new StoredResult(
                RecordJson.id(TRIAL),
                TRIAL,
                "code",
                result(outcome, point),
                new Circumstances(0.5, "2026", "25", "cpu", "plain", "linux"));
    }

    private static TrialResult result(Outcome outcome, CurvePoint point) {
        Costs costs = new Costs(1, 60, 0, 200, 12);
        return new TrialResult(outcome, 0, 0.5, List.of(point), costs, List.of(0.25), 40, "ab", List.of());
    }
}
