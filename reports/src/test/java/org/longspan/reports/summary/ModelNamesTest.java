package org.longspan.reports.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.numerics.catalogue.Settings;

/** A model's short name says what sets it apart from the others of its run, and no more. */
class ModelNamesTest {

    private static final Choice LSTM = choice("lstm", "forget-bias", 1);
    private static final Choice GRU = choice("gru", "reset", 2);
    private static final Choice NONE = new Choice("none", Settings.NONE);

    @Test
    void differentCellsNeedNothingElse() {
        assertThat(names(model(LSTM, 8, glorot(1), false), model(GRU, 16, glorot(1), false)))
                .containsExactly("lstm", "gru");
    }

    @Test
    void whereInitializationsDifferTheirNamesAreEnough() {
        assertThat(names(model(LSTM, 8, glorot(1), false), model(LSTM, 8, choice("identity", "deviation", 0.1), false)))
                .containsExactly("lstm glorot", "lstm identity");
    }

    @Test
    void oneSettingThatDiffersStandsAlone() {
        Choice wide = new Choice("glorot", Settings.NONE.with("gain", 1.5).with("bias", 0));
        Choice narrow = new Choice("glorot", Settings.NONE.with("gain", 1).with("bias", 0));
        assertThat(names(model(LSTM, 8, narrow, false), model(LSTM, 8, wide, false), model(GRU, 8, narrow, false)))
                .containsExactly("lstm gain 1", "lstm gain 1.5", "gru gain 1");
    }

    @Test
    void aLearnedInitialStateIsNamedWhereOthersAreZeroAndNoSettingsAreWithIt() {
        assertThat(names(
                        model(LSTM, 8, glorot(1), false),
                        model(LSTM, 8, glorot(1), true),
                        model(GRU, 8, glorot(1), false)))
                .containsExactly("lstm", "lstm learned state", "gru");
        assertThat(names(model(LSTM, 8, glorot(1), true), model(LSTM, 16, glorot(1), false)))
                .containsExactly("lstm H8 learned state", "lstm H16");
        assertThat(names(model(LSTM, 8, glorot(1), true), model(GRU, 8, glorot(1), true)))
                .containsExactly("lstm", "gru");
    }

    @Test
    void theDescriptionHoldsEverySetting() {
        assertThat(ModelNames.described(model(LSTM, 8, choice("identity", "deviation", 0.1), true)))
                .isEqualTo("lstm (forget-bias 1), 8 units; initialization identity (deviation 0.1);"
                        + " regularizer none; initial state learned");
    }

    private static List<String> names(ModelChoice... models) {
        return List.copyOf(ModelNames.of(List.of(models)).values());
    }

    private static ModelChoice model(Choice cell, int hidden, Choice initialization, boolean learned) {
        return new ModelChoice(cell, hidden, 1, initialization, NONE, learned ? ModelChoice.LEARNED : ModelChoice.ZERO);
    }

    private static Choice glorot(double gain) {
        return choice("glorot", "gain", gain);
    }

    private static Choice choice(String name, String setting, double value) {
        return new Choice(name, Settings.NONE.with(setting, value));
    }
}
