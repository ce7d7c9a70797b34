package org.longspan.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlansTest {

    static List<Path> plans() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", "plans"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyPlanOfTheHousePassesTheSchema(Path plan) throws IOException {
        assertThat(PlanSchema.errors(Files.readString(plan))).isEmpty();
    }

    @Test
    void thereIsAPlanForEveryTier() throws IOException {
        assertThat(plans())
                .extracting(plan -> plan.getFileName().toString())
                .contains("smoke.yaml", "quick.yaml", "standard.yaml", "full.yaml");
    }

    /** So {@code --reuse runs/quick} runs only the added blocks: all that a trial depends on is equal. */
    @Test
    void standardHasTheProblemsOfQuick() throws IOException {
        assertThat(withoutTier("standard")).isEqualTo(withoutTier("quick")).contains("problems:");
    }

    private static String withoutTier(String plan) throws IOException {
        String text = Files.readString(Path.of("..", "plans", plan + ".yaml"));
        assertThat(text).contains("\ntier: " + plan);
        return text.substring(text.indexOf("\nseed:"));
    }
}
