package org.longspan.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain texts mean what the core schema of YAML 1.2 says. */
class CoreSchemaTest {

    private static final Pattern NULL = Pattern.compile("null|Null|NULL|~");
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final List<Pattern> NUMBERS = List.of(
            Pattern.compile("[-+]?[0-9]+"),
            Pattern.compile("0o[0-7]+"),
            Pattern.compile("0x[0-9a-fA-F]+"),
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
            Pattern.compile("[-+]?(\\.inf|\\.Inf|\\.INF)"),
            Pattern.compile("\\.nan|\\.NaN|\\.NAN"));

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "+40, 40",
        "-7, -7",
        "010, 10",
        "0o17, 15",
        "0x10, 16",
        "0xfF, 255",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808"
    })
    void aWholeNumberIsALong(String text, long value) {
        assertThat(CoreSchema.value(text)).isEqualTo(value);
        assertThat(CoreSchema.whole(text)).hasValue(value);
    }

    @ParameterizedTest
    @CsvSource({
        ".001, 0.001",
        "+0.001, 0.001",
        "-.5, -0.5",
        "1., 1",
        "1e3, 1000",
        "1E+3, 1000",
        "2.5e-3, 0.0025",
        ".5e1, 5",
        "12e03, 12000",
        "9223372036854775808, 9223372036854775808",
        "0x10000000000000000, 18446744073709551616",
        ".inf, Infinity",
        "+.INF, Infinity",
        "-.Inf, -Infinity",
        "1e400, Infinity",
        ".nan, NaN",
        ".NaN, NaN"
    })
    void anyOtherNumberIsADouble(String text, double value) {
        assertThat(CoreSchema.value(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"1e3, 1000", "40.0, 40", "4.00e1, 40", "2.5e1, 25", "1e18, 1000000000000000000", "0e0, 0", "-1e2, -100"
    })
    void aNumberWithAPointOrAnExponentMayBeWhole(String text, long value) {
        assertThat(CoreSchema.whole(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.5", "1e-3", "1e19", "1e400", "1e99999999999", "1e-99999999999", ".inf", ".nan"})
    void noOtherNumberIsWhole(String text) {
        assertThat(CoreSchema.isNumber(text)).isTrue();
        assertThat(CoreSchema.whole(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "no",
                "on",
                "off",
                "y",
                "tRUE",
                "1_000",
                "1:30",
                "190:20:30",
                "0b101",
                "0x",
                "0o8",
                "-0x10",
                "+0o7",
                ".",
                "e3",
                "1e",
                "1e+",
                "+",
                "-",
                "inf",
                "Infinity",
                "nan",
                "+.nan",
                "1f",
                "0x1p3",
                "1 000",
                "1,5",
                "٣",
                "２",
                "nULL",
                "lstm",
                "-adam"
            })
    void whatOnlyOtherFormatsTakeForANumberOrATruthValueIsAWord(String text) {
        assertThat(CoreSchema.value(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-400", "-.0001e-400"})
    void aNumberThatWouldBecomeZeroIsTooSmall(String text) {
        assertThat(CoreSchema.isTooSmall(text)).isTrue();
        assertThat(CoreSchema.isTooSmall("0.0e-400")).isFalse();
        assertThat(CoreSchema.isTooSmall("4.9e-324")).isFalse();
    }

    @Test
    void everyShortTextHasTheTypeThatTheSpecificationsExpressionsGiveIt() {
        char[] letters = "019.+-eExo~_:nN".toCharArray();
        everyText("", 5, letters);
        for (String word : List.of("null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE")) {
            check(word);
        }
    }

    private static void everyText(String begun, int more, char[] letters) {
        if (!begun.isEmpty()) {
            check(begun);
        }
        for (int i = 0; i < letters.length && more > 0; i++) {
            everyText(begun + letters[i], more - 1, letters);
        }
    }

    private static void check(String text) {
        Object value = CoreSchema.value(text);
        boolean isNumber = NUMBERS.stream().anyMatch(form -> form.matcher(text).matches());
        boolean agrees = NULL.matcher(text).matches()
                ? value == null
                : BOOLEAN.matcher(text).matches()
                        ? value instanceof Boolean
                        : isNumber ? value instanceof Number : text.equals(value);
        if (!agrees) {
            throw new AssertionError(text + " is " + value);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0x", "0o7", "0.0", "1e"})
    void aNumberOfAMillionDigitsIsReadInAMoment(String begun) {
        String text = begun + "1".repeat(1_000_000);
        assertThat(CoreSchema.value(text)).isInstanceOf(Double.class);
        assertThat(CoreSchema.whole(text)).isEmpty();
    }
}
