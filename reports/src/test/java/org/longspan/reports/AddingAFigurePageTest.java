package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code on the page that tells how to add a figure is code that is compiled and tested. */
class AddingAFigurePageTest {

    @ParameterizedTest
    @ValueSource(strings = {"figure/SolvedShares.java", "SolvedSharesTest.java"})
    void thePageShowsTheTestedSource(String source) throws IOException {
        String shown = Files.readString(Path.of("../docs/adding-a-figure.md"));
        assertThat(shown).contains(Files.readString(Path.of("src/test/java/org/longspan/reports", source)));
    }
}
