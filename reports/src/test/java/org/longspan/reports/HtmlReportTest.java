package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.reports.SyntheticRun.Fate;
import org.xml.sax.InputSource;

/** What the page holds, read as text; a browser reads it in {@link ReportPageTest}. */
class HtmlReportTest {

    private static final Pattern SVG = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);

    @Test
    void everyPictureIsWellFormed() throws Exception {
        String html = html(SyntheticRun.quick());
        Matcher svg = SVG.matcher(html);
        int pictures = 0;
        while (svg.find()) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg.group())));
            pictures++;
        }
        assertThat(pictures).isEqualTo(1 + 2 + 1 + 12 + 4 + 1);
    }

    @Test
    void nothingIsFetchedFromAnywhere() {
        String html = html(SyntheticRun.quick()).replace("http://www.w3.org/2000/svg", "");
        assertThat(html).doesNotContain("http://").doesNotContain("https://").contains("default-src 'none'");
    }

    @Test
    void everyFigureHasACaptionWithNumbersAndAWordOnHowToReadIt() {
        String html = html(SyntheticRun.quick());
        int figures = html.split("<figure ", -1).length - 1;
        assertThat(html.split("How to read this", -1).length - 1).isEqualTo(figures);
        assertThat(html).contains("501 of 720 runs solved").contains("Every one of 60 evaluation runs thin");
    }

    @Test
    void wordsOfAPlanAreEscaped() {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "smoke", 1, 1)
                .with("plan", "<script>alert(1)</script>")
                .with("planText", "</pre><script>alert(2)</script>");
        assertThat(html(run)).doesNotContain("<script>alert");
    }

    /** Within a script element, {@code <!--<script>} keeps the element open beyond its end. */
    @Test
    void wordsInNumbersOfAFigureCannotEndOrProlongTheirElement() {
        for (String name : List.of("<!--<script>", "</script><b>", "a&lt;b")) {
            SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "smoke", 1, 1);
            Matcher csv = Pattern.compile("(?s)<script type=\"text/csv\">(.*?)</script>")
                    .matcher(Report.of(run.renamed(name), run.resultsOf(name), Optional.empty())
                            .html());

            assertThat(csv.results().map(found -> found.group(1)).toList())
                    .hasSizeGreaterThan(5)
                    .noneMatch(numbers -> numbers.contains("<"))
                    .anyMatch(numbers ->
                            numbers.contains(name.replace("&", "&amp;").replace("<", "&lt;")));
        }
    }

    @Test
    void theTableOfTrialsHoldsEvaluationRunsAndSaysWhereTheRestIs() {
        String small = html(SyntheticRun.of(Fate.PLAUSIBLE, 5, 6, "standard", 4, 2));
        String large = html(SyntheticRun.of(Fate.PLAUSIBLE, 5, 6, "standard", 24, 2));
        int more = 2 * 20 * 5 * 6 * 12;

        assertThat((large.length() - small.length()) / (double) more)
                .as("characters for each selection run: its mark in figure 5 and that in numbers")
                .isLessThan(150);
        assertThat(rows(large)).isEqualTo(rows(small)).isLessThanOrEqualTo(2 * 5 * 6 * 12);
        assertThat(large).contains("more trials of tuning, skipped ones among them, are in report.json");
    }

    private static int rows(String html) {
        return html.split("<tr><th scope=\"row\"><code>[0-9a-f]{16}", -1).length - 1;
    }

    @Test
    void measuredCostsAppearWhenTheyAreThereAndAreACaveatWhenNot(@TempDir Path folder) throws IOException {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "smoke", 1, 1);
        assertThat(html(run)).contains("Costs not measured").doesNotContain("What an update costs");
        Path costs = folder.resolve("microbench.json");
        Files.writeString(
                costs,
                "[{\"benchmark\":\"org.longspan.microbench.StepBenchmark.lstm\",\"params\":{\"T\":\"40\"},"
                        + "\"primaryMetric\":{\"score\":5.5,\"scoreError\":\"NaN\",\"scoreUnit\":\"ms/op\"}}]");
        String with =
                Report.of(run.manifest(), run.results(), Optional.of(costs)).html();
        assertThat(with)
                .contains("What an update costs")
                .contains("StepBenchmark.lstm")
                .doesNotContain("Costs not measured");
    }

    @Test
    void aRunWithoutAnyResultHasAPage() {
        SyntheticRun run = SyntheticRun.quick();
        assertThat(Report.of(run.manifest(), List.of(), Optional.empty()).html())
                .contains("Nothing was run")
                .contains("3600 of 3600 planned trials");
    }

    @Test
    void bothFilesAreWrittenAndNothingElseIsLeft(@TempDir Path folder) throws IOException {
        SyntheticRun run = SyntheticRun.of(Fate.NOTHING_SOLVED, 1, 2, "smoke", 1, 1);
        List<Path> written =
                Report.of(run.manifest(), run.results(), Optional.empty()).writeTo(folder, Files::write);
        assertThat(written).containsExactly(folder.resolve("report.json"), folder.resolve("report.html"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrderElementsOf(written);
        }
        assertThat(written.get(1)).content().contains("Nothing was solved: none of 24 evaluation runs");
    }

    private static String html(SyntheticRun run) {
        return Report.of(run.manifest(), run.results(), Optional.empty()).html();
    }
}
