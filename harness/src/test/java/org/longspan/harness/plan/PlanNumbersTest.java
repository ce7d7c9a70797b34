package org.longspan.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.longspan.harness.plan.PlanReaderTest.GOOD;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.refusal.UserError;

/** A plan takes every number of YAML 1.2, and says of other values how they become one. */
class PlanNumbersTest {

    private final PlanReader reader = new PlanReader(FakeMethods.catalogue(), FakeTasks.catalogue());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "updates: 500 | updates: 1e3 | 1000",
                "updates: 500 | updates: +40 | 40",
                "updates: 500 | updates: 0x10 | 16",
                "updates: 500 | updates: 0o17 | 15",
                "updates: 500 | updates: 010 | 10",
                "updates: 500 | updates: 40.0 | 40"
            })
    void whatYamlCallsANumberIsANumber(String from, String to, long updates) {
        assertThat(reader.read("a.yaml", GOOD.replace(from, to))
                        .rules()
                        .budget()
                        .updates())
                .isEqualTo(updates);
    }

    @Test
    void aSettingMayBeAnyNumberOfYaml() {
        Plan plan = reader.read(
                "a.yaml", GOOD.replace("momentum: 0.9", "momentum: +.5e0") + "divergence: {chance-multiple: .inf}");
        assertThat(plan.factors().optimizers().get(1).settings().number("momentum"))
                .isEqualTo(0.5);
        assertThat(plan.rules().divergence().chanceMultiple()).isInfinite();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hidden: 8}; | hidden: '8'}; | '8' is a text: write it without quotes; expected a whole number from 1 to",
                "momentum: 0.9 | momentum: \"0.9\" | '0.9' is a text: write it without quotes; expected a number from",
                "momentum: 0.9 | momentum: \".inf\" | '.inf' is a text: write it without quotes; expected a number",
                "updates: 500 | updates: 1_000 | 1_000 is a word: write 1000; expected a whole number",
                "updates: 500 | updates: yes | yes is given, expected a whole number",
                "updates: 500 | updates: 1:30 | 1:30 is given, expected a whole number",
                "momentum: 0.9 | momentum: 1e-400 | 1e-400 is given, expected 0, or a number of at least 4.9e-324",
                "momentum: 0.9 | momentum: .nan | momentum: .nan is given, expected a number",
                "budget: | divergence: {chance-multiple: .nan};budget: | .nan is given, expected a number greater than 0",
                "budget: | divergence: {chance-multiple: -.inf};budget: | -.inf is given, expected a number greater than 0",
                "budget: | divergence: {chance-multiple: '.inf'};budget: | '.inf' is a text: write it without quotes"
            })
    void whatIsNoNumberIsToldHowToBecomeOne(String from, String to, String message) {
        String text = GOOD.replaceFirst(Pattern.quote(from.replace(';', '\n')), to.replace(';', '\n'));
        assertThatThrownBy(() -> reader.read("bad.yaml", text))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }
}
