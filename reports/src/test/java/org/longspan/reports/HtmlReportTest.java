package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.figure.Figure;
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
        assertThat(pictures)
                .isEqualTo(Report.of(
                                SyntheticRun.quick().manifest(),
                                SyntheticRun.quick().results(),
                                Optional.empty())
                        .figures()
                        .size())
                .isGreaterThan(30);
    }

    @Test
    void nothingIsFetchedFromAnywhere() {
        String html = html(SyntheticRun.quick()).replace("http://www.w3.org/2000/svg", "");
        assertThat(html).doesNotContain("http://").doesNotContain("https://").contains("default-src 'none'");
    }

    @Test
    void everyFigureHasACaptionWithNumbersAndAWordOnHowToReadIt() {
        SyntheticRun run = SyntheticRun.quick();
        assertThat(Report.of(run.manifest(), run.results(), Optional.empty()).figures())
                .allSatisfy(figure -> {
                    assertThat(figure.caption()).as(figure.id()).containsPattern("\\d");
                    assertThat(figure.howToRead()).as(figure.id()).isNotEmpty();
                    assertThat(figure.csv().lines()).as(figure.id()).hasSizeGreaterThan(1);
                });
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
    void wordsInDataCannotEndOrProlongTheirElement() {
        Pattern data = Pattern.compile("(?s)<script type=\"(?:text/plain|application/json)\"[^>]*>(.*?)</script>");
        for (String name : List.of("<!--<script>", "</script><b>", "</noscript>", "a&lt;b")) {
            SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "smoke", 1, 1);
            String html = Report.of(run.renamed(name), run.resultsOf(name), Optional.empty())
                    .html();

            assertThat(data.matcher(html).results().map(found -> found.group(1)))
                    .hasSizeGreaterThan(5)
                    .noneMatch(text -> text.contains("<"));
            assertThat(html).doesNotContain(name.startsWith("a") ? "&amp;amp;lt;" : name + ",");
        }
    }

    /** What a download holds is a figure's own text: deflated here, inflated by the page. */
    @Test
    void numbersOfAFigureComeBackFromThePage() throws Exception {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "smoke", 1, 1);
        Figure figure = Report.of(run.manifest(), run.results(), Optional.empty())
                .figures()
                .get(0);
        byte[] packed = Base64.getDecoder().decode(figure.embeddedCsv());
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed), new Inflater(true))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(figure.csv());
        }
    }

    @Test
    void theTableOfTrialsHoldsEvaluationRunsAndSaysWhereTheRestIs() {
        String small = html(SyntheticRun.of(Fate.PLAUSIBLE, 5, 6, "standard", 4, 2));
        String large = html(SyntheticRun.of(Fate.PLAUSIBLE, 5, 6, "standard", 24, 2));
        int more = 2 * 20 * 5 * 6 * 12;

        assertThat((large.length() - small.length()) / (double) more)
                .as("characters for each selection run: its marks in the figures of rates and in their numbers")
                .isLessThan(150);
        assertThat(large).contains("more trials of tuning, skipped ones among them, are in results.jsonl");
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
