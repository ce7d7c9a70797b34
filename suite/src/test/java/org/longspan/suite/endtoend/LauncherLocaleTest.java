package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The locale and the width that the script {@code longspan} gives to the virtual machine. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherLocaleTest {

    @TempDir
    private Path folder;

    private CopiedLauncher launcher;

    @BeforeEach
    void copy() throws IOException {
        launcher = CopiedLauncher.in(folder, "checkout");
        launcher.jdk("17.0.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANSI_X3.4-1968", "US-ASCII", "646"})
    void anAsciiLocaleGivesWayWhateverItsName(String charmap) throws Exception {
        locale(charmap, "C C.utf8 POSIX de_DE.utf8");

        assertThat(launch(Map.of("LANG", "en_US.UTF-8"))).contains("LC_ALL=C.UTF-8\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "EUC-JP"})
    void anotherLocaleStays(String charmap) throws Exception {
        locale(charmap, "C C.utf8 POSIX");

        assertThat(launch(Map.of("LANG", "C"))).contains("LC_ALL=\n");
    }

    @Test
    void whereCIsNotThereInUtf8AnotherLocaleIs() throws Exception {
        locale("ANSI_X3.4-1968", "C POSIX de_DE.iso88591 en_US.utf8 tr_TR.utf8");

        // This machine may not have that locale, of which bash then warns.
        assertThat(launcher.launch(Map.of(), "list").out()).contains("LC_ALL=en_US.utf8\n");
    }

    @Test
    void withoutACommandToAskTheLocaleIsUtf8() throws Exception {
        assertThat(launch(Map.of("LANG", "xx"))).contains("LC_ALL=C.UTF-8\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX) // others take no such name
    void aCheckoutWhoseNameIsNoTextIsRefused() throws Exception {
        String made = "\"$(printf 'wrong\\344')\"";
        ProcessBuilder copy =
                new ProcessBuilder("sh", "-c", "cp -R checkout " + made + " && cd " + made + " && ./longspan list");
        copy.environment().put("LC_ALL", "C");
        Process copied = copy.directory(folder.toFile()).start();
        String said = new String(copied.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(copied.waitFor()).as(said).isEqualTo(2);
        assertThat(said).contains("is not text in UTF-8; rename the folder");
    }

    @Test
    void aCheckoutBeyondAsciiStartsInAnAsciiLocale() throws Exception {
        String name = "Prüfstand";
        Charset ofNames = Charset.forName(System.getProperty("sun.jnu.encoding"));
        assumeThat(ofNames.newEncoder().canEncode(name)).isTrue();
        launcher = CopiedLauncher.in(folder, name);
        launcher.jdk("17.0.9");

        assertThat(launch(Map.of("LC_ALL", "C"))).contains("LC_ALL=C.UTF-8\n", "-Dlongspan.home=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wide", "0", "-5", ""})
    void aWidthThatIsNoNumberDoesNotStopTheStart(String columns) throws Exception {
        assertThat(launch(Map.of("COLUMNS", columns))).contains("COLUMNS=" + columns + "\n");
    }

    private void locale(String charmap, String installed) throws IOException {
        launcher.program("locale", """
                case $1 in
                    charmap) echo %s ;;
                    -a) for name in %s; do echo $name; done ;;
                esac
                echo 'locale: Cannot set LC_ALL to default locale' >&2
                """.formatted(charmap, installed));
    }

    private String launch(Map<String, String> environment) throws Exception {
        Spoken spoken = launcher.launch(environment, "list");

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.err().lines().filter(line -> line.contains("longspan: ")))
                .isEmpty();
        return spoken.out();
    }
}
