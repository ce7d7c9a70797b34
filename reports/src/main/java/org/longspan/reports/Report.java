package org.longspan.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.json.ResultsDigest;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.Guide;
import org.longspan.reports.figure.StandaloneSvg;
import org.longspan.reports.finding.Caveat;
import org.longspan.reports.finding.Findings;
import org.longspan.reports.json.Documents;
import org.longspan.reports.json.JsonReport;
import org.longspan.reports.json.ReportDocument;
import org.longspan.reports.page.Cover;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.MeasuredCosts;
import org.longspan.reports.page.Pages;
import org.longspan.reports.phenomena.Looks;
import org.longspan.reports.phenomena.PhenomenaGuide;
import org.longspan.reports.section.Sections;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.HeldResults;

/**
 * The report of one run. It is a function of the run's records alone: made twice, or made anew a year later, it is
 * the same.
 */
public final class Report {

    /** Name of the report for programs. */
    public static final String JSON = "report.json";

    /** Name of the report for people. */
    public static final String HTML = "report.html";

    private final ArrangedRun run;
    private final Findings findings;
    private final MeasuredCosts costs;
    private final Looks looks;

    private Report(ArrangedRun run, Findings findings, MeasuredCosts costs, Looks looks) {
        this.run = run;
        this.findings = findings;
        this.costs = costs;
        this.looks = looks;
    }

    /**
     * Returns the report of a run, finished or not.
     *
     * @param manifest of the run
     * @param results stored so far, in any order
     * @param microbench the file of measured costs, {@code runs/microbench.json}, if there is one
     */
    public static Report of(Manifest manifest, List<StoredResult> results, Optional<Path> microbench) {
        return of(manifest, results, microbench, List.of());
    }

    /**
     * Returns the report of a run whose folder has something to say.
     *
     * @param ofFolder caveats about the files that the results were read from
     */
    public static Report of(
            Manifest manifest, List<StoredResult> results, Optional<Path> microbench, List<Caveat> ofFolder) {
        return of(manifest, HeldResults.of(results), ResultsDigest.of(results), microbench, ofFolder);
    }

    /**
     * Returns the report of a run of which not all was held in memory.
     *
     * @param digest of the results
     * @param ofFolder caveats about the files that the results were read from
     */
    public static Report of(
            Manifest manifest, HeldResults results, String digest, Optional<Path> microbench, List<Caveat> ofFolder) {
        MeasuredCosts costs = MeasuredCosts.read(microbench.filter(Files::isRegularFile));
        List<Caveat> besides = new ArrayList<>(ofFolder);
        costs.lack().ifPresent(text -> besides.add(new Caveat("costs", "", text)));
        ArrangedRun run = ArrangedRun.of(manifest, results);
        return new Report(run, Findings.of(run, besides, digest), costs, Looks.NONE);
    }

    /**
     * Returns the report with what probes found in the run.
     *
     * @param records in any order
     * @param unitCliff the tables of {@link org.longspan.reports.phenomena.UnitCliffFigure}, none for no such figure
     */
    public Report withLooks(List<ProbeRecord> records, List<Table> unitCliff) {
        return new Report(run, findings, costs, Looks.of(run, records, unitCliff));
    }

    /** Returns why the file of measured costs could not be read; empty if it could, or if there is none. */
    public Optional<String> faultOfCosts() {
        return costs.fault();
    }

    /** Returns the report as it is written elsewhere than into {@code place}, where the run lies: commands name it. */
    public Report ofRunIn(Path place) {
        return new Report(run.in(place), findings, costs, looks);
    }

    /** Returns what stands above the sections of the page: what the run asks, and what it answers. */
    public Cover cover() {
        return Cover.ofReport(material());
    }

    /** Returns when the first trial began; empty if no trial tells. */
    public Optional<Instant> began() {
        return run.times().began();
    }

    /** Returns the content of {@code report.json}. */
    public ReportDocument document() {
        return Documents.of(run, findings, looks);
    }

    /** Returns the text of {@code report.json}. */
    public String json() {
        return JsonReport.text(document());
    }

    /** Returns the text of {@code report.html}. */
    public String html() {
        return Pages.html(material(), Sections.all());
    }

    private Material material() {
        return new Material(run, findings, costs, looks);
    }

    /** Returns every figure of the page, in its order. */
    public List<Figure> figures() {
        return Pages.figures(material(), Sections.all());
    }

    /**
     * Writes each figure into {@code folder}, as a picture and as numbers, named by its id.
     *
     * @param writing puts each into its place
     * @return the paths of the pictures
     * @throws IOException if they cannot be written
     */
    public List<Path> writeFiguresTo(Path folder, Writing writing) throws IOException {
        List<Path> pictures = new ArrayList<>();
        for (Figure figure : figures()) {
            Path picture = folder.resolve(figure.id() + ".svg");
            writing.write(picture, StandaloneSvg.of(figure).getBytes(StandardCharsets.UTF_8));
            writing.write(folder.resolve(figure.id() + ".csv"), figure.csv().getBytes(StandardCharsets.UTF_8));
            pictures.add(picture);
        }
        return pictures;
    }

    /** Returns the pictures of the page that explains the probes, or of that which tells how to read a report. */
    private Map<String, String> guide() {
        Map<String, String> phenomena = PhenomenaGuide.pictures(figures());
        return phenomena.isEmpty() ? Guide.pictures(figures()) : phenomena;
    }

    /**
     * Writes the pictures of the page that tells how to read a report into {@code folder}; of a run with probes, those of
     * the page that explains the probes.
     *
     * @param writing puts each into its place
     * @throws IOException if they cannot be written
     */
    public void writeGuideTo(Path folder, Writing writing) throws IOException {
        for (Map.Entry<String, String> picture : guide().entrySet()) {
            writing.write(folder.resolve(picture.getKey()), picture.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Writes both reports into {@code folder}.
     *
     * @param writing puts each into its place
     * @return the paths of {@code report.json} and {@code report.html}
     * @throws IOException if they cannot be written
     */
    public List<Path> writeTo(Path folder, Writing writing) throws IOException {
        Path json = folder.resolve(JSON);
        Path html = folder.resolve(HTML);
        writing.write(json, json().getBytes(StandardCharsets.UTF_8));
        writing.write(html, html().getBytes(StandardCharsets.UTF_8));
        return List.of(json, html);
    }

    /** Writes a file. */
    public interface Writing {

        /** Writes all of {@code content} into {@code file}. */
        void write(Path file, byte[] content) throws IOException;
    }
}
