package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code on the pages that tell how to add an optimizer or a clipping is code that is compiled and tested. */
class AddingAMethodPagesTest {

    @ParameterizedTest
    @CsvSource({
        "adding-an-optimizer.md, src/test/java/org/example/signsgd/SignSgd.java",
        "adding-an-optimizer.md, src/test/java/org/example/signsgd/SignSgdContractTest.java",
        "adding-a-clipping.md, ../optim/src/main/java/org/longspan/optim/clip/Normalize.java",
        "adding-a-clipping.md, src/test/java/org/example/normalized/NormalizeContractTest.java"
    })
    void thePageShowsTheTestedSource(String page, String source) throws IOException {
        String shown = Files.readString(Path.of("../docs", page));
        assertThat(shown).contains(Files.readString(Path.of(source)));
    }
}
