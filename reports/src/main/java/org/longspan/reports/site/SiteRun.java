package org.longspan.reports.site;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.longspan.reports.Report;
import org.longspan.reports.json.IdentityRows.Identity;
import org.longspan.reports.json.IdentityRows.Machine;
import org.longspan.reports.json.ReportDocument;
import org.longspan.reports.page.Cover;

/**
 * A run of a site, as the index shows it.
 *
 * @param name its folder below {@link SitePaths#RUNS}: the plan, and the first 8 digits of {@code digest}
 * @param source what was run
 * @param made when, on what, and how much of it
 * @param digest SHA-256 of the run's canonical results
 * @param said what came out
 * @param archiveBytes size of {@link SitePaths#ARCHIVE}
 */
public record SiteRun(String name, Source source, Made made, String digest, Said said, long archiveBytes) {

    private static final int DIGITS = 8;
    private static final Pattern AWKWARD = Pattern.compile("[^A-Za-z0-9._-]+|^[._-]+");

    /**
     * What was run.
     *
     * @param plan its name
     * @param title what the run asks
     * @param byline whose it is; may be empty
     * @param seed the root seed
     * @param version of Longspan
     * @param commit of the checkout; empty if unknown
     */
    public record Source(String plan, String title, String byline, long seed, String version, String commit) {}

    /**
     * How it was made.
     *
     * @param began when the first trial began, in ISO 8601, UTC; empty if no trial tells
     * @param processors models, each once
     * @param planned trials of the plan
     * @param done trials with a result
     */
    public record Made(String began, List<String> processors, int planned, int done) {

        public Made {
            processors = List.copyOf(processors);
        }
    }

    /**
     * What came out; a run that concludes nothing has a headline and a notice in the place of answers.
     *
     * @param headline what happened, in a sentence; may be empty
     * @param notice why nothing is concluded; may be empty
     * @param answers of the report
     */
    public record Said(String headline, String notice, List<Answer> answers) {

        public Said {
            answers = List.copyOf(answers);
        }
    }

    /** A question, its answer in sentences, and the id of the place in the report that shows it. */
    public record Answer(String question, String text, String shownBy) {}

    public SiteRun {
        SitePaths.requireName(name);
        if (source == null || made == null || digest == null || said == null) {
            throw new IllegalArgumentException("run " + name + " lacks a part, expected source, made, digest and said");
        }
    }

    /** Returns the run of a report, with an archive of so many bytes. */
    public static SiteRun of(Report report, long archiveBytes) {
        ReportDocument document = report.document();
        Identity identity = document.identity();
        Cover cover = report.cover();
        Made made = new Made(
                report.began().map(Instant::toString).orElse(""),
                identity.machines().stream().map(Machine::cpu).distinct().toList(),
                identity.trials().planned(),
                identity.trials().done());
        List<Answer> answers = cover.said().replies().stream()
                .map(reply -> new Answer(reply.question(), reply.text(), reply.shownBy()))
                .toList();
        return new SiteRun(
                name(identity.plan(), document.citation().digest()),
                new Source(
                        identity.plan(),
                        cover.head().title(),
                        cover.head().byline(),
                        identity.seed(),
                        identity.version(),
                        identity.commit()),
                made,
                document.citation().digest(),
                new Said(cover.said().headline(), cover.said().notice(), answers),
                archiveBytes);
    }

    /** Returns the name of the run of a report. */
    public static String name(Report report) {
        ReportDocument document = report.document();
        return name(document.identity().plan(), document.citation().digest());
    }

    /** Returns the name of the run of a plan whose results have that digest: a folder, and a part of an address. */
    public static String name(String plan, String digest) {
        String plain = AWKWARD.matcher(plan).replaceAll("-").replaceFirst("^-+", "");
        return (plain.isEmpty() ? "run" : plain) + "-" + digest.substring(0, DIGITS);
    }
}
