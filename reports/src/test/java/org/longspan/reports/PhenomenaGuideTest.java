package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.phenomena.PhenomenaGuide;

class PhenomenaGuideTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Set<String> PICTURES =
            PhenomenaGuide.pictures(everyFigure()).keySet();

    /** Figures with the ids of a page on several lengths, in no helpful order. */
    private static List<Figure> everyFigure() {
        return Stream.of(
                        "score-matrix",
                        "slice-adding-t-50",
                        "slice-adding-t-100",
                        "signal-by-lag-adding-t-50",
                        "curvature-by-lag-adding-t-50",
                        "lyapunov-adding-t-50",
                        "gradient-tail-adding-t-50",
                        "clip-bias-adding-t-50",
                        "negative-curvature-adding-t-50",
                        "unit-cliff")
                .map(id -> new Figure(
                        id,
                        id,
                        "<svg viewBox=\"0 0 9 9\" width=\"9\" height=\"9\"></svg>",
                        "A caption.",
                        List.of("How."),
                        "a\n1\n"))
                .toList();
    }

    /** {@code report runs/phenomena --guide docs} makes them anew. */
    @Test
    void thePageShowsEveryPictureOnce() throws IOException {
        String page = Files.readString(DOCS.resolve("phenomena.md"));
        assertThat(Pattern.compile("\\((phenomena-[a-z-]+\\.svg)\\)")
                        .matcher(page)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(PICTURES);
    }

    @Test
    void everyPictureIsStoredAndNoOther() throws IOException {
        try (Stream<Path> files = Files.list(DOCS)) {
            Set<String> stored = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("phenomena-.*\\.svg"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(stored).isEqualTo(new TreeSet<>(PICTURES));
        }
        for (String picture : PICTURES) {
            assertThat(Files.readString(DOCS.resolve(picture))).as(picture).hasSizeLessThan(100_000);
        }
    }

    @Test
    void aRunWithoutLooksHasNone() {
        assertThat(PhenomenaGuide.pictures(everyFigure().subList(0, 1))).isEmpty();
    }
}
