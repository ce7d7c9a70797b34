package org.longspan.suite.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every row of the matrix gives the stored digests. {@code -Dexactness=few|more|all} chooses the rows. The table goes
 * to {@code target/exactness.txt}, the computed digests to {@code target/exactness-digests.txt}.
 */
@Tag("exact")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExactnessTest {

    private static final String NO_MULTIPLY_ADD = "no hardware multiply-add";

    private final ExactnessMatrix matrix = new ExactnessMatrix(StoredDigests.read());
    private final Optional<Jdk> other = Jdk.other();

    @TestFactory
    Stream<DynamicTest> everyRowGivesTheStoredDigests() {
        String extent = System.getProperty("exactness", "few");
        return Row.of(Row.Extent.valueOf(extent.toUpperCase(Locale.ROOT))).stream()
                .map(row -> DynamicTest.dynamicTest(name(row), () -> check(row)));
    }

    private static String name(Row row) {
        return (row.other() ? "the other JDK, " : "this JDK, ") + row;
    }

    private void check(Row row) throws IOException, InterruptedException {
        Optional<Jdk> jdk = row.other() ? other : Optional.of(Jdk.here());
        if (jdk.isEmpty()) {
            matrix.skip(row, "no other JDK (one of 17 to 24, one of 25 or newer) beside this one or in JAVA_HOME");
        }
        assumeThat(jdk)
                .as("the other JDK, looked for beside this one and in JAVA_HOME")
                .isPresent();
        RowRun run = RowRun.of(row, jdk.orElseThrow());
        matrix.add(run);

        assertThat(run.digests()).extracting(Digest::trial).isEqualTo(row.trials());
        assertThat(run.differences(StoredDigests.read()))
                .extracting(Digest::line)
                .isEmpty();
        if (row.isWithoutMultiplyAdd()) {
            assertThat(List.of(run.log().split(NO_MULTIPLY_ADD, -1)))
                    .as("said once: %s", run.log())
                    .hasSize(2);
        }
    }

    @AfterAll
    void print() throws IOException {
        System.out.println(matrix.text());
        Path target = Files.createDirectories(Path.of("target"));
        Files.writeString(target.resolve("exactness.txt"), matrix.text());
        Files.writeString(target.resolve("exactness-digests.txt"), matrix.lines());
    }
}
