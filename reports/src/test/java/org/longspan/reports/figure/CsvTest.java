package org.longspan.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static String field(Object value) {
        String text = new Csv("name").row(value).toString();
        return text.substring("name\n".length(), text.length() - 1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "=1+1, '=1+1",
                "+cmd, '+cmd",
                "-2+3, '-2+3",
                "@SUM(A1), '@SUM(A1)",
                "`\t=1`, `'\t=1`",
                "`\r=1`, `\"'\r=1\"`",
                "`=a,b`, `\"'=a,b\"`"
            })
    void aNameThatASpreadsheetWouldRunIsText(String name, String field) {
        assertThat(field(name)).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.5", "+3", "-1e-05", "-1.5E+8", "adam", "z-clip", "a=b", "-Infinity"})
    void numbersAndOtherWordsStayAsTheyAre(String words) {
        assertThat(field(words)).isEqualTo(words);
    }

    @Test
    void valuesAreNoWords() {
        assertThat(field(-0.5)).isEqualTo("-0.5");
        assertThat(field(-7)).isEqualTo("-7");
        assertThat(field(null)).isEmpty();
        assertThat(field("a \"b\", c")).isEqualTo("\"a \"\"b\"\", c\"");
    }
}
