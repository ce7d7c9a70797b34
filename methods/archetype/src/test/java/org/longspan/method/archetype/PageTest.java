package org.longspan.method.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page docs/adding-methods-from-outside.md shows the commands that {@code -Parchetype} runs, and their output. */
class PageTest {

    private static final Path PAGE = Path.of("../../docs/adding-methods-from-outside.md");
    private static final Path TEMPLATES = Path.of("src/main/resources/archetype-resources");
    private static final Path TESTED = Path.of("../../testkit/src/test/java/org/example");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void thePageShowsTheCommandsThatAreRun(int command) throws IOException {
        String goals = goals("own-project", command);
        String oneLineACommand = Files.readString(PAGE).replaceAll("\\\\\n +", "");
        assertThat(oneLineACommand.lines().map(String::strip)).contains("mvn " + goals);
    }

    @Test
    void thePageShowsTheProviderThatIsMade() throws IOException {
        String provider = Files.readString(TEMPLATES.resolve("src/main/java/__className__Provider.java"))
                .replaceAll("(?m)^#.*\n", "")
                .replace("${package}", "org.example.mymethods")
                .replace("${className}", "MyMethods");
        assertThat(Files.readString(PAGE)).contains("```java\n" + provider + "```");
    }

    /** The examples are tested in testkit, and the pages on adding a method show them. */
    @ParameterizedTest
    @CsvSource({"signsgd, SignSgd", "peak, ClipByPeak", "slowleak, SlowLeak"})
    void theTestedExamplesAreMade(String folder, String example) throws IOException {
        for (String source : new String[] {"main/java/" + example, "test/java/" + example + "ContractTest"}) {
            String tested = TESTED.resolve(folder)
                    .resolve(source.replaceAll(".*/", "") + ".java")
                    .toString();
            String template = Files.readString(TEMPLATES.resolve("src/" + source + ".java"));
            assertThat(template.replace("${package}", "org.example." + folder))
                    .isEqualTo(Files.readString(Path.of(tested)));
        }
    }

    /** One command runs what the three pages run one by one. */
    @ParameterizedTest
    @CsvSource({
        "adding-an-optimizer.md, Optimizers, sign-sgd",
        "adding-a-clipping.md, Clippings, peak",
        "adding-a-cell.md, Cells, slow-leak"
    })
    void theWalkThroughTheTreeRunsTheContractOfThePage(String page, String list, String name) throws IOException {
        String text = Files.readString(PAGE.resolveSibling(page)).replaceAll("\\\\\n +", "");
        assertThat(text)
                .contains("    mvn -q test -pl testkit -am -Dtest=" + list + "KeepTheContractTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dlongspan.only=" + name + "\n");
        assertThat(goals("in-tree", 1)).contains(" test -pl testkit -am -Dtest=*KeepTheContractTest ");
        assertThat(properties("in-tree/test.properties")
                        .getProperty("longspan.only")
                        .split(","))
                .contains(name);
    }

    private static String goals(String project, int command) throws IOException {
        return properties(project + "/invoker.properties")
                .getProperty("invoker.goals." + command)
                .replace("${project.version}", System.getProperty("project.version"));
    }

    private static Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/it").resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }
}
