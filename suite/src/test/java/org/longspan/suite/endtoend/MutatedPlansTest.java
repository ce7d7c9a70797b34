package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.task.TaskCatalogue;

/** A plan with any change is read or refused, and what is said of it is written for its reader. */
class MutatedPlansTest {

    private static final int OF_EACH_PLAN = 400;
    private static final List<String> WORDS = List.of(
            "Exception",
            "Error",
            "tag:yaml",
            "jackson",
            "snakeyaml",
            "java.",
            "com.",
            "org.",
            "NumberFormat",
            "<block",
            "<scalar",
            "<stream",
            "<document",
            "<alias",
            "<anchor",
            "<tag",
            "+SEQ",
            "+MAP");
    private static final List<String> PIECES = List.of(
            "*a",
            "&a ",
            "&a &a ",
            "<<: *a, ",
            "!!int ",
            "! ",
            "!<x> ",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "\t",
            "\u0000",
            "\u001b[31m",
            "\u009b",
            "\u202e",
            "\ufeff",
            "\ud800",
            "\r",
            "\u2028",
            "'",
            "\"",
            "\"\\e[2J\"",
            "[",
            "]",
            "{",
            "}",
            ",",
            ": ",
            "? ",
            "- ",
            "|",
            ">",
            "|9\n",
            "#",
            "@",
            "`",
            "%",
            "~",
            "null",
            "yes",
            "1_000",
            "0x1F",
            "-.inf",
            ".nan",
            "1e999",
            "-1e-999",
            "99999999999999999999",
            "0",
            "-1",
            "\"4\"",
            "all",
            "inf",
            "name",
            "\n",
            "  ",
            "a".repeat(100_000),
            "9".repeat(10_000),
            "\\",
            "\"\\x\"",
            "\"\\uD800\"",
            "é",
            "😀");

    private static final Pattern TOKEN = Pattern.compile("(?<=[:\\[,] ?)[a-z0-9.-]+");

    private final PlanReader reader = new PlanReader(MethodCatalogue.ofThisBuild(), TaskCatalogue.load(List.of()));
    private long state;

    static List<Path> plans() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", "plans"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aChangedPlanIsReadOrRefusedInPlainSentences(Path plan) throws IOException {
        String text = Files.readString(plan);
        state = text.length();
        int refused = 0;
        for (int i = 0; i < OF_EACH_PLAN; i++) {
            String changed = mutated(text);
            try {
                reader.read("bad.yaml", changed);
            } catch (UserError e) {
                refused++;
                assertThat(e.sentences()).allSatisfy(MutatedPlansTest::isPlain);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("read without an answer: " + changed, e);
            }
        }
        assertThat(refused).isBetween(OF_EACH_PLAN / 4, OF_EACH_PLAN);
    }

    @Test
    void theCommandPrintsThemAndEndsWithTwo(@TempDir Path folder) throws IOException {
        String text = Files.readString(Runs.plan());
        state = 1;
        for (int i = 0; i < 20; i++) {
            Path plan = Files.writeString(folder.resolve("bad.yaml"), mutated(text) + "\ncolour: \u001b[31mred\n");
            Spoken spoken = Spoken.by("plan", plan);
            assertThat(spoken.code()).isEqualTo(2);
            assertThat(spoken.out()).isEmpty();
            assertThat(spoken.err()).startsWith("longspan: ");
            assertThat(spoken.err().lines()).allSatisfy(line -> isPlain(line.replace(plan.toString(), "bad.yaml")));
        }
    }

    private static void isPlain(String sentence) {
        assertThat(sentence).doesNotContain(WORDS).contains("bad.yaml").hasSizeLessThan(520);
        assertThat(sentence.codePoints()).noneMatch(Character::isISOControl);
    }

    /** Makes one to three changes. */
    private String mutated(String text) {
        String changed = text;
        for (int i = draw(3); i >= 0; i--) {
            changed = mutatedOnce(changed);
        }
        return changed;
    }

    private String mutatedOnce(String text) {
        int at = draw(text.length());
        int end = Math.min(text.length(), at + 1 + draw(8));
        String piece = PIECES.get(draw(PIECES.size()));
        return switch (draw(6)) {
            case 0 -> text.substring(0, at) + text.substring(end);
            case 1 -> text.substring(0, at) + piece + text.substring(at);
            case 2 -> text.substring(0, at) + piece + text.substring(end);
            case 3 -> text.substring(0, at) + (char) draw(256) + text.substring(at + 1);
            case 4 -> token(text, piece);
            default -> lines(text);
        };
    }

    /** Replaces a word or number, so that most of the text stays a plan. */
    private String token(String text, String piece) {
        List<int[]> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(new int[] {matcher.start(), matcher.end()});
        }
        if (tokens.isEmpty()) {
            return text;
        }
        int[] token = tokens.get(draw(tokens.size()));
        return text.substring(0, token[0]) + piece + text.substring(token[1]);
    }

    /** Repeats a line elsewhere. */
    private String lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        lines.add(draw(lines.size()), lines.get(draw(lines.size())));
        return String.join("\n", lines);
    }

    /** A linear congruential generator with Knuth's constants: the same changes in every run. */
    private int draw(int bound) {
        state = state * 6364136223846793005L + 1442695040888963407L;
        return (int) ((state >>> 33) % bound);
    }
}
