package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code on the pages that tell how to add an optimizer, a clipping or a cell is code that is compiled and tested. */
class AddingAMethodPagesTest {

    @ParameterizedTest
    @CsvSource({
        "adding-an-optimizer.md, src/test/java/org/example/signsgd/SignSgd.java",
        "adding-an-optimizer.md, src/test/java/org/example/signsgd/SignSgdContractTest.java",
        "adding-a-clipping.md, src/test/java/org/example/peak/ClipByPeak.java",
        "adding-a-clipping.md, src/test/java/org/example/peak/ClipByPeakContractTest.java",
        "adding-a-cell.md, src/test/java/org/example/slowleak/SlowLeak.java",
        "adding-a-cell.md, src/test/java/org/example/slowleak/SlowLeakContractTest.java"
    })
    void thePageShowsTheTestedSource(String page, String source) throws IOException {
        String shown = Files.readString(Path.of("../docs", page));
        assertThat(shown).contains(Files.readString(Path.of(source)));
    }

    @Test
    void thePageQuotesTheSimplestCell() throws IOException {
        String page = Files.readString(Path.of("../docs/adding-a-cell.md"));
        String cell = Files.readString(Path.of("../model/src/main/java/org/longspan/model/cell/SimpleRnnCell.java"));
        String quoted = Stream.of(page.split("```"))
                .filter(block -> block.contains("void forward"))
                .findFirst()
                .orElseThrow()
                .replaceFirst("java\n", "");
        assertThat(quoted).contains("void backward");
        assertThat(cell).contains(quoted);
    }
}
