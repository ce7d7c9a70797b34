package org.longspan.numerics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {

    private static final Setting RATE =
            Setting.Number.positive("rate", "Learning rate.", 0.1).tuned(SearchRange.log(1e-4, 1));
    private static final Setting MOMENTUM = Setting.Number.within("momentum", "Momentum.", 0.9, 0, 1);
    private static final Setting STEPS = Setting.Number.whole("steps", "Number of steps.", 10, 1, 100);
    private static final Setting KIND = new Setting.Word("kind", "Which one.", "slow", List.of("slow", "fast"));

    @Nested
    class ASetting {

        @Test
        void validValuesPass() {
            assertThat(RATE.check(1e-300)).isEqualTo(1e-300);
            assertThat(MOMENTUM.check(0)).isEqualTo(0.0);
            assertThat(MOMENTUM.check(1.0)).isEqualTo(1.0);
            assertThat(STEPS.check(7)).isEqualTo(7.0);
            assertThat(KIND.check("fast")).isEqualTo("fast");
        }

        @Test
        void invalidValuesAreToldWhatWouldBeRight() {
            refuses(RATE, 0, "rate is 0, expected a number greater than 0");
            refuses(RATE, -0.5, "rate is -0.5, expected a number greater than 0");
            refuses(RATE, Double.NaN, "rate is NaN, expected a number greater than 0");
            refuses(RATE, Double.POSITIVE_INFINITY, "rate is Infinity, expected a number greater than 0");
            refuses(RATE, "0.1", "rate is 0.1, expected a number greater than 0");
            refuses(MOMENTUM, 1.5, "momentum is 1.5, expected a number from 0 to 1");
            refuses(STEPS, 2.5, "steps is 2.5, expected a whole number from 1 to 100");
            refuses(STEPS, 0, "steps is 0, expected a whole number from 1 to 100");
            refuses(KIND, "quick", "kind is quick, expected one of slow, fast");
            refuses(KIND, 1.0, "kind is 1.0, expected one of slow, fast");
        }

        private void refuses(Setting setting, Object value, String message) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> setting.check(value))
                    .withMessage(message);
        }

        @Test
        void infinityIsValidOnlyWhereTheRangeEndsThere() {
            Setting threshold = Setting.Number.within("threshold", "Where to clip.", 1, 0, Double.POSITIVE_INFINITY);
            assertThat(threshold.check(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        }

        @Test
        void onlyATunedSettingHasARange() {
            assertThat(RATE.search()).contains(SearchRange.log(1e-4, 1));
            assertThat(MOMENTUM.search()).isEmpty();
            assertThat(KIND.search()).isEmpty();
        }
    }

    @Nested
    class SearchRanges {

        private SearchRange range(SearchRange.Scale scale) {
            return new SearchRange(scale, 0.01, 0.99);
        }

        @ParameterizedTest
        @EnumSource
        void beginAtTheLowerEndRiseAndStayBelowTheUpper(SearchRange.Scale scale) {
            SearchRange range = range(scale);
            assertThat(range.at(0)).isCloseTo(0.01, within(1e-15));
            assertThat(range.at(Math.nextDown(1.0))).isCloseTo(0.99, within(1e-13));
            double before = range.at(0);
            for (double u = 0.001; u < 1; u += 0.001) {
                assertThat(range.at(u)).isGreaterThan(before).isLessThan(0.99);
                before = range.at(u);
            }
        }

        @Test
        void halfWayIsTheMiddleOfTheScale() {
            assertThat(SearchRange.log(1e-4, 1).at(0.5)).isCloseTo(1e-2, within(1e-15));
            assertThat(SearchRange.logComplement(0, 0.9999).at(0.5)).isCloseTo(0.99, within(1e-13));
            assertThat(new SearchRange(SearchRange.Scale.LINEAR, -1, 3).at(0.5)).isEqualTo(1);
        }

        @Test
        void rangesThatAreNoneAreRefused() {
            assertThatIllegalArgumentException().isThrownBy(() -> SearchRange.log(0, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> SearchRange.log(2, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> SearchRange.log(1, Double.POSITIVE_INFINITY));
            assertThatIllegalArgumentException().isThrownBy(() -> SearchRange.logComplement(0, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> SearchRange.log(Double.NaN, 1));
        }
    }

    @Nested
    class Entries {

        private final Entry<Settings> entry = new Entry<>(
                "momentum",
                "Adds a share of the last update.",
                "v ← μv - ηg",
                "Polyak 1964",
                List.of(RATE, MOMENTUM, KIND),
                List.of("sgd"),
                settings -> settings);

        @Test
        void defaultsFillWhatIsNotGiven() {
            Settings complete = entry.create(Settings.NONE.with("momentum", 0));
            assertThat(complete.values())
                    .containsExactly(
                            java.util.Map.entry("kind", "slow"),
                            java.util.Map.entry("momentum", 0.0),
                            java.util.Map.entry("rate", 0.1));
            assertThat(complete.number("momentum")).isZero();
            assertThat(complete.word("kind")).isEqualTo("slow");
        }

        @Test
        void aSilentSettingIsLeftOutAtItsDefaultGivenOrNot() {
            Setting later = new Setting.Word("pace", "How.", "even", List.of("even", "rising")).silent();
            List<Setting> settings = List.of(RATE, later);
            assertThat(Entry.complete("x", settings, Settings.NONE))
                    .isEqualTo(Entry.complete("x", List.of(RATE), Settings.NONE))
                    .isEqualTo(Entry.complete("x", settings, Settings.NONE.with("pace", "even")));
            assertThat(Settings.NONE.word("pace", "even")).isEqualTo("even");
            assertThat(Entry.complete("x", settings, Settings.NONE.with("pace", "rising"))
                            .word("pace", "even"))
                    .isEqualTo("rising");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Entry.complete("x", settings, Settings.NONE.with("pace", "odd")))
                    .withMessage("x: pace is odd, expected one of even, rising");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Entry.complete("x", settings, Settings.NONE.with("pase", "odd")))
                    .withMessage("x: unknown setting pase; known: pace, rate");
        }

        @Test
        void unknownSettingsAreAnsweredWithTheKnownOnes() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> entry.complete(Settings.NONE.with("momentun", 0.5)))
                    .withMessage("momentum: unknown setting momentun; known: kind, momentum, rate");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Entry.complete("none", List.of(), Settings.NONE.with("x", 1)))
                    .withMessage("none: unknown setting x; known: none");
        }

        @Test
        void invalidValuesAreNamedWithTheirOwner() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> entry.create(Settings.NONE.with("momentum", 2)))
                    .withMessage("momentum: momentum is 2.0, expected a number from 0 to 1");
        }

        @Test
        void entriesAreFoundByName() {
            assertThat(Entry.find("optimizer", List.of(entry), "momentum")).isSameAs(entry);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Entry.find("optimizer", List.of(entry), "adam"))
                    .withMessage("unknown optimizer adam; known: momentum");
        }

        @Test
        void valuesThatAreMissingAreNamed() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Settings.NONE.number("rate"))
                    .withMessage("no setting rate; known: []");
            assertThat(Settings.NONE.with("steps", 3).whole("steps")).isEqualTo(3);
        }
    }
}
