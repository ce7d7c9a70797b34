package org.longspan.reports.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.longspan.reports.json.JsonReport;

/**
 * The content of {@code site.json}: all that the index says, so that a run can be added without the folders of those
 * that are there.
 *
 * @param schemaVersion of this document
 * @param title of the site
 * @param runs sorted by name
 * @param comparisons sorted by name
 * @param claims null if there are none
 * @param catalogue what the page of the catalogue holds
 */
public record SiteDocument(
        int schemaVersion,
        String title,
        List<SiteRun> runs,
        List<SiteComparison> comparisons,
        SiteClaims claims,
        SiteCatalogue.Sizes catalogue) {

    /** The version of the document that this code writes. */
    public static final int SCHEMA_VERSION = 1;

    /** The title of a site that was given none. */
    public static final String TITLE = "How far back in time can a recurrent network learn?";

    public SiteDocument {
        if (title == null || runs == null || comparisons == null || catalogue == null) {
            throw new IllegalArgumentException("a part is missing, expected title, runs, comparisons and catalogue");
        }
        runs = runs.stream().sorted(Comparator.comparing(SiteRun::name)).toList();
        comparisons = comparisons.stream()
                .sorted(Comparator.comparing(SiteComparison::name))
                .toList();
    }

    /** The version of a document that may have another form. */
    private record Version(int schemaVersion) {}

    /** Returns a site that holds nothing yet. */
    public static SiteDocument empty(SiteCatalogue catalogue) {
        return new SiteDocument(SCHEMA_VERSION, TITLE, List.of(), List.of(), null, catalogue.sizes());
    }

    /**
     * Returns the site that the text of {@code site.json} describes.
     *
     * @throws IllegalArgumentException if it describes none of this version; the message is half a sentence
     */
    public static SiteDocument read(String text) {
        int version = as(text, Version.class).schemaVersion();
        if (version != SCHEMA_VERSION) {
            throw new IllegalArgumentException("schema version " + version + ", expected " + SCHEMA_VERSION);
        }
        return as(text, SiteDocument.class);
    }

    /** The reader of JSON wraps what a record says of its components. */
    private static <T extends Record> T as(String text, Class<T> type) {
        try {
            return JsonReport.read(text, type);
        } catch (IllegalArgumentException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            boolean said = root != e && root instanceof IllegalArgumentException;
            throw new IllegalArgumentException(said ? root.getMessage() : "not JSON of its form", e);
        }
    }

    /** Returns the text of {@code site.json}. */
    public String text() {
        return JsonReport.text(this);
    }

    /** Returns this site under another title. */
    public SiteDocument titled(String other) {
        return new SiteDocument(schemaVersion, other, runs, comparisons, claims, catalogue);
    }

    /** Returns this site with a run, which takes the place of one of its name. */
    public SiteDocument with(SiteRun run) {
        List<SiteRun> all = new ArrayList<>(
                runs.stream().filter(one -> !one.name().equals(run.name())).toList());
        all.add(run);
        return new SiteDocument(schemaVersion, title, all, comparisons, claims, catalogue);
    }

    /** Returns this site with a comparison, which takes the place of one of its name. */
    public SiteDocument with(SiteComparison comparison) {
        List<SiteComparison> all = new ArrayList<>(comparisons.stream()
                .filter(one -> !one.name().equals(comparison.name()))
                .toList());
        all.add(comparison);
        return new SiteDocument(schemaVersion, title, runs, all, claims, catalogue);
    }

    /** Returns this site with these claims, which take the place of those that are there. */
    public SiteDocument with(SiteClaims others) {
        return new SiteDocument(schemaVersion, title, runs, comparisons, others, catalogue);
    }

    /** Returns this site with this catalogue. */
    public SiteDocument with(SiteCatalogue lists) {
        return new SiteDocument(schemaVersion, title, runs, comparisons, claims, lists.sizes());
    }

    /** Returns this site without the run of that name, and without the comparisons of it. */
    public SiteDocument without(String run) {
        return new SiteDocument(
                schemaVersion,
                title,
                runs.stream().filter(one -> !one.name().equals(run)).toList(),
                comparisons.stream().filter(one -> !one.isOf(run)).toList(),
                claims,
                catalogue);
    }

    /** Returns this site without the comparison of that name. */
    public SiteDocument withoutComparison(String name) {
        return new SiteDocument(
                schemaVersion,
                title,
                runs,
                comparisons.stream().filter(one -> !one.name().equals(name)).toList(),
                claims,
                catalogue);
    }

    /** Returns the names of the runs. */
    public List<String> names() {
        return runs.stream().map(SiteRun::name).toList();
    }

    /** Returns the paths of all files of the site, sorted. Whatever else lies in its folder is none of it. */
    public Set<String> files() {
        Set<String> files = new TreeSet<>(List.of(SitePaths.INDEX, SitePaths.STATE, SitePaths.CATALOGUE));
        if (claims != null) {
            files.addAll(List.of(SitePaths.CLAIMS, SitePaths.CLAIMS_JSON));
        }
        for (SiteComparison comparison : comparisons) {
            files.add(SitePaths.ofComparison(comparison.name()));
            files.add(SitePaths.jsonOfComparison(comparison.name()));
        }
        runs.stream().flatMap(run -> SitePaths.ofRun(run.name()).stream()).forEach(files::add);
        return files;
    }

    /** Returns the runs, the latest first. */
    List<SiteRun> latestFirst() {
        return runs.stream()
                .sorted(Comparator.comparing((SiteRun run) -> run.made().began())
                        .reversed()
                        .thenComparing(run -> run.name()))
                .toList();
    }
}
