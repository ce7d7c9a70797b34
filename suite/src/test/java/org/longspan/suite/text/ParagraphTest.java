package org.longspan.suite.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParagraphTest {

    private static final String TEXT =
            "How far back in time can a recurrent network learn, and which optimizer decides that?";

    @ParameterizedTest
    @ValueSource(ints = {12, 20, 33, 60, 200})
    void noLineIsWiderThanItMayBe(int width) {
        assertThat(Paragraph.lines(TEXT, width, "", "  "))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 33, 200})
    void noWordIsLostOrTornApart(int width) {
        String joined = String.join(" ", Paragraph.lines(TEXT, width, "", ""));

        assertThat(joined).isEqualTo(TEXT);
    }

    @Test
    void theFirstLineHasAnIndentOfItsOwn() {
        assertThat(Paragraph.lines("one two three", 9, "> ", "    ")).containsExactly("> one two", "    three");
    }

    @Test
    void breaksInTheTextStay() {
        assertThat(Paragraph.block("a = b\nc = d", 80, 2)).isEqualTo("  a = b\n  c = d\n");
    }
}
