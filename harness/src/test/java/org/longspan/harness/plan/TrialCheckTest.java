package org.longspan.harness.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.fake.Plans;
import org.longspan.harness.fake.Results;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Instruments;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.PlugInJars;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.json.RecordJson;

/** A stored trial that no plan can hold, or that its run's plan does not, is refused before it runs again. */
class TrialCheckTest {

    private static final Plan PLAN = Plans.read("""
            models: [{cell: gated, hidden: 8, initialization: sparse}]
            tasks: [{family: recall, lengths: [3]}]
            optimizers: [heavy]
            clippings: [by-norm]
            budget: {batch: 20, updates: 40}
            """);

    private static final StoredResult STORED = stored();

    private final TrialCheck check = new TrialCheck(FakeMethods.catalogue(), FakeTasks.catalogue());

    private static StoredResult stored() {
        Trial trial = Grid.of(PLAN, FakeMethods.catalogue(), (model, optimizer, clipping) -> Optional.empty())
                .cells()
                .get(0)
                .next(Map.of())
                .get(0);
        return new StoredResult(
                RecordJson.id(trial),
                trial,
                "0".repeat(64),
                Results.solved(600),
                new Circumstances(0.5, "2026-01-01T00:00:00Z", "25", "cpu", "plain", "Linux"));
    }

    private static Manifest manifest() {
        Manifest.TaskEntry task = new Manifest.TaskEntry(
                PLAN.factors().tasks().get(0), true, 1.0 / 3, "1/3", "loss", true, 0.01, "squared error", "");
        return new Manifest(
                Manifest.SCHEMA,
                new Manifest.Provenance(PLAN.name(), PLAN.text(), PLAN.head(), "0", "", Map.of()),
                new Manifest.Tuning("quick", 4, "by-norm", Instruments.NONE, 8, 1, Optional.empty()),
                new Manifest.Design(
                        List.of(task),
                        PLAN.factors().models(),
                        List.of(method("heavy")),
                        List.of(method("by-norm")),
                        List.of(method("constant")),
                        List.of(method("fail")),
                        List.of(),
                        List.of(),
                        40),
                PLAN.rules(),
                Map.of(),
                PlugInJars.NONE,
                List.of(),
                List.of());
    }

    private static Manifest.MethodEntry method(String name) {
        return new Manifest.MethodEntry("kind", name, "", "", "", name, List.of(), List.of());
    }

    @Test
    void aTrialOfItsRunPasses() {
        assertThatCode(() -> check.require(STORED.trial(), manifest())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'batch':20 | 'batch':2147483647 | batch is 2147483647, expected a whole number from 1 to 100000000",
                "'batch':20 | 'batch':1000000 | it does not obey the rules of its run: budget.batch: 20, now 1000000",
                "'batch':20 | 'batch':0 | batch is 0, expected a whole number from 1",
                "'updates':40 | 'updates':4611686018427387904 | updates is 4611686018427387904, expected a whole number",
                "'updates':40 | 'updates':1000000 | it does not obey the rules of its run: budget.updates: 40, now 1000000",
                "'length':3 | 'length':2147483647 | length is 2147483647, expected a whole number from 1 to 1000000",
                "'length':3 | 'length':1000000 | its task is none of the run's",
                "'length':3 | 'length':1 | length 1 is too short",
                "'hidden':8 | 'hidden':1000001 | hidden is 1000001, expected a whole number from 1 to 1000000",
                "'hidden':8 | 'hidden':1000000 | its model is none of the run's",
                "'layers':1 | 'layers':-1 | layers is -1, expected a whole number from 1 to 1000",
                "'validationSequences':500 | 'validationSequences':2147483647 | validationSequences is 2147483647",
                "'testSequences':1000 | 'testSequences':1000000 | evaluation.testSequences: 1000, now 1000000",
                "'everyUpdates':1 | 'everyUpdates':0 | everyUpdates is 0, expected a whole number from 1",
                "'attempts':4 | 'attempts':11 | attempts is 11, expected a whole number from 1 to 10",
                "'attempts':4 | 'attempts':5 | it does not obey the rules of its run: evaluation.attempts: 4, now 5",
                "'confirmationSequences':1000 | 'confirmationSequences':0 | confirmationSequences is 0, expected a whole",
                "'farOffInARow':3 | 'farOffInARow':0 | farOffInARow is 0, expected a whole number from 1",
                "'chanceMultiple':1000.0 | 'chanceMultiple':0 | chanceMultiple is 0.0, expected a number greater than 0",
                "'seed':3801668292532341 | 'seed':1 | seed is 1, expected 3801668292532341, that of its block",
                "'block':0 | 'block':8 | block is 8, expected a whole number from 0 to 7",
                "'block':0 | 'block':-1 | block is -1, expected a whole number from 0 to 7",
                "'block':0 | 'block':1 | seed is 3801668292532341, expected 4358872474601992, that of its block",
                "'kin':'heavy' | 'kin':'descent' | kin is descent, expected heavy, as heavy has",
                "'family':'recall' | 'family':'recal' | unknown task recal; did you mean recall?",
                "'variant':'first' | 'variant':'' | unknown variant of recall ; known: first, negated",
                "'height':1 | 'hight':1 | unknown setting hight",
                "'height':1 | 'height':-1 | height is -1.0, expected a number greater than 0",
                "'name':'heavy' | 'name':'hevy' | unknown optimizer hevy; did you mean heavy?",
                "'name':'heavy' | 'name':'descent' | descent: unknown setting",
                "'name':'gated' | 'name':'gatd' | unknown cell gatd; did you mean gated?",
                "'bias':1 | 'bias':99 | bias is 99.0, expected a number from -9 to 9",
                "'bias':1.0 | 'bias':'inf' | bias is Infinity, expected a number from -9 to 9",
                "'least':0 | 'least':5 | least 5.0 is not below greatest 1.0",
                "'unit':'relative' | 'unit':7 | unit is 7.0, expected one of relative, absolute",
                "'name':'constant' | 'name':'a\\u001bb' | unknown schedule a\\u001bb; known: constant, decay",
                "'name':'fail' | 'name':'fial' | unknown policy fial; did you mean fail?"
            })
    void aTrialThatCannotBeIsRefusedWithItsValue(String from, String to, String message) {
        String line = RecordJson.line(STORED);
        String changed = line.replace(from.replace('\'', '"'), to.replace('\'', '"'));
        Trial trial = RecordJson.readLine(changed).trial();

        assertThatThrownBy(() -> check.require(trial, manifest()))
                .as(changed)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }
}
