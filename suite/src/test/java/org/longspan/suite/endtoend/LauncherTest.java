package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the script {@code longspan} at the root of a checkout starts, and from where. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

    @TempDir
    private Path folder;

    @Test
    void aCheckoutThatIsNotBuiltIsToldHow() throws Exception {
        CopiedLauncher launcher = launcher("checkout");
        Files.delete(launcher.checkout().resolve("suite/target/longspan-suite-0.1.jar"));

        LauncherJdkTest.assertRefused(
                launcher.launch(Map.of(), "list", "tasks"), "not built yet; run  mvn install -Dplan=none");
    }

    @Test
    void wordsJarsAndOptionsReachTheVirtualMachine() throws Exception {
        CopiedLauncher launcher = launcher("checkout");

        Spoken spoken = launcher.launch(Map.of("LONGSPAN_JAVA_OPTS", "-Xmx2g -Da=b"), "run", "a plan.yaml");

        String home = launcher.checkout().toRealPath().toString();
        assertThat(spoken.out().lines())
                .containsAll(jvmArgumentsOfTheBuild())
                .contains("-Xmx2g", "-Da=b", "-Dlongspan.home=" + home)
                .endsWith(
                        "-cp",
                        home + "/suite/target/longspan-suite-0.1.jar:" + home + "/suite/target/lib/*",
                        "org.longspan.suite.Longspan",
                        "run",
                        "a plan.yaml");
        assertThat(spoken.err()).isEmpty();
    }

    @Test
    void anUnpackedArchiveHasAllJarsInOneFolder() throws Exception {
        CopiedLauncher launcher = launcher("longspan-0.1");
        Path lib = Files.createDirectories(launcher.checkout().resolve("lib"));
        Files.createFile(lib.resolve("longspan-suite-0.1.jar"));
        Files.delete(launcher.checkout().resolve("suite/target/longspan-suite-0.1.jar"));

        Spoken spoken = launcher.launch(Map.of(), "list");

        String home = launcher.checkout().toRealPath().toString();
        assertThat(spoken.out())
                .contains("-Dlongspan.home=" + home + "\n")
                .contains("\n-cp\n" + home + "/lib/longspan-suite-0.1.jar:" + home + "/lib/*\n");
        assertThat(spoken.err()).isEmpty();
    }

    private static List<String> jvmArgumentsOfTheBuild() throws IOException {
        return List.of(inTheBuild("longspan.jvmArgs").split(" "));
    }

    /** Returns the text of an element in the parent pom. */
    private static String inTheBuild(String element) throws IOException {
        Matcher text = Pattern.compile("<" + element + ">(.*?)</" + element + ">")
                .matcher(Files.readString(Path.of("../pom.xml")));
        assertThat(text.find()).isTrue();
        return text.group(1);
    }

    @Test
    void quotesInTheOptionsKeepBlanksTogetherAndNothingIsExpanded() throws Exception {
        String options = "  -Da='x  *'\t-Db=\"it's\"$HOME  '' -Dc=`d`";

        Spoken spoken = launcher("checkout").launch(Map.of("LONGSPAN_JAVA_OPTS", options), "list");

        assertThat(spoken.out()).contains("\n-Da=x  *\n-Db=it's$HOME\n\n-Dc=`d`\n-cp\n");
    }

    @Test
    void aQuoteWithoutItsEndIsRefused() throws Exception {
        LauncherJdkTest.assertRefused(
                launcher("checkout").launch(Map.of("LONGSPAN_JAVA_OPTS", "-Xmx2g '-Da=b")),
                "LONGSPAN_JAVA_OPTS is -Xmx2g '-Da=b, with a quote that does not end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two  blanks ",
                "-dash",
                "quote'\"",
                "$HOME `x` $(y)",
                "[a]*?{b,c}",
                "#?%20;&",
                "a!b",
                "line\nbreak\n"
            })
    void theFolderOfACheckoutMayHaveAnyOtherName(String name) throws Exception {
        CopiedLauncher launcher = launcher(name);
        Path jdk = CopiedLauncher.jdk(folder.resolve(name + "jdk"), "17.0.9");

        Spoken spoken = launcher.launch(Map.of("JAVA_HOME", jdk.toString()), "list");

        assertThat(spoken.out())
                .startsWith("started " + jdk + "/bin/java\n")
                .contains("-Dlongspan.home=" + launcher.checkout().toRealPath() + "\n");
        assertThat(spoken.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "wow!", "wow!/checkout", "a:b/c"})
    void aFolderThatJavaCannotHaveOnItsClassPathIsRefused(String name) throws Exception {
        CopiedLauncher launcher = launcher(name);

        LauncherJdkTest.assertRefused(
                launcher.launch(Map.of(), "list"),
                "the checkout's path " + launcher.checkout().toRealPath() + " has a ':' or a folder ending in '!'");
    }

    @Test
    void theBuildRefusesTheSameFolders() throws Exception {
        String usable = inTheBuild("regex");

        assertThat(List.of("/a b/c", "/a!b/c", "/!a", "C:\\a", "/-a/$b")).allMatch(path -> path.matches(usable));
        assertThat(List.of("/a:b/c", "/wow!", "/wow!/c", "/wow!!/c", "C:\\wow!\\c"))
                .noneMatch(path -> path.matches(usable));
    }

    @Test
    void linksAndSearchPathsOfFoldersLeadToTheCheckout() throws Exception {
        CopiedLauncher launcher = launcher("checkout");
        launcher.borrow("readlink");
        Files.createDirectories(folder.resolve("elsewhere/checkout"));
        Files.createSymbolicLink(folder.resolve("line\n"), Path.of("checkout/longspan"));
        Map<String, String> environment =
                Map.of("CDPATH", folder.resolve("elsewhere").toString());
        String home = "-Dlongspan.home=" + launcher.checkout().toRealPath() + "\n";

        for (String script : List.of("checkout/longspan", "./checkout/longspan", "line\n", "elsewhere/../line\n")) {
            assertThat(launcher.launch(folder, script, environment, "list").out())
                    .as(script)
                    .contains(home);
        }
        assertThat(launcher.launch(launcher.checkout(), "longspan", environment, "list")
                        .out())
                .contains(home);
    }

    @Test
    void aLinkThatCannotBeFollowedIsRefused() throws Exception {
        CopiedLauncher launcher = launcher("checkout");
        Path link = Files.createSymbolicLink(folder.resolve("link"), launcher.script());

        LauncherJdkTest.assertRefused(
                launcher.launch(folder, link.toString(), Map.of(), "list"),
                link + " is a link that cannot be followed");
    }

    @Test
    void noCommandIsNeededOnThePath() throws Exception {
        Spoken spoken = launcher("checkout").launch(Map.of(), "list");

        assertThat(spoken.code()).isZero();
        assertThat(spoken.err()).isEmpty();
    }

    private CopiedLauncher launcher(String checkout) throws IOException {
        CopiedLauncher launcher = CopiedLauncher.in(folder, checkout);
        launcher.jdk("17.0.9");
        return launcher;
    }
}
