package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code on docs/adding-a-task.md is code that is compiled and tested here. */
class AddingATaskPageTest {

    @ParameterizedTest
    @ValueSource(strings = {"FirstSymbolProvider.java", "FirstSymbolContractTest.java"})
    void thePageShowsTheTestedSource(String file) throws IOException {
        String page = Files.readString(Path.of("../docs/adding-a-task.md"));
        assertThat(page).contains(Files.readString(Path.of("src/test/java/org/example/firstsymbol", file)));
    }
}
