package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which JDK the script {@code longspan} chooses. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherJdkTest {

    @TempDir
    private Path folder;

    private CopiedLauncher launcher;

    @BeforeEach
    void copy() throws IOException {
        launcher = CopiedLauncher.in(folder, "checkout");
    }

    @Test
    void theNewestWithLongTermSupportIsTaken() throws Exception {
        for (String version : List.of("11.0.2", "17.0.9", "17.0.10", "21", "24.0.2", "25.0.2", "26-ea")) {
            launcher.jdk(version);
        }
        assertStarted("jdk-21");

        launcher.jdk("25.0.3");
        assertStarted("jdk-25.0.3");
    }

    @Test
    void withoutLongTermSupportTheNewestIsTaken() throws Exception {
        launcher.jdk("24.0.2");
        launcher.jdk("18.0.1");

        assertStarted("jdk-24.0.2");
    }

    @Test
    void jdksThatArePassedOverAreNamedWithTheReason() throws Exception {
        Path old = launcher.jdk("11.0.2").toRealPath();
        Path faulty = launcher.jdk("25.0.1").toRealPath();
        Files.createSymbolicLink(launcher.jdks().resolve("the-default"), faulty);

        assertRefused(
                launcher.launch(Map.of(), "list"),
                "longspan: no JDK was found that fits; " + old + " is a JDK 11.0.2, older than 17; " + faulty
                        + " is a JDK 25.0.1, passed over because its compiler may lose a store (JDK-8370405), which "
                        + "25.0.3 mends; install JDK 17, or 25.0.3 or newer, or set JAVA_HOME to the folder of the "
                        + "one to use.\n");
        assertThat(launcher.launch(Map.of("JAVA_HOME", faulty.toString()), "list")
                        .code())
                .isZero();
    }

    @Test
    void aMachineWithoutAJdkIsToldWhatToInstall() throws Exception {
        assertRefused(
                launcher.launch(Map.of(), "list"),
                "no JDK was found that fits; install JDK 17, or 25.0.3 or newer, or set JAVA_HOME");
    }

    @Test
    void aJavaOnThePathLeadsToItsJdk() throws Exception {
        Path jdk = CopiedLauncher.jdk(folder.resolve("a jdk"), "17.0.9");
        launcher.program("java", says(jdk.toString(), "17.0.9"));

        assertThat(launcher.launch(Map.of(), "list").out()).startsWith("started " + jdk.toRealPath() + "/bin/java\n");
    }

    @Test
    void aJavaOnThePathWhoseJdkIsTooOldIsNamed() throws Exception {
        Path jdk = CopiedLauncher.jdk(folder.resolve("a jdk"), "1.8.0_402");
        launcher.program("java", says(jdk.toString(), "1.8.0_402"));

        assertRefused(launcher.launch(Map.of(), "list"), jdk.toRealPath() + " is a JDK 1.8.0, older than 17; install");
    }

    @Test
    void aJavaThatDoesNotNameItsJdkIsTheLastResort() throws Exception {
        Path shim = launcher.program("java", "echo \"shim $0\"\n");

        assertThat(launcher.launch(Map.of(), "list").out()).isEqualTo("shim " + shim + "\n");

        launcher.jdk("17.0.9");
        assertStarted("jdk-17.0.9");
    }

    @Test
    void aJavaHomeWithoutJavaIsRefused() throws Exception {
        String home = launcher.checkout().toString();

        assertRefused(launcher.launch(Map.of("JAVA_HOME", home), "list"), "JAVA_HOME is " + home, "17 or newer");
    }

    @Test
    void anOldJavaHomeIsRefusedEvenIfOnlyItsJavaTellsItsVersion() throws Exception {
        Path jdk = launcher.jdk("11.0.2");
        Map<String, String> environment = Map.of("JAVA_HOME", jdk.toString());
        assertRefused(launcher.launch(environment, "list"), "a JDK 11.0.2", "17 or newer");

        Files.delete(jdk.resolve("release"));
        Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\n" + says(jdk.toString(), "11.0.3"));
        assertRefused(launcher.launch(environment, "list"), "a JDK 11.0.3", "17 or newer");
    }

    @Test
    void aJavaHomeMayBeRelativeAndBeginWithADash() throws Exception {
        CopiedLauncher.jdk(folder.resolve("-jdk"), "17.0.9");

        Spoken spoken = launcher.launch(folder, launcher.script().toString(), Map.of("JAVA_HOME", "-jdk"), "list");

        assertThat(spoken.out()).startsWith("started ").contains("-jdk/bin/java\n");
    }

    /** What a virtual machine prints of its properties. */
    private static String says(String home, String version) {
        return """
                if [ "$1" = -XshowSettings:properties ]; then
                    printf 'Property settings:\\n    java.home = %s\\n    java.version = %s\\n' >&2
                fi
                """.formatted(home, version);
    }

    private void assertStarted(String jdk) throws Exception {
        Spoken spoken = launcher.launch(Map.of(), "list");

        assertThat(spoken.out())
                .as(spoken.err())
                .startsWith("started " + launcher.jdks().toRealPath().resolve(jdk) + "/bin/java\n");
        assertThat(spoken.err()).isEmpty();
    }

    static void assertRefused(Spoken spoken, String... parts) {
        assertThat(spoken.code()).as(spoken.out()).isEqualTo(2);
        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err()).startsWith("longspan: ").contains(parts).hasLineCount(1);
    }
}
