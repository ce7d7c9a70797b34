package org.longspan.suite.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.RunArchive;
import org.longspan.harness.store.StoredLines;
import org.longspan.reports.Report;
import org.longspan.reports.claim.ClaimsDocument;
import org.longspan.reports.claim.ClaimsPage;
import org.longspan.reports.compare.CompareWords;
import org.longspan.reports.compare.Comparison;
import org.longspan.reports.json.JsonReport;
import org.longspan.reports.page.Block.Link;
import org.longspan.reports.site.CataloguePage;
import org.longspan.reports.site.IndexPage;
import org.longspan.reports.site.SiteBar;
import org.longspan.reports.site.SiteCatalogue;
import org.longspan.reports.site.SiteClaims;
import org.longspan.reports.site.SiteComparison;
import org.longspan.reports.site.SiteDocument;
import org.longspan.reports.site.SitePaths;
import org.longspan.reports.site.SiteRun;
import org.longspan.suite.site.SiteFolder;

/** A change of a site: what comes and goes, until it is published at one stroke. */
final class SiteChange {

    private final SiteFolder folder;
    private final PublishedRuns runs;
    private SiteDocument site;

    /** Begins a change, which brings the catalogue up to date. */
    SiteChange(SiteFolder folder, SiteCatalogue catalogue) {
        this.folder = folder;
        this.runs = new PublishedRuns(folder);
        this.site =
                folder.document().orElseGet(() -> SiteDocument.empty(catalogue)).with(catalogue);
        folder.write(SitePaths.CATALOGUE, CataloguePage.html(catalogue));
    }

    /** Gives the site a title. */
    void title(String title) {
        site = site.titled(title);
    }

    /**
     * Takes a run, a comparison or the claims from the site.
     *
     * @throws UserError if it has none of that name
     */
    void remove(String name) {
        if (site.names().contains(name)) {
            site = site.without(name);
        } else if (comparisons().contains(name)) {
            site = site.withoutComparison(name);
        } else if (site.claims() != null && name.equals(SitePaths.CLAIMS_NAME)) {
            site = site.with((SiteClaims) null);
        } else {
            List<String> known = new ArrayList<>(site.names());
            known.addAll(comparisons());
            if (site.claims() != null) {
                known.add(SitePaths.CLAIMS_NAME);
            }
            throw new UserError("--remove " + name + ": the site has none of that name"
                    + (known.isEmpty() ? ", it is empty" : NameHint.hint(name, known)));
        }
    }

    private List<String> comparisons() {
        return site.comparisons().stream().map(SiteComparison::name).toList();
    }

    /**
     * Takes up what a folder holds: a run, or the answers of claims.
     *
     * @return what is to be known of the folder
     * @throws UserError if it holds neither
     */
    List<String> add(Path from) {
        if (Files.isRegularFile(from)) {
            throw new UserError(from + " is a file, expected the folder of a run or of claims");
        }
        if (Files.isRegularFile(from.resolve(SitePaths.CLAIMS_JSON))) {
            claims(from.resolve(SitePaths.CLAIMS_JSON));
            return List.of();
        }
        return add(StoredReport.published(from));
    }

    /**
     * Takes up a run: its report and its archive tell of the same results, however many have come to its folder since.
     *
     * @return what is to be known of the folder
     */
    List<String> add(StoredReport.Published published) {
        StoredReport stored = published.stored();
        String name = SiteRun.name(stored.report());
        Report report = stored.report().ofRunIn(Path.of(SitePaths.RUNS, name));
        Path archive = folder.aside(SitePaths.ofRun(name, SitePaths.ARCHIVE));
        long bytes = pack(stored.folder(), published.lines(), name, archive);
        SiteRun run = SiteRun.of(report, bytes);
        String page = SitePaths.ofRun(name, Report.HTML);
        SiteBar bar = SiteBar.at(
                page,
                new Link(name, "../../" + SitePaths.INDEX + "#" + name, ""),
                new Link(Report.JSON, Report.JSON, ""),
                new Link(SitePaths.ARCHIVE, SitePaths.ARCHIVE, IndexPage.size(bytes)));
        folder.write(page, bar.above(report.html()));
        folder.write(SitePaths.ofRun(name, Report.JSON), report.json());
        site = site.with(run);
        return stored.notes();
    }

