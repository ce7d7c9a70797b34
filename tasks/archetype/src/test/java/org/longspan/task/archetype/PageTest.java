package org.longspan.task.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page docs/adding-a-task.md shows the commands that {@code -Parchetype} runs, and their output. */
class PageTest {

    private static final Path PAGE = Path.of("../../docs/adding-a-task.md");

    @ParameterizedTest
    @CsvSource({
        "own-project, invoker.goals.1",
        "own-project, invoker.goals.2",
        "in-tree, invoker.goals.1",
        "in-tree, invoker.goals.2"
    })
    void thePageShowsTheCommandsThatAreRun(String project, String key) throws IOException {
        Properties run = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/it", project, "invoker.properties"))) {
            run.load(reader);
        }
        String goals = run.getProperty(key).replace("${project.version}", System.getProperty("project.version"));
        String oneLineACommand = Files.readString(PAGE).replaceAll("\\\\\n +", "");
        assertThat(oneLineACommand.lines().map(String::strip)).contains("mvn " + goals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/resources/META-INF/services/org.longspan.task.TaskProvider", "__family__.yaml"})
    void thePageShowsWhatIsMade(String file) throws IOException {
        assertThat(Files.readString(PAGE)).contains("\n" + Template.filled(file) + "```");
    }

    /** The code of the page itself is tested, and compared with the page, in testkit. */
    @ParameterizedTest
    @CsvSource({
        "src/main/java/__className__Provider.java, FirstSymbolProvider.java",
        "src/test/java/__className__ContractTest.java, FirstSymbolContractTest.java"
    })
    void theCodeOfThePageIsMade(String template, String source) throws IOException {
        Path tested = Path.of("../../testkit/src/test/java/org/example/firstsymbol", source);
        assertThat(Template.filled(template)).isEqualTo(Files.readString(tested));
    }
}
