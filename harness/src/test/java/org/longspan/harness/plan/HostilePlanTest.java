package org.longspan.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.longspan.harness.plan.PlanReaderTest.GOOD;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.refusal.UserError;

/** A file that is no plan is refused soon and in short printable lines; a large plan is read. */
class HostilePlanTest {

    /** Far more than it takes, so that a busy machine passes; reading that is quadratic takes minutes. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final int MANY = 4_000_000;

    private final PlanReader reader = new PlanReader(FakeMethods.catalogue(), FakeTasks.catalogue());

    static List<String> hostile() {
        return List.of(
                " ".repeat(MANY),
                "\n".repeat(MANY),
                "a: " + "x".repeat(MANY),
                "a: " + "x ".repeat(MANY / 2),
                "a: \"" + "x ".repeat(MANY / 2),
                "x".repeat(MANY) + ": 1\n" + GOOD,
                GOOD.replace("plain", "p".repeat(100_000)),
                GOOD.replace("heavy", "h".repeat(MANY)),
                GOOD.replace("momentum: 0.9", "momentum: " + "9".repeat(MANY)),
                GOOD.replace("updates: 500", "updates: 0x" + "9".repeat(MANY)),
                GOOD.replace("smoke", "*" + "a".repeat(MANY)),
                GOOD.replace("tier: smoke", "name: " + "a".repeat(101)),
                "[".repeat(MANY),
                "{a: ".repeat(MANY / 4),
                "- ".repeat(MANY / 2),
                "? ".repeat(MANY / 2),
                "tier: [" + "&a x, ".repeat(MANY / 6) + "]",
                IntStream.range(0, 200_000).mapToObj(i -> "k" + i + ": 1\n").collect(Collectors.joining()),
                "tier: \u0000",
                "tier: \"\\0\"",
                "tier: \"\\e[31msmoke\"",
                "tier: \u009b31m",
                "tier: \"\\ud800\"",
                "tier: \ud800",
                "\u202etier: smoke",
                "tier: !!set {smoke}",
                "tier: !!javax.script.ScriptEngineManager [smoke]",
                "tier: !<tag:yaml.org,2002:int> 4",
                "tier: !e!x 4",
                "%YAML 99999999999999999999.1\n---\n" + GOOD,
                "%TAG ! tag:yaml.org,2002:\n---\ntier: !int x",
                "tier: |999999999999\n x",
                "tier: \"\\x\"",
                "@",
                "`",
                "%");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatIsNoPlanIsRefusedSoonAndInShortPrintableLines(String text) {
        Throwable refused = catchThrowable(() -> assertTimeoutPreemptively(SOON, () -> reader.read("bad.yaml", text)));

        assertThat(refused).isInstanceOf(UserError.class).hasMessageStartingWith("bad.yaml");
        assertThat(((UserError) refused).sentences())
                .hasSizeLessThanOrEqualTo(21)
                .allSatisfy(sentence -> {
                    assertThat(sentence.length()).isLessThan(500);
                    assertThat(sentence.codePoints()).noneMatch(Character::isISOControl);
                    assertThat(sentence).doesNotContain("Exception", "tag:yaml", "org.", "java", "<");
                });
    }

    @Test
    void aFileOfTenMegabytesIsRefusedBeforeItIsParsed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("blank.yaml"), " ".repeat(10_000_000));
        assertThatThrownBy(() -> assertTimeoutPreemptively(SOON, () -> reader.read(file)))
                .isInstanceOf(UserError.class)
                .hasMessage("plan " + file + " is larger than 4 MB, expected a smaller file");
    }

    @Test
    void aMarkOfTheByteOrderIsNoPartOfThePlan() {
        assertThat(reader.read("a.yaml", "\ufeff" + GOOD).factors())
                .isEqualTo(reader.read("a.yaml", GOOD).factors());
    }

    @Test
    void aPlanWithManyModelsOrLengthsIsRead() {
        String models = IntStream.rangeClosed(101, 20_100)
                .mapToObj(i -> "  - {cell: plain, hidden: " + i + "}\n")
                .collect(Collectors.joining());
        String lengths =
                IntStream.rangeClosed(3, 100_002).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String small = GOOD.replace("tier: smoke", "tier: {settings: 1, blocks: 1}")
                .replace("clippings: all", "clippings: [none]");

        Plan wide = assertTimeoutPreemptively(
                SOON, () -> reader.read("a.yaml", small.replace("tasks:", models + "tasks:")));
        Plan deep = assertTimeoutPreemptively(SOON, () -> reader.read("a.yaml", small.replace("3, 5", lengths)));

        assertThat(wide.factors().models()).hasSize(20_002);
        assertThat(deep.factors().tasks()).hasSize(100_001);
    }
}
