package org.longspan.reports.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of a file of tables, by RFC 4180. */
class CsvFileTest {

    private static final Table<Double> NUMBERS = Table.<Double>of("numbers", "a number")
            .number("value", "", "a number", value -> value)
            .either("positive", "whether it is over 0", value -> value > 0);

    private static final Table<String> WORDS = Table.<String>of("words", "a word")
            .text("word", "a word", word -> word)
            .whole("length", "", "of it", w -> 1);

    private static <R> String written(Table<R> table, R row) throws IOException {
        StringWriter out = new StringWriter();
        try (CsvFile<R> file = new CsvFile<>(table, out)) {
            file.add(row);
            assertThat(file.rows()).isOne();
        }
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {0, -0.0, 0.1, 1e-300, 2e23, Double.MIN_VALUE, Double.MAX_VALUE, 1.0E23, 4.35, 9007199254740993e0
            })
    void aNumberReadsBackAsEqualBits(double value) throws IOException {
        String field = written(NUMBERS, value).split("\r\n")[1].split(",")[0];

        assertThat(Double.doubleToRawLongBits(Double.parseDouble(field))).isEqualTo(Double.doubleToRawLongBits(value));
    }

    @Test
    void whatIsNotFiniteIsInfOrEmpty() throws IOException {
        assertThat(written(NUMBERS, Double.POSITIVE_INFINITY)).isEqualTo("value,positive\r\ninf,true\r\n");
        assertThat(written(NUMBERS, Double.NEGATIVE_INFINITY)).isEqualTo("value,positive\r\n-inf,false\r\n");
        assertThat(written(NUMBERS, Double.NaN)).isEqualTo("value,positive\r\n,false\r\n");
    }

    @Test
    void wordsAreQuotedWhereTheyMustBeAndElseAsTheyAre() throws IOException {
        assertThat(written(WORDS, "a, \"b\"\nc")).isEqualTo("word,length\r\n\"a, \"\"b\"\"\nc\",1\r\n");
        assertThat(written(WORDS, "=1+1 ‖g‖ 'x'")).isEqualTo("word,length\r\n=1+1 ‖g‖ 'x',1\r\n");
        assertThat(written(WORDS, null)).isEqualTo("word,length\r\n,1\r\n");
    }
}
