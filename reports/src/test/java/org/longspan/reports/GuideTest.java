package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.figure.Guide;

/** The pictures of {@code docs/reading-a-report.md}, and what it says of their numbers. */
class GuideTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern CALLOUT =
            Pattern.compile("class=\"callout\"><circle cx=\"([\\d.]+)\" cy=\"([\\d.]+)\" r=\"8\"/><text[^>]*>(\\d+)<");
    private static final Pattern ITEM = Pattern.compile("(?m)^(\\d+)\\. ");
    private static final Pattern SIZE = Pattern.compile("viewBox=\"-8 -8 ([\\d.]+) ([\\d.]+)\"");

    @Test
    void thereAreThreeWithNumbersAndOneWithout() {
        Map<String, String> pictures = pictures(SyntheticRun.quick());
        assertThat(pictures.keySet())
                .containsExactlyInAnyOrder(
                        "report.svg", "reading-matrix.svg", "reading-clippings.svg", "reading-divergence.svg");
        pictures.forEach((name, text) -> {
            if (name.equals("report.svg")) {
                assertThat(text).doesNotContain("callout");
            } else {
                assertThat(numbers(CALLOUT, 3, text))
                        .as(name)
                        .isNotEmpty()
                        .isSorted()
                        .doesNotHaveDuplicates();
            }
        });
    }

    @Test
    void everyNumberStandsInItsPicture() {
        pictures(SyntheticRun.quick()).forEach((name, text) -> {
            List<Double> size = SIZE.matcher(text)
                    .results()
                    .flatMap(found -> List.of(found.group(1), found.group(2)).stream())
                    .map(side -> Double.parseDouble(side) - 16)
                    .toList();
            assertThat(CALLOUT.matcher(text).results()).as(name).allSatisfy(found -> {
                assertThat(Double.parseDouble(found.group(1))).isBetween(8.0, size.get(0) - 8);
                assertThat(Double.parseDouble(found.group(2))).isBetween(8.0, size.get(1) - 8);
            });
        });
    }

    @Test
    void aRunWithoutAFigureHasNoPictureOfIt() {
        assertThat(pictures(SyntheticRun.of(Fate.EVERYTHING_SKIPPED, 3, 3, "quick", 1, 2)))
                .isEmpty();
    }

    /** The stored pictures are those of a run of {@code quick}; {@code report --guide docs} makes them anew. */
    @ParameterizedTest
    @ValueSource(strings = {"reading-matrix.svg", "reading-clippings.svg", "reading-divergence.svg"})
    void thePageSaysWhatEachNumberIs(String picture) throws IOException {
        String page = Files.readString(DOCS.resolve("reading-a-report.md"));
        String about = page.substring(page.indexOf("(" + picture + ")")).split("\n## ")[0];
        List<Integer> explained = numbers(ITEM, 1, about);
        assertThat(explained)
                .isEqualTo(IntStream.rangeClosed(1, explained.size()).boxed().toList());
        String drawn = Files.readString(DOCS.resolve(picture));
        assertThat(numbers(CALLOUT, 3, drawn)).isEqualTo(explained);
        assertThat(drawn.length()).isLessThan(150_000);
    }

    private static Map<String, String> pictures(SyntheticRun run) {
        return Guide.pictures(
                Report.of(run.manifest(), run.results(), Optional.empty()).figures());
    }

    private static List<Integer> numbers(Pattern pattern, int group, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> Integer.parseInt(found.group(group)))
                .toList();
    }
}
