package org.longspan.reports.site;

import java.util.ArrayList;
import java.util.List;
import org.longspan.reports.Report;
import org.longspan.reports.claim.ClaimVerdict;
import org.longspan.reports.claim.ClaimsPage;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Block.Fact;
import org.longspan.reports.page.Block.Link;
import org.longspan.reports.page.Cover;
import org.longspan.reports.page.Page;
import org.longspan.reports.page.Pages;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Table;

/** Prints the page that leads to all others. It follows from {@code site.json} alone. */
public final class IndexPage {

    private static final int DIGITS_OF_A_COMMIT = 12;
    private static final int DIGITS_OF_A_DATE = 10;

    /** Ends the name of a commit whose files had been changed. */
    private static final String CHANGED = "-dirty";

    private final SiteDocument site;

    private IndexPage(SiteDocument site) {
        this.site = site;
    }

    /** Returns the page. */
    public static String html(SiteDocument site) {
        return new IndexPage(site).html();
    }

    private String html() {
        Page.Head head = new Page.Head(
                "results",
                "Longspan results",
                site.title(),
                "",
                "Made by longspan publish from the records of runs alone. These pages load nothing from elsewhere, and"
                        + " nobody counts who reads them.");
        Page.Said said = new Page.Said(headline(), "", "", "", List.of());
        List<Part> parts = List.of(runs(), comparisons(), claims(), catalogue(), check());
        return SiteBar.styled(Pages.html(new Cover(head, said, List.of()), parts));
    }

    private String headline() {
        long plans =
                site.runs().stream().map(run -> run.source().plan()).distinct().count();
        int trials = site.runs().stream().mapToInt(run -> run.made().done()).sum();
        return TextFormat.count(site.runs().size(), "run") + " of " + TextFormat.count(plans, "plan") + " with "
                + TextFormat.count(trials, "trial")
                + ". Each has its answers below, its report, and an archive from which anybody can replay every trial"
                + " bit for bit.";
    }

    private Part runs() {
        List<Block> blocks = new ArrayList<>();
        List<SiteRun> runs = site.latestFirst();
        if (runs.isEmpty()) {
            blocks.add(new Block.Words("No run is published here yet."));
        }
        if (runs.size() > 1) {
            blocks.add(new Block.Listing(table(runs)));
        }
        runs.forEach(run -> blocks.addAll(blocks(run)));
        return new Part("runs", "Runs", "Runs", blocks);
    }

    private static Table table(List<SiteRun> runs) {
        return Table.of("run-table", "All runs", "Run", "Began", "Commit", "Processor", "#Trials", "Asks")
                .with(runs.stream()
                        .map(run -> Table.row(
                                        Tags.NONE,
                                        run.name(),
                                        date(run),
                                        orNothing(commit(run)),
                                        processors(run),
                                        trials(run),
                                        run.source().title())
                                .to(run.name()))
                        .toList());
    }

    private List<Block> blocks(SiteRun run) {
        List<Block> blocks = new ArrayList<>();
        SiteRun.Source source = run.source();
        blocks.add(new Block.Leading(run.name(), run.name(), place(run, Report.HTML)));
        blocks.add(new Block.Words(source.title() + (source.byline().isEmpty() ? "" : " " + source.byline())));
        blocks.add(new Block.Facts(
                "facts",
                List.of(
                        new Fact("Plan", source.plan() + ", root seed " + source.seed()),
                        new Fact("Began", date(run)),
                        new Fact(
                                "Longspan",
                                source.version() + (commit(run).isEmpty() ? "" : ", commit " + commit(run))),
                        new Fact("Processor", processors(run)),
                        new Fact("Trials", trials(run)))));
        SiteRun.Said said = run.said();
        if (!said.headline().isEmpty()) {
            blocks.add(new Block.Words((said.headline() + " " + said.notice()).strip()));
        }
        if (!said.answers().isEmpty()) {
            blocks.add(new Block.Said(said.answers().stream()
                    .map(answer -> new Link(
                            answer.question(), place(run, Report.HTML) + "#" + answer.shownBy(), answer.text()))
                    .toList()));
        }
        List<Link> links = new ArrayList<>(List.of(
                new Link("Report", place(run, Report.HTML), ""),
                new Link(Report.JSON, place(run, Report.JSON), "for programs"),
                new Link(SitePaths.ARCHIVE, place(run, SitePaths.ARCHIVE), checking(run))));
        site.comparisons().stream().filter(one -> one.isOf(run.name())).forEach(one -> links.add(link(one, "")));
        blocks.add(new Block.Links(links));
        return blocks;
    }

