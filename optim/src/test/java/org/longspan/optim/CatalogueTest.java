package org.longspan.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.SearchRange;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.catalogue.Optimizers;
import org.longspan.optim.clip.Clippings;
import org.longspan.optim.nonfinite.NonFinitePolicies;
import org.longspan.optim.schedule.MomentumSchedules;
import org.longspan.optim.schedule.Schedules;

/** The lists of methods and their entries. */
public class CatalogueTest {

    static Stream<List<? extends Entry<?>>> lists() {
        return Stream.of(
                Optimizers.all(), Clippings.all(), Schedules.all(), MomentumSchedules.all(), NonFinitePolicies.all());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void namesAreUniqueAndSpecialCasesStandInTheSameList(List<? extends Entry<?>> list) {
        List<String> names = list.stream().<String>map(Entry::name).toList();
        assertThat(names).doesNotHaveDuplicates();
        for (Entry<?> entry : list) {
            assertThat(names).containsAll(entry.specialCases()).isNotEmpty();
            assertThat(entry.specialCases()).doesNotContain(entry.name());
        }
    }

    /** What is tuned of two forms of one method is drawn alike, so that their draws can be the same. */
    @ParameterizedTest
    @MethodSource("lists")
    void kinStandInTheSameListAndTheirTunedSettingsHaveTheSameNamesAndRanges(List<? extends Entry<?>> list) {
        for (Entry<?> entry : list) {
            Entry<?> kin = list.stream()
                    .filter(other -> other.name().equals(entry.kin()))
                    .findFirst()
                    .orElseThrow();
            assertThat(kin.kin()).as(entry.name()).isEqualTo(kin.name());
            assertThat(ranges(entry)).as(entry.name()).isEqualTo(ranges(kin));
        }
    }

    private static Map<String, SearchRange> ranges(Entry<?> entry) {
        return entry.settings().stream()
                .filter(setting -> setting.search().isPresent())
                .collect(Collectors.toMap(
                        Setting::name, setting -> setting.search().orElseThrow()));
    }

    @Test
    void onlyTheFormsInTorchAreKinOfAnotherOptimizer() {
        assertThat(Optimizers.all())
                .filteredOn(entry -> !entry.kin().equals(entry.name()))
                .extracting(Entry::name, Entry::kin)
                .containsExactly(tuple("momentum-torch", "momentum"), tuple("nesterov-torch", "nesterov"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyEntryHasItsEquationItsCitationAndAFactoryThatTakesItsDefaults(List<? extends Entry<?>> list) {
        for (Entry<?> entry : list) {
            assertThat(entry.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(entry.summary()).as(entry.name()).matches("[A-Z].*\\.");
            assertThat(entry.equation()).as(entry.name()).isNotBlank();
            assertThat(entry.citation()).as(entry.name()).containsPattern("\\b(19|20)\\d\\d\\b");
            assertThat((Object) entry.create(Settings.NONE)).isNotNull();
        }
    }

    public static Stream<Entry<Optimizer>> firstOrder() {
        return Optimizers.all().stream()
                .filter(entry -> entry.create(Settings.NONE).needs().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("firstOrder")
    void theLearningRateIsTunedOverFourDecadesAndItsDefaultLiesInside(Entry<Optimizer> entry) {
        Setting setting = entry.settings().get(0);
        SearchRange range = setting.search().orElseThrow();
        assertThat(setting.name()).isEqualTo("learning-rate");
        assertThat(range.scale()).isEqualTo(SearchRange.Scale.LOG);
        assertThat(range.to() / range.from()).isGreaterThanOrEqualTo(0.9999e4);
        assertThat((Double) setting.defaultValue()).isBetween(range.from(), range.to());
    }

    @Test
    void unknownNamesAreToldTheKnownOnes() {
        assertThatThrownBy(() -> Optimizers.named("adm"))
                .hasMessage("unknown optimizer adm; known: " + names(Optimizers.all()));
        assertThatThrownBy(() -> Clippings.named("norm"))
                .hasMessage("unknown clipping norm; known: " + names(Clippings.all()));
        assertThatThrownBy(() -> Schedules.named("cos")).hasMessageEndingWith("known: " + names(Schedules.all()));
        assertThatThrownBy(() -> MomentumSchedules.named("sutskever"))
                .hasMessageEndingWith("known: " + names(MomentumSchedules.all()));
        assertThatThrownBy(() -> NonFinitePolicies.named("ignore"))
                .hasMessageEndingWith("known: " + names(NonFinitePolicies.all()));
    }

    private static String names(List<? extends Entry<?>> entries) {
        return entries.stream().map(Entry::name).collect(Collectors.joining(", "));
    }

    @Test
    void aMomentumThatAFloatRoundsToOneIsRefused() {
        for (double mu : new double[] {1, 1 - 1e-12, -0.1, Double.NaN}) {
            assertThatThrownBy(() -> Optimizers.named("momentum").create(Settings.NONE.with("momentum", mu)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("momentum: momentum is " + mu);
        }
    }
}
