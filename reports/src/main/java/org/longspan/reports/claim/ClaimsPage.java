package org.longspan.reports.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.longspan.reports.claim.ClaimsDocument.ClaimRow;
import org.longspan.reports.claim.ClaimsDocument.PartRow;
import org.longspan.reports.claim.ClaimsDocument.PlanRow;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.IntervalFigure;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Cover;
import org.longspan.reports.page.Page;
import org.longspan.reports.page.Pages;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Table;

/** Prints {@code claims.html}: all claims, and each with what was compared, its picture and its command. */
public final class ClaimsPage {

    /** How a verdict comes about. */
    static final String LEDE =
            "A claim is supported if the interval of 90 % of every part that decides lies inside the region where the claim "
                    + "expects its number; refuted if the interval of 95 % of one of them, widened for the number of parts, "
                    + "lies outside of it; else inconclusive. Each claim is judged for itself: of claims that are false by a "
                    + "hair one in twenty is supported. Brackets are intervals of 95 %.";

    private ClaimsPage() {}

    /** Returns the page. */
    public static String html(ClaimsDocument document) {
        Page.Head head = new Page.Head(
                "claims",
                "Longspan claims",
                "Claims, answered",
                "",
                "Made from the records of runs alone; made again, it is the same.");
        Page.Said said = new Page.Said(headline(document), "", "", "", List.of());
        List<Block> opening =
                List.of(VerdictFigure.tallies(document), new Block.Drawing(VerdictFigure.ofAll(document)));
        return Pages.html(new Cover(head, said, opening), List.of(verdicts(document), each(document), plans(document)));
    }

    /** Returns how many claims came to what. */
    static String headline(ClaimsDocument document) {
        return headline(document.claims().stream()
                .map(claim -> ClaimVerdict.of(claim.verdict()))
                .toList());
    }

    /** Returns how many of these verdicts are what. */
    public static String headline(List<ClaimVerdict> verdicts) {
        long decided = count(verdicts, ClaimVerdict.SUPPORTED) + count(verdicts, ClaimVerdict.REFUTED);
        String counts = Arrays.stream(ClaimVerdict.values())
                .filter(verdict -> count(verdicts, verdict) > 0)
                .map(verdict -> TextFormat.count(count(verdicts, verdict)) + " " + verdict.word())
                .collect(Collectors.joining(", "));
        return "Decided " + TextFormat.count(decided) + " of " + TextFormat.count(verdicts.size(), "claim") + ": "
                + counts + ".";
    }

    private static long count(List<ClaimVerdict> verdicts, ClaimVerdict verdict) {
        return verdicts.stream().filter(verdict::equals).count();
    }

    private static Part verdicts(ClaimsDocument document) {
        List<Table.Row> rows = new ArrayList<>();
        for (ClaimRow claim : document.claims()) {
            PartRow first = claim.telling();
            Integer needed = first.found().blocksNeeded();
            rows.add(Table.row(
                            Tags.NONE,
                            claim.id(),
                            ClaimVerdict.of(claim.verdict()).mark() + " " + claim.verdict(),
                            ClaimWords.found(first.found()),
                            ClaimWords.expected(first.asked().region()),
                            TextFormat.count(first.found().size().runs()),
                            TextFormat.count(first.found().size().clusters()),
                            needed == null ? Table.NOTHING : TextFormat.count(needed),
                            claim.says(),
                            first.asked().number(),
                            claim.source())
                    .to(address(claim)));
        }
        Table table = Table.of(
                        "claims",
                        "All claims",
                        "Claim",
                        "Verdict",
                        "Found",
                        "Expected",
                        "#Runs",
                        "#Clusters",
                        "#Blocks needed",
                        "Sentence",
                        "Number",
                        "Source")
                .with(rows);
        return new Part("verdicts", "Verdicts", "Verdicts", List.of(new Block.Words(LEDE), new Block.Listing(table)));
    }

    private static String address(ClaimRow claim) {
        return address(claim.id());
    }