    private static Link link(SiteComparison one, String note) {
        return new Link(one.title(), SitePaths.ofComparison(one.name()), note);
    }

    private static String checking(SiteRun run) {
        return "to check it, " + size(run.archiveBytes()) + "; its results have the SHA-256 "
                + run.digest().substring(0, 16) + "…";
    }

    /** Returns a size in bytes as people say it. */
    public static String size(long bytes) {
        return bytes < 1_000_000
                ? TextFormat.count(Math.max(1, Math.round(bytes / 1e3))) + " kB"
                : TextFormat.precise(bytes / 1e6) + " MB";
    }

    private static String place(SiteRun run, String file) {
        return SitePaths.ofRun(run.name(), file);
    }

    private static String date(SiteRun run) {
        String began = run.made().began();
        return began.isEmpty() ? Table.NOTHING : began.substring(0, DIGITS_OF_A_DATE);
    }

    private static String commit(SiteRun run) {
        String commit = run.source().commit();
        String brief = commit.substring(0, Math.min(DIGITS_OF_A_COMMIT, commit.length()));
        return commit.endsWith(CHANGED) ? brief + CHANGED : brief;
    }

    private static String processors(SiteRun run) {
        return orNothing(String.join("; ", run.made().processors()));
    }

    private static String trials(SiteRun run) {
        String done = TextFormat.count(run.made().done());
        return run.made().done() == run.made().planned()
                ? done
                : done + " of " + TextFormat.count(run.made().planned());
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? Table.NOTHING : text;
    }

    private Part comparisons() {
        List<Block> blocks = site.comparisons().isEmpty()
                ? List.of(new Block.Words("No comparison of runs is published here."))
                : List.of(new Block.Said(site.comparisons().stream()
                        .map(one -> link(one, one.says()))
                        .toList()));
        return new Part("comparisons", "Comparisons", "Comparisons", blocks);
    }

    private Part claims() {
        if (site.claims() == null) {
            return new Part("claims", "Claims", "Claims", List.of(new Block.Words("No claim is published here.")));
        }
        List<SiteClaims.Line> claims = site.claims().claims();
        String headline = ClaimsPage.headline(
                claims.stream().map(claim -> ClaimVerdict.of(claim.verdict())).toList());
        List<Link> lines = claims.stream()
                .map(claim -> new Link(
                        ClaimVerdict.of(claim.verdict()).mark() + " " + claim.id() + ": " + claim.verdict(),
                        SitePaths.CLAIMS + "#" + ClaimsPage.address(claim.id()),
                        claim.says()))
                .toList();
        return new Part(
                "claims",
                "Claims",
                "Claims",
                List.of(
                        new Block.Words("Sentences of books and papers, held against runs. " + headline),
                        new Block.Said(lines),
                        new Block.Links(List.of(
                                new Link("All claims", SitePaths.CLAIMS, ""),
                                new Link(SitePaths.CLAIMS_JSON, SitePaths.CLAIMS_JSON, "for programs")))));
    }

    private Part catalogue() {
        SiteCatalogue.Sizes sizes = site.catalogue();
        List<Link> links = sizes.lists().stream()
                .map(list -> new Link(
                        list.title(), SitePaths.CATALOGUE + "#" + list.name(), TextFormat.count(list.entries())))
                .toList();
        return new Part(
                "catalogue",
                "Catalogue",
                "Catalogue",
                List.of(
                        new Block.Words("What a plan of Longspan " + sizes.version()
                                + " can name, each with its equation, its settings and its source."),
                        new Block.Links(links)));
    }

    private Part check() {
        String name = site.runs().isEmpty() ? "NAME" : site.latestFirst().get(0).name();
        return new Part(
                "check",
                "Checking",
                "Checking a run",
                List.of(
                        new Block.Words("The archive of a run holds its manifest, its results and what probes found."
                                + " Unpacked in a checkout of Longspan it is a run's folder again: its digest must be"
                                + " the one of its page, and every trial, run again on any machine, must give the same"
                                + " bits. The page lists the ids."),
                        new Block.Code(
                                "The commands that check a run",
                                "unzip " + SitePaths.ARCHIVE + " -d runs\n./longspan results runs/" + name
                                        + " --digest\n./longspan replay runs/" + name + " ID"),
                        new Block.Words("A run is named by its plan and the first digits of its digest, so a link to it"
                                + " leads to the same results for good."),
                        new Block.Links(
                                List.of(new Link(SitePaths.STATE, SitePaths.STATE, "says all of this to programs")))));
    }
}
