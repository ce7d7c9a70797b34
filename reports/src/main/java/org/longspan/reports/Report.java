package org.longspan.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.finding.Findings;
import org.longspan.reports.json.Documents;
import org.longspan.reports.json.JsonReport;
import org.longspan.reports.json.ReportDocument;
import org.longspan.reports.page.MeasuredCosts;
import org.longspan.reports.page.Pages;
import org.longspan.reports.summary.ArrangedRun;

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
    private final Optional<Path> microbench;

    private Report(ArrangedRun run, Optional<Path> microbench) {
        this.run = run;
        this.findings = Findings.of(run, microbench.isPresent());
        this.microbench = microbench;
    }

    /**
     * Returns the report of a run, finished or not.
     *
     * @param manifest of the run
     * @param results stored so far, in any order
     * @param microbench the file of measured costs, {@code runs/microbench.json}, if there is one
     */
    public static Report of(Manifest manifest, List<StoredResult> results, Optional<Path> microbench) {
        return new Report(ArrangedRun.of(manifest, results), microbench.filter(Files::isRegularFile));
    }

    /** Returns the report as it is written into another folder than {@code place}, in which the run lies. */
    public Report ofRunIn(Path place) {
        return new Report(run.in(place), microbench);
    }

    /** Returns the content of {@code report.json}. */
    public ReportDocument document() {
        return Documents.of(run, findings);
    }

    /** Returns the text of {@code report.json}. */
    public String json() {
        return JsonReport.text(document());
    }

    /** Returns the text of {@code report.html}. */
    public String html() {
        return Pages.html(run, findings, MeasuredCosts.read(microbench));
    }

    /**
     * Writes both reports into {@code folder}.
     *
     * @return the paths of {@code report.json} and {@code report.html}
     * @throws IOException if they cannot be written
     */
    public List<Path> writeTo(Path folder) throws IOException {
        return List.of(replace(folder.resolve(JSON), json()), replace(folder.resolve(HTML), html()));
    }

    /** Writes beside and moves into place, so that a reader never sees half a report. */
    private static Path replace(Path file, String text) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(beside, text);
        return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
