package org.longspan.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.longspan.harness.plan.PlanReaderTest.GOOD;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.refusal.UserError;

/** Each error in a plan gives one sentence with the place, the value and the expectation. */
class BadPlanTest {

    private final PlanReader reader = new PlanReader(FakeMethods.catalogue(), FakeTasks.catalogue());

    static List<Bad> badPlans() {
        return List.of(
                new Bad("budget:", "bugdet:", "line 12, bugdet: unknown key bugdet; did you mean budget?", true),
                new Bad("tier: smoke", "sample: {seed: 1}", "line 1, sample: the key trials is missing", true),
                new Bad(
                        "tier: smoke",
                        "sample: {trials: 0}",
                        "line 1, sample.trials: 0 is given, expected a whole number from 1 to 10000000",
                        true),
                new Bad(
                        "tier: smoke",
                        "sample: {trials: 5, seed: half}",
                        "line 1, sample.seed: half is given, expected a whole number from -9223372036854775808",
                        true),
                new Bad("tier: smoke", "sample: 200", "line 1, sample: 200 is given, expected keys and values", true),
                new Bad(
                        "tier: smoke",
                        "sample: {trails: 5, trials: 5}",
                        "line 1, sample.trails: unknown key trails; did you mean trials?",
                        true),
                new Bad("tier: smoke", "tier: smok", "line 1, tier: unknown tier smok; did you mean smoke?", true),
                new Bad(
                        "tier: smoke",
                        "seed: 99999999999999999999",
                        "seed: 99999999999999999999 is given, expected a whole number from -9223372036854775808 to"
                                + " 9223372036854775807",
                        false),
                new Bad(
                        "updates: 500",
                        "updates: 2000000000",
                        "budget.updates: 2000000000 is given, expected a whole number from 1 to 100000000",
                        true),
                new Bad(
                        "updates: 500",
                        "updates: 500, batch: 2000000000",
                        "budget.batch: 2000000000 is given, expected a whole number from 1 to 100000000",
                        true),
                new Bad(
                        "updates: 500",
                        "updates: 0",
                        "budget.updates: 0 is given, expected a whole number from 1",
                        true),
                new Bad(
                        "updates: 500",
                        "updats: 500",
                        "budget.updats: unknown key updats; did you mean updates?",
                        true),
                new Bad(
                        "budget: {updates: 500}",
                        "budget: 500",
                        "budget: 500 is given, expected keys and values",
                        true),
                new Bad("tier: smoke", "seed: a", "seed: a is given, expected a whole number", true),
                new Bad(
                        "tier: smoke",
                        "name: a/b",
                        "name: a/b is given, expected at most 100 letters from a to z, digits, dots, hyphens and "
                                + "underscores, a letter or digit first: it names the folder of the results",
                        true),
                new Bad("tier: smoke", "name: 12", "name: 12 is a number: write it in quotes; expected at most", true));
    }

    @ParameterizedTest
    @MethodSource("badPlans")
    void aBadPlanIsRefusedInOneSentenceThatNamesThePlace(Bad bad) {
        bad.assertRefused();
    }

    @Test
    void anUnknownTaskHidesNoErrorBesideIt() {
        String text = GOOD.replace("family: recall", "family: recal").replace("[3, 5]", "[]");
        assertThatThrownBy(() -> reader.read("bad.yaml", text))
                .hasMessageContaining("unknown task recal; did you mean recall?")
                .hasMessageContaining("lengths: an empty list is given, expected a list of at least one element");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheOptionForAJar() {
        assertThatThrownBy(() -> reader.read("bad.yaml", GOOD.replaceFirst("family: recall", "family: mine")))
                .hasMessageContaining("unknown task mine; known: recall; a task of your own needs --tasks JAR");
        assertThatThrownBy(() -> reader.read("bad.yaml", GOOD.replace("clippings: all", "clippings: [mine]")))
                .hasMessageContaining("; a clipping of your own needs --methods JAR");
    }

    @Test
    void aFileWhoseNameCannotNameAFolderIsAnsweredWithTheKey() {
        assertThatThrownBy(() -> reader.read("a!b.yaml", GOOD))
                .hasMessageContaining("add a key name to the plan: at most 100 letters");
    }

    @Test
    void theEndingOfAFileIsNoPartOfTheNameInAnyCase() {
        assertThat(reader.read("pl.YML", GOOD).name()).isEqualTo("pl");
    }

    @Test
    void anOptimizerThatTrainsNoModelIsRefused() {
        String text = GOOD.replace("hidden: 8", "hidden: 8, optimizers: [heavy]");
        assertThatThrownBy(() -> reader.read("bad.yaml", text))
                .isInstanceOf(UserError.class)
                .hasMessage("bad.yaml, line 8, optimizers: no model is trained by descent: remove it, or add it to a "
                        + "model's optimizers");
    }

    @ParameterizedTest
    @MethodSource("notYaml")
    void whatIsNotYamlIsRefusedWithItsLine(String text) {
        assertThatThrownBy(() -> reader.read("bad.yaml", text))
                .isInstanceOf(UserError.class)
                .hasMessageMatching("bad.yaml.*(line \\d+|is empty).*")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tier: [smoke\\nmodels: 1 | line 2, column 7: not YAML: expected ',' or ']', but got :",
                "a: b: c | line 1, column 5: not YAML: a second key in one line, or a text with a colon and no quotes",
                "tier: smoke\\n  seed: 0 | line 2, column 7: not YAML: a second key in one line",
                "models: [ | line 1, column 10: not YAML: expected a value, but found the end of the file",
                "tier: smoke\\n\\tseed: 0 | line 2, column 1: not YAML: found character '\\t(TAB)'",
                "tier: \"smoke | line 1, column 13: not YAML: found unexpected end of stream"
            })
    void whatIsNotYamlIsRefusedWithTheOnePlaceToMend(String text, String message) {
        assertThatThrownBy(() -> reader.read("bad.yaml", text.translateEscapes()))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("bad.yaml, " + message)
                .hasMessageNotContaining("\n");
    }

    static List<String> notYaml() {
        return List.of(
                "",
                "models: [",
                "a: b: c",
                "\tmodels: 1",
                "- 1\n- 2",
                "just words",
                "tier: smoke\ntier: quick\n",
                GOOD + "---\n" + GOOD);
    }

    @Test
    void aFileThatIsNotThereOrNoTextIsNamed(@TempDir Path folder) throws Exception {
        Path absent = folder.resolve("absent.yaml");
        assertThatThrownBy(() -> reader.read(absent))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("absent.yaml");
        assertThatThrownBy(() -> reader.read(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is not there");
        Path latin = Files.write(folder.resolve("latin.yaml"), "tier: smöke".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> reader.read(latin))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("UTF-8");
    }
}
