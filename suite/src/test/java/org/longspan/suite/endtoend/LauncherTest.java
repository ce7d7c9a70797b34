package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code longspan} at the root of a checkout, run from a copy in a temporary checkout. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

    private static final Path SCRIPT = Path.of("../longspan");

    @TempDir
    private Path checkout;

    @Test
    void aCheckoutThatIsNotBuiltIsToldHow() throws Exception {
        Spoken spoken = launch(Map.of(), "list", "tasks");

        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err())
                .contains("not built yet; run  mvn install -Dplan=none")
                .hasLineCount(1);
    }

    @Test
    void aJavaHomeWithoutJavaIsRefused() throws Exception {
        Spoken spoken = launch(Map.of("JAVA_HOME", checkout.toString()), "list", "tasks");

        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err())
                .contains("JAVA_HOME is " + checkout, "17 or newer")
                .hasLineCount(1);
    }

    @Test
    void anOldJavaHomeIsRefused() throws Exception {
        Path jdk = jdk("#!/bin/sh\n", "11.0.2");

        assertThat(launch(Map.of("JAVA_HOME", jdk.toString())).err()).contains("a JDK 11.0.2", "17 or newer");
    }

    @Test
    void wordsJarsAndOptionsReachTheVirtualMachine() throws Exception {
        Path jdk = jdk("#!/bin/sh\nfor word in \"$@\"; do echo \"$word\"; done\n", "17.0.9");
        Path target = checkout.resolve("suite/target");
        Files.createDirectories(target.resolve("lib"));
        Files.createFile(target.resolve("longspan-suite-0.1.jar"));

        Spoken spoken =
                launch(Map.of("JAVA_HOME", jdk.toString(), "LONGSPAN_JAVA_OPTS", "-Xmx2g -Da=b"), "run", "a plan.yaml");

        String home = checkout.toRealPath().toString();
        assertThat(spoken.out().lines())
                .containsAll(jvmArgumentsOfTheBuild())
                .contains("-Xmx2g", "-Da=b", "-Dlongspan.home=" + home)
                .endsWith(
                        "-cp",
                        home + "/suite/target/longspan-suite-0.1.jar:" + home + "/suite/target/lib/*",
                        "org.longspan.suite.Longspan",
                        "run",
                        "a plan.yaml");
    }

    private static List<String> jvmArgumentsOfTheBuild() throws IOException {
        Matcher arguments = Pattern.compile("<longspan.jvmArgs>(.*?)</longspan.jvmArgs>")
                .matcher(Files.readString(Path.of("../pom.xml")));
        assertThat(arguments.find()).isTrue();
        return List.of(arguments.group(1).split(" "));
    }

    private Path jdk(String java, String version) throws IOException {
        Path home = checkout.resolve("jdk");
        Path program =
                Files.writeString(Files.createDirectories(home.resolve("bin")).resolve("java"), java);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** Starts the script from a working directory other than its own. */
    private Spoken launch(Map<String, String> environment, String... words) throws Exception {
        Path script = checkout.resolve("longspan");
        Files.copy(SCRIPT, script);
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString());
        builder.command().addAll(List.of(words));
        builder.environment().putAll(environment);
        builder.directory(Path.of("/").toFile());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Spoken(process.waitFor(), out, err);
    }
}
