package org.longspan.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.longspan.harness.plan.PlanReaderTest.GOOD;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** A change to the good plan, the expected message, and whether the schema detects the error. */
    record Bad(String from, String to, String message, boolean schemaTells) {
        @Override
        public String toString() {
            return to.strip();
        }
    }

    static List<Bad> badPlans() {
        return List.of(
                new Bad("budget:", "bugdet:", "line 12, bugdet: unknown key bugdet; did you mean budget?", true),
                new Bad(
                        "hidden: 8}",
                        "hidden: 8, optimizers: [heavy, heavy]}",
                        "models[0].optimizers[1]: heavy is given twice, expected every optimizer once",
                        true),
                new Bad("tier: smoke", "tier: {settings: 2}", "line 1, tier: the key evaluation is missing", true),
                new Bad(
                        "tier: smoke",
                        "tier: {settings: 0, evaluation: 2}",
                        "line 1, tier.settings: 0 is given, expected a whole number from 1",
                        true),
                new Bad(
                        "hidden: 8}",
                        "hidden: 8, optimizers: [hevy]}",
                        "models[0].optimizers[0]: unknown optimizer hevy of this plan; did you mean heavy?",
                        false),
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
                        "cell: plain",
                        "cell: plian",
                        "models[0].cell: unknown model plian; did you mean plain?",
                        false),
                new Bad(
                        "hidden: 8}\n",
                        "hiden: 8}\n",
                        "line 3, models[0].hiden: unknown key hiden; did you mean hidden?",
                        true),
                new Bad(
                        "hidden: 8}\n",
                        "hidden: 0}\n",
                        "models[0].hidden: 0 is given, expected a whole number from 1",
                        true),
                new Bad(
                        "hidden: 8}\n",
                        "hidden: eight}\n",
                        "models[0].hidden: eight is given, expected a whole number",
                        true),
                new Bad(
                        "hidden: 8}\n",
                        "hidden: 8.5}\n",
                        "models[0].hidden: 8.5 is given, expected a whole number",
                        true),
                new Bad("initialization: sparse", "initialization: sprase", "did you mean sparse?", false),
                new Bad(
                        "initialization: sparse",
                        "initialization: {name: sparse, least: 2}",
                        "line 4, models[1].initialization: sparse: least 2.0 is not below greatest 1.0, expected",
                        false),
                new Bad("bias: 2", "bais: 2", "models[1].cell.bais: unknown key bais; did you mean bias?", false),
                new Bad(
                        "bias: 2",
                        "bias: 20",
                        "models[1].cell.bias: 20 is given, expected a number from -9 to 9",
                        false),
                new Bad(
                        "family: recall, lengths",
                        "family: recal, lengths",
                        "tasks[0].family: unknown task recal; did you mean recall?",
                        false),
                new Bad(
                        "variant: negated",
                        "variant: negatd",
                        "unknown variant negatd of recall; did you mean negated?",
                        false),
                new Bad(
                        "[3, 5]",
                        "[1, 5]",
                        "line 6, tasks[0].lengths[0]: task recall, variant first: length 1 is too short",
                        false),
                new Bad(
                        "cell: plain, hidden: 8",
                        "cell: plain, hidden: 99999999999999999999",
                        "models[0].hidden: 99999999999999999999 is given, expected a whole number from 1 to 1000000",
                        true),
                new Bad(
                        "tier: smoke",
                        "seed: 99999999999999999999",
                        "seed: 99999999999999999999 is given, expected a whole number from -9223372036854775808 to"
                                + " 9223372036854775807",
                        false),
                new Bad(
                        "momentum: 0.9",
                        "momentum: 1e400",
                        "optimizers[1].momentum: 1e400 is given, expected a number between -1.8e308 and 1.8e308, or"
                                + " the word inf",
                        true),
                new Bad(
                        "tier: smoke",
                        "tier: {settings: 5000000, evaluation: 1}",
                        "line 1, tier.settings: 5000000 is given, expected a whole number from 1 to 10000",
                        true),
                new Bad(
                        "tier: smoke",
                        "tier: {settings: 1, evaluation: 5000000}",
                        "line 1, tier.evaluation: 5000000 is given, expected a whole number from 1 to 10000",
                        true),
                new Bad(
                        "hidden: 8}\n",
                        "hidden: 8, layers: 100000}\n",
                        "models[0].layers: 100000 is given, expected a whole number from 1 to 1000",
                        true),
                new Bad(
                        "[3, 5]",
                        "[3, 100000000]",
                        "tasks[0].lengths[1]: 100000000 is given, expected a whole number from 1 to 1000000",
                        true),
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
                new Bad("[3, 5]", "[-3, 5]", "tasks[0].lengths[0]: -3 is given, expected a whole number from 1", true),
                new Bad("[3, 5]", "[3, 3]", "tasks[0].lengths[1]: this task is given twice", true),
                new Bad(
                        "[3, 5]",
                        "[]",
                        "tasks[0].lengths: an empty list is given, expected a list of at least one",
                        true),
                new Bad("[3, 5]", "3", "tasks[0].lengths: 3 is given, expected a list", true),
                new Bad("height: 2", "hight: 2", "tasks[1].hight: unknown key hight; did you mean height?", false),
                new Bad(
                        "  - descent",
                        "  - desent",
                        "line 9, optimizers[0]: unknown optimizer desent; did you mean descent?",
                        false),
                new Bad(
                        "name: heavy",
                        "nam: heavy",
                        "optimizers[1]: a key name is missing, expected one of descent, heavy",
                        true),
                new Bad(
                        "momentum: 0.9",
                        "momentun: 0.9",
                        "optimizers[1].momentun: unknown key momentun; did you mean momentum?",
                        false),
                new Bad(
                        "momentum: 0.9",
                        "momentum: [1]",
                        "optimizers[1].momentum: a list of 1 is given, expected a number or a word",
                        true),
                new Bad(
                        "- {name: heavy, momentum: 0.9}",
                        "- descent",
                        "optimizers[1]: descent is given twice, expected every optimizer once",
                        true),
                new Bad(
                        "clippings: all",
                        "clippings: al",
                        "clippings: al is given, expected the word all, or a list",
                        true),
                new Bad(
                        "clippings: all",
                        "clippings: [all, all]",
                        "clippings[1]: the word all is given twice, expected once",
                        true),
                new Bad(
                        "clippings: all",
                        "clippings: [by-nrm]",
                        "clippings[0]: unknown clipping by-nrm; did you mean by-norm?",
                        false),
                new Bad(
                        "clippings: all",
                        "clippings: [{name: by-norm, threshold: 0}]",
                        "clippings[0].threshold: 0 is given, expected a number greater than 0",
                        false),
                new Bad(
                        "clippings: all",
                        "clippings: [{name: by-norm, threshold: -1}]",
                        "threshold: -1 is given, expected a number greater than 0",
                        false),
                new Bad(
                        "clippings: all",
                        "clippings: [{name: by-norm, threshold: .nan}]",
                        "threshold: .nan is given, expected a number greater than 0",
                        true),
                new Bad(
                        "clippings: all",
                        "clippings: [{name: by-norm, unit: relativ}]",
                        "unit is relativ, expected one of relative, absolute",
                        false),
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
                new Bad("family: recall, variant", "variant", "line 7, tasks[1]: the key family is missing", true),
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
                new Bad("tier: smoke", "name: 12", "name: 12 is a number: write it in quotes; expected at most", true),
                new Bad(
                        "tier: smoke",
                        "schedule: [constant]",
                        "schedule: a list of 1 is given, expected the name of a schedule",
                        true),
                new Bad(
                        "clippings: all",
                        "clippings: {name: by-norm}",
                        "clippings: keys and values are given, expected the word all, or a list of clipping names: ",
                        true),
                new Bad(
                        "clippings: all",
                        "clippings: [7]",
                        "clippings[0]: 7 is given, expected the name of a clipping",
                        true),
                new Bad(
                        "tier: smoke",
                        "divergence: {gradient-norm: 0}",
                        "divergence.gradient-norm: 0 is given, expected a number greater than 0",
                        true),
                new Bad(
                        "tier: smoke",
                        "divergence: {non-finite-gradient: fial}",
                        "unknown policy fial; did you mean fail?",
                        true),
                new Bad(
                        "tier: smoke",
                        "divergence: {non-finite-gradient: {name: random-step, length: 0}}",
                        "length: 0 is given, expected a number greater than 0",
                        true),
                new Bad(
                        "tier: smoke",
                        "divergence: {non-finite-gradient: {name: skip, length: 1}}",
                        "unknown key length",
                        false),
                new Bad(
                        "tier: smoke",
                        "schedule: constnt",
                        "schedule: unknown schedule constnt; did you mean constant?",
                        false));
    }

    @ParameterizedTest
    @MethodSource("badPlans")
    void aBadPlanIsRefusedInOneSentenceThatNamesThePlace(Bad bad) {
        String text = GOOD.replaceFirst(Pattern.quote(bad.from()), bad.to());
        assertThat(text).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> reader.read("plans/bad.yaml", text))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("plans/bad.yaml, line ")
                .hasMessageContaining(bad.message())
                .hasMessageNotContaining("\n");
        assertThat(PlanSchema.accepts(text)).isEqualTo(!bad.schemaTells());
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

    @Test
    void moreTrialsThanAReportCanReadAreRefused() {
        String lengths =
                IntStream.rangeClosed(2, 101).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String text = GOOD.replace("[3, 5]", "[" + lengths + "]")
                .replace("tier: smoke", "tier: {settings: 9000, evaluation: 1000}");
        assertThatThrownBy(() -> reader.read("bad.yaml", text))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "bad.yaml, line 1, tier: 10000 trials of each of 1212 cells (optimizer × clipping × model × "
                                + "task) are 12120000, expected at most 10000000: a report reads the results of all of them");
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
