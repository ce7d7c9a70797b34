package org.longspan.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaTokensTest {

    private static final String QUOTES = "\"\"\"";

    @Test
    void commentsAndWhiteSpaceAreGone() {
        String plain = "int a=b/c;";
        String decorated = "/** Says */ int\ta /* = 3 */ =\r\n  b / // a quote: \" and '\n c; /**/ //";
        assertThat(JavaTokens.of(decorated))
                .isEqualTo(JavaTokens.of(plain))
                .containsExactly("int", "a", "=", "b", "/", "c", ";");
    }

    @Test
    void wordsThatWhiteSpacePartsStayApart() {
        assertThat(JavaTokens.of("return x")).isNotEqualTo(JavaTokens.of("returnx"));
        assertThat(JavaTokens.of("a++ + b")).isNotEqualTo(JavaTokens.of("a + ++b"));
        assertThat(JavaTokens.of("a - -b")).isNotEqualTo(JavaTokens.of("a-- b"));
        assertThat(JavaTokens.of("List<List<A>> a")).isEqualTo(JavaTokens.of("List<List<A> > a"));
        assertThat(JavaTokens.of("1.5e-3f+x")).isEqualTo(JavaTokens.of("1.5e-3f + x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"// no comment\"",
                "\"/* no comment */\"",
                "\"a \\\" b\"",
                "\"ends in a backslash \\\\\"",
                "\"\"",
                "'\"'",
                "'\\''",
                "'\\\\'",
                "'/'"
            })
    void aLiteralIsOneTokenAndExact(String literal) {
        assertThat(JavaTokens.of("f(" + literal + ",x)//")).containsExactly("f", "(", literal, ",", "x", ")");
    }

    @Test
    void whiteSpaceInALiteralCounts() {
        assertThat(JavaTokens.of("\"a b\"")).isNotEqualTo(JavaTokens.of("\"a  b\""));
        assertThat(JavaTokens.of("' '")).containsExactly("' '");
    }

    @Test
    void aTextBlockIsItsValueWhateverItsIndentation() {
        String block = QUOTES + "\n    // a \"quoted\" \\" + QUOTES + " line\n      /* more */\n    " + QUOTES;
        String indented = QUOTES + "  \r\n  // a \"quoted\" \\" + QUOTES + " line\r\n    /* more */\r\n  " + QUOTES;
        List<String> tokens = JavaTokens.of("x = " + block + ";");
        assertThat(tokens).hasSize(4).isEqualTo(JavaTokens.of("x = " + indented + ";"));
        assertThat(tokens.get(2)).contains("// a \"quoted\"", "\n  /* more */\n");
        assertThat(tokens).isNotEqualTo(JavaTokens.of("x = " + block.replace("more", "less") + ";"));
        assertThat(tokens).isNotEqualTo(JavaTokens.of("x = " + block.replace("      /*", "       /*") + ";"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\\u0061b, ab", // a letter
                "\\uuu0061b, ab",
                "\\u0022// text\\u0022, `\"// text\"`", // quotes
                "`x \\u002f* y *\\u002f z`, `x z`", // a comment
                "`// a\\u000ab`, b" // the end of a line
            })
    void unicodeEscapesAreReadFirst(String escaped, String plain) {
        assertThat(JavaTokens.of(escaped)).isEqualTo(JavaTokens.of(plain));
    }

    @Test
    void aBackslashAfterABackslashBeginsNoEscape() {
        assertThat(JavaTokens.of("\"\\\\u0022\" a")).containsExactly("\"\\\\u0022\"", "a");
    }

    @Test
    void lettersOfAnyScriptMakeWords() {
        assertThat(JavaTokens.of("θ₁=σ(α);")).startsWith("θ");
        assertThat(JavaTokens.of("\ud835\udf03x = 1")).containsExactly("\ud835\udf03x", "=", "1");
        assertThat(JavaTokens.of("\"\ud835\udf03\"")).isNotEqualTo(JavaTokens.of("\"\ud835\udf04\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n/* b", "a\n\"b", "a\n'b", "a\n" + QUOTES + "\nb\"\""})
    void whatDoesNotEndIsNamedWithItsLine(String source) {
        assertThatThrownBy(() -> JavaTokens.of(source))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2 does not end");
    }
}
