package org.longspan.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A picture that looks alike in every viewer. */
class StandaloneSvgTest {

    private static final String CSS = """
            /* colours { } */
            :root { --card: light-dark(#fff, #000); --ink: light-dark(rgb(1, 2, 3), #eee); --sans: "A B", serif; }
            @media print { :root { color-scheme: light; } .x { fill: red; } }
            .chart { font: 12px/1 var(--sans); color: var(--ink); }
            .chart .a > rect, .chart .b { fill: light-dark(#010, #020); }
            .chart .c:hover { fill: red; }
            """;

    private static final String PICTURE =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 90 40.5\" width=\"90\""
                    + " height=\"40.5\" role=\"img\">"
                    + "<title id=\"t\">T</title><desc>D</desc><g class=\"a\" data-o=\"adam\"><rect x=\"1\"/></g></svg>";

    @Test
    void itHoldsTheRulesOfItsClassesInLightColours() {
        assertThat(new StandaloneSvg(CSS).of(PICTURE)).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="-8 -8 106 56.5" width="106" \
                        height="56.5" role="img"><title id="t">T\
                        </title><desc>D</desc>
                        <style>
                        .chart { font-size: 12px; font-family: "A B", serif; color: rgb(1, 2, 3); }
                        .chart .a > rect { fill: #010; }
                        </style>
                        <rect x="-8" y="-8" width="106" height="56.5" style="fill: #fff; stroke: none"/>\
                        <g class="a"><rect x="1"/></g></svg>
                        """);
    }

    @Test
    void itHoldsNothingThatXmlRefuses() {
        assertThat(new StandaloneSvg(CSS).of(PICTURE.replace("D<", "D\u0001\ud800<")))
                .contains("<desc>D</desc>");
    }

    /** The style of the page: every class at once leaves no variable and nothing that a browser alone knows. */
    @ParameterizedTest
    @CsvSource({"var(", "light-dark(", "--", "font:", "@", "&", "<"})
    void theStyleOfThePageLeavesNothingOpen(String unknown) throws IOException {
        String css;
        try (InputStream in = StandaloneSvg.class.getResourceAsStream("/org/longspan/reports/page/figure.css")) {
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String classes = Pattern.compile("\\.([A-Za-z][\\w-]*)")
                .matcher(css)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.joining(" "));
        String file = StandaloneSvg.of(
                new Figure("id", "", PICTURE.replace("class=\"a\"", "class=\"" + classes + "\""), "", null, ""));
        String style = file.substring(file.indexOf("<style>") + 7, file.indexOf("</style>"));
        assertThat(style).contains(".chart text", "font-size: 12px").doesNotContain(unknown);
        assertThat(style.lines().filter(line -> line.startsWith(".")).count()).isGreaterThan(40);
    }
}
