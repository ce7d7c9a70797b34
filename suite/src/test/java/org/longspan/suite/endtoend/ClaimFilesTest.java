package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.harness.claim.ClaimReader;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.record.claim.Claim;
import org.longspan.harness.task.TaskCatalogue;

/** The claims in {@code claims/} are read with their plans, and the schema that editors understand accepts them. */
class ClaimFilesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static List<Path> claims() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("claims"))) {
            return files.sorted().toList();
        }
    }

    private static Schema schema() throws IOException {
        try (InputStream in = Claim.class.getResourceAsStream("/org/longspan/harness/claim.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("claims")
    void eachIsReadAndTheSchemaAcceptsIt(Path file) throws IOException {
        PlanReader plans = new PlanReader(MethodCatalogue.load(List.of()), TaskCatalogue.load(List.of()));

        Claim claim = new ClaimReader(name -> plan(plans, name)).read(file);

        assertThat(file.getFileName().toString()).matches("g[0-9]{2}b?-" + claim.id() + "\\.yaml");
        assertThat(schema().validate(Files.readString(file), InputFormat.YAML)).isEmpty();
    }

    private static Plan plan(PlanReader plans, String name) {
        return plans.read(ROOT.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "margin: 0.05|margin: 0",
                "margin: 0.05|margin: 1.5",
                "expect: equivalent|expect: equal",
                "endpoint: score|endpoint: skore",
                "id: value-like-norm|id: value like norm",
                "source:|sauce:",
                "over: [optimizer, problem]|over: [optimiser]",
                "with: {clipping: global-norm}|width: {clipping: global-norm}"
            })
    void theSchemaTellsWhatIsWrongWithoutAPlan(String change) throws IOException {
        String good = Files.readString(ROOT.resolve("claims/g14-value-like-norm.yaml"));
        String bad = good.replace(change.split("\\|")[0], change.split("\\|")[1]);

        assertThat(bad).isNotEqualTo(good);
        assertThat(schema().validate(bad, InputFormat.YAML)).isNotEmpty();
    }

    @Test
    void everyClaimOfTheListIsThere() throws IOException {
        assertThat(claims()).hasSize(25);
    }
}