    private static long pack(Path from, StoredLines lines, String name, Path archive) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive))) {
            RunArchive.write(lines, name, out);
        } catch (IOException e) {
            throw unpacked(from, e);
        }
        try {
            return Files.size(archive);
        } catch (IOException e) {
            throw unpacked(from, e);
        }
    }

    private static UserError unpacked(Path from, IOException e) {
        return new UserError("the results of " + from + " cannot be packed: " + FileFailures.of(e), e);
    }

    private void claims(Path json) {
        try {
            ClaimsDocument document = read(json);
            SiteBar bar = SiteBar.at(SitePaths.CLAIMS, new Link(SitePaths.CLAIMS_JSON, SitePaths.CLAIMS_JSON, ""));
            folder.write(SitePaths.CLAIMS, bar.above(ClaimsPage.html(document)));
            folder.write(SitePaths.CLAIMS_JSON, JsonReport.text(document));
            site = site.with(SiteClaims.of(document));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new UserError(json + " holds no answers of claims, expected what longspan claims run writes", e);
        }
    }

    private static ClaimsDocument read(Path json) {
        try {
            ClaimsDocument document = JsonReport.read(Files.readString(json), ClaimsDocument.class);
            if (document.schemaVersion() != ClaimsDocument.SCHEMA_VERSION) {
                throw new UserError(json + ": schema version " + document.schemaVersion() + ", expected "
                        + ClaimsDocument.SCHEMA_VERSION + ": longspan claims run writes it");
            }
            return document;
        } catch (IOException e) {
            throw new UserError(json + " cannot be read: " + FileFailures.of(e), e);
        }
    }

    /**
     * Takes up a comparison of runs that the site has after this change, made from their archives.
     *
     * @param word names of runs or their folders, with commas between; the first is the base
     * @throws UserError if one is not on the site, or if they have nothing in common
     */
    void compare(String word) {
        compare(PublishedRuns.names(word, site.names()));
    }

    private void compare(List<String> names) {
        Comparison comparison =
                ComparedFolders.of(names.stream().map(runs::open).toList());
        compare(
                new SiteComparison(names, CompareWords.brief(comparison)),
                ComparisonFiles.html(comparison),
                ComparisonFiles.json(comparison));
    }

    /** Takes up a comparison, as a page of Longspan and for programs. */
    void compare(SiteComparison comparison, String html, String json) {
        String page = SitePaths.ofComparison(comparison.name());
        String data = SitePaths.jsonOfComparison(comparison.name());
        String file = data.substring(data.lastIndexOf('/') + 1);
        List<Link> files = new ArrayList<>(List.of(new Link(file, file, "")));
        comparison.runs().forEach(run -> files.add(new Link(run, "../" + SitePaths.ofRun(run, Report.HTML), "")));
        folder.write(page, SiteBar.at(page, files.toArray(Link[]::new)).above(html));
        folder.write(data, json);
        site = site.with(comparison);
    }

    /**
     * Publishes the change, and returns the files that it made, changed or deleted. A comparison is made anew where a
     * run of it has another archive: the same results may have taken other times.
     */
    Set<String> publish() {
        for (SiteComparison before : site.comparisons()) {
            boolean made = folder.isAside(SitePaths.ofComparison(before.name()));
            if (!made && before.runs().stream().anyMatch(this::isChanged)) {
                compare(before.runs());
            }
        }
        return folder.publish(site);
    }

    private boolean isChanged(String run) {
        return folder.isChanged(SitePaths.ofRun(run, SitePaths.ARCHIVE));
    }

    /** Returns the site after the change. */
    SiteDocument site() {
        return site;
    }
}
