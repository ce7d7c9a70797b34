package org.longspan.harness.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void aShortPlainTextIsShownAsItIs() {
        assertThat(Shown.value("größer ‖g‖ 😀")).isEqualTo("größer ‖g‖ 😀");
    }

    @Test
    void aLongTextIsCutAndItsLengthTold() {
        assertThat(Shown.value("a".repeat(100_000))).isEqualTo("a".repeat(80) + "... (100000 characters)");
        assertThat(Shown.value("a".repeat(79) + "😀 and more")).isEqualTo("a".repeat(79) + "... (90 characters)");
        assertThat(Shown.sentence("a".repeat(100_000)).length()).isLessThan(500);
    }

    @Test
    void whatCommandsATerminalIsEscaped() {
        assertThat(Shown.escaped("\u001b[31m\u0007\r\n\t\u0000\u009b\u202e\u2028\ufeff\ud800"))
                .isEqualTo("\\u001b[31m\\u0007\\u000d\\u000a\\u0009\\u0000\\u009b\\u202e\\u2028\\ufeff\\ud800");
        assertThat(Shown.escaped("a\udb40\udc67b")).isEqualTo("a\\udb40\\udc67b");
    }
}