    /** Returns the id of the place in the page that is about the claim of that id. */
    public static String address(String claim) {
        return "claim-" + claim;
    }

    private static Part each(ClaimsDocument document) {
        List<Block> blocks = new ArrayList<>();
        for (ClaimRow claim : document.claims()) {
            blocks.add(new Block.Heading(address(claim), claim.says()));
            blocks.add(new Block.Words(capital(claim.verdict()) + ". Source: " + claim.source() + "."
                    + (claim.note().isEmpty() ? "" : " " + claim.note())));
            if (!claim.checked().isEmpty()) {
                blocks.add(new Block.Words("Checked: " + claim.checked()));
            }
            for (int i = 0; i < claim.parts().size(); i++) {
                part(address(claim) + "-" + (i + 1), claim.parts().get(i), document, blocks);
            }
        }
        return new Part("each", "Each claim", "Each claim", blocks);
    }

    private static void part(String id, PartRow part, ClaimsDocument document, List<Block> blocks) {
        VerdictFigure.shown(part).ifPresent(shown -> blocks.add(new Block.Drawing(figure(id, part, shown))));
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact("asks", part.says()));
        facts.add(new Block.Fact(
                "verdict",
                ClaimVerdict.of(part.verdict()).mark() + " " + part.verdict()
                        + (part.decides() ? "" : ", said beside: it decides nothing")));
        facts.add(new Block.Fact("number", part.asked().number()));
        facts.add(new Block.Fact("expected", ClaimWords.expected(part.asked().region())));
        facts.add(new Block.Fact(
                "found",
                ClaimWords.found(part.found()) + ", "
                        + ClaimWords.size(part.found().size())));
        if (!part.why().isEmpty()) {
            facts.add(new Block.Fact("open because", ClaimWords.open(part)));
        }
        part.plans().forEach(plan -> facts.add(new Block.Fact("plan", cost(plan, document))));
        blocks.add(new Block.Facts("models", facts));
        if (!part.replay().isEmpty()) {
            blocks.add(new Block.Code("The command that runs one of its trials again, " + id, part.replay()));
        }
    }

    private static String cost(String plan, ClaimsDocument document) {
        Optional<PlanRow> row =
                document.plans().stream().filter(one -> one.plan().equals(plan)).findFirst();
        return plan
                + row.map(one -> ", " + TextFormat.count(one.trials(), "trial") + ", "
                                + TextFormat.count(Math.round(one.coreSeconds()), "core-second"))
                        .orElse("");
    }

    private static Figure figure(String id, PartRow part, IntervalFigure.Shown shown) {
        String caption = part.says() + " " + capital(part.asked().number()) + ": " + ClaimWords.found(part.found())
                + ", expected " + ClaimWords.expected(part.asked().region()) + "; "
                + ClaimWords.size(part.found().size()) + ".";
        return IntervalFigure.of(id, part.says(), shown, caption);
    }

    private static Part plans(ClaimsDocument document) {
        Table table = Table.of("plans", "Plans", "Plan", "#Trials", "#Core-seconds")
                .with(document.plans().stream()
                        .map(plan -> Table.row(
                                Tags.NONE,
                                plan.plan(),
                                TextFormat.count(plan.trials()),
                                TextFormat.count(Math.round(plan.coreSeconds()))))
                        .toList());
        return new Part(
                "costs", "Costs", "What it took", List.of(new Block.Words(total(document)), new Block.Listing(table)));
    }

    /** Returns what all plans took together. */
    static String total(ClaimsDocument document) {
        int trials = document.plans().stream().mapToInt(PlanRow::trials).sum();
        double seconds =
                document.plans().stream().mapToDouble(PlanRow::coreSeconds).sum();
        return "Together " + TextFormat.count(trials, "trial") + " in "
                + TextFormat.count(Math.round(seconds), "core-second")
                + ", the looks of probes apart. These are by the clock, so other work on the machine lengthens them. A plan"
                + " that several claims ask has run once.";
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
