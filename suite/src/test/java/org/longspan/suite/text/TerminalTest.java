package org.longspan.suite.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {

    private static String shown(String text) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), 80, true);
        terminal.out().print(text);
        for (char character : text.toCharArray()) {
            terminal.err().write(character);
        }
        terminal.out().flush();
        terminal.err().flush();
        assertThat(err).as("one character after the other").hasToString(out.toString());
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "'\u001b]0;title\u0007', \\u001b]0;title\\u0007",
        "'\u001b[2J\u001b[8m', \\u001b[2J\\u001b[8m",
        "'a\rb\u009bc\u007f', a\\u000db\\u009bc\\u007f",
        "'\u202enimda\u2066', \\u202enimda\\u2066",
        "'a\u200bb\ufeff\u2028', a\\u200bb\\ufeff\\u2028",
    })
    void whatATerminalWouldObeyIsShown(String text, String shown) {
        assertThat(shown(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"θ ← θ - η g³\n\tnext", "\u001b[1madam\u001b[21m\u001b[0m", "名前 \uD83D\uDE00"})
    void wordsAndTheStylesOfHeadingsStayAsTheyAre(String text) {
        StringWriter out = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(out), 80, true);
        terminal.out().println(text);

        assertThat(out.toString()).isEqualToNormalizingNewlines(text + "\n");
    }

    @Test
    void dataGoToAFileByteForByteAndToAPersonEscaped() {
        String data = "{\"a\":\"\udb40\udc67\u00ad\u007f\u200d\u200c\"}";
        for (boolean interactive : new boolean[] {true, false}) {
            StringWriter out = new StringWriter();
            Terminal terminal =
                    new Terminal(new PrintWriter(out), new PrintWriter(new StringWriter()), 80, interactive);
            terminal.out().print("first\n");
            terminal.data(data);
            terminal.out().print("last\n");
            terminal.out().flush();

            String shown = "{\"a\":\"\\udb40\\udc67\\u00ad\\u007f\\u200d\\u200c\"}";
            assertThat(out).hasToString("first\n" + (interactive ? shown : data) + "\nlast\n");
        }
    }

    @Test
    void whatIsRedrawnIsObeyed() {
        StringWriter err = new StringWriter();
        new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), 80, true).redraw("\r\u001b[K");

        assertThat(err).hasToString("\r\u001b[K");
    }

    @ParameterizedTest
    @CsvSource({"80, 80", "' 90 ', 90", "7, 40", "400, 120"})
    void theWidthFollowsTheTerminalWithinWhatCanBeRead(String columns, int width) {
        assertThat(Terminal.width(columns)).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"NULL", "wide", "-5", "0", "''"},
            nullValues = "NULL")
    void aWidthThatIsNoNumberCountsAsUnknown(String columns) {
        assertThat(Terminal.width(columns)).isEqualTo(Terminal.DEFAULT_WIDTH);
    }
}
