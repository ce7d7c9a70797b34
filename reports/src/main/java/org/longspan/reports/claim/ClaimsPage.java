package org.longspan.reports.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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

/** Prints {@code claims.html}: a table of all claims, and each with what was compared, its picture and its command. */
public final class ClaimsPage {

    private static final String LEDE =
            "A claim is supported if the interval of 90 % of every part that decides lies inside the region where the claim "
                    + "expects its number; refuted if the interval of 95 % of one of them, widened for the number of parts, "
                    + "lies outside of it; else inconclusive. Each claim is judged for itself: of claims that are false by a "
                    + "hair one in twenty is supported. Brackets are intervals of 95 %.";

    private ClaimsPage() {}

    /** Returns the page. */
    public static String html(List<Answered> claims) {
        Page.Head head = new Page.Head(
                "claims",
                "Longspan claims",
                "Claims, answered",
                "",
                "Made from the records of runs alone; made again, it is the same.");
        Page.Said said = new Page.Said(headline(claims), "", "", "", List.of());
        return Pages.html(new Cover(head, said, List.of()), List.of(verdicts(claims), each(claims)));
    }

    /** Returns how many claims came to what. */
    public static String headline(List<Answered> claims) {
        long decided = count(claims, ClaimVerdict.SUPPORTED) + count(claims, ClaimVerdict.REFUTED);
        String counts = Arrays.stream(ClaimVerdict.values())
                .filter(verdict -> count(claims, verdict) > 0)
                .map(verdict -> TextFormat.count(count(claims, verdict)) + " " + verdict.word())
                .collect(Collectors.joining(", "));
        return "Decided " + TextFormat.count(decided) + " of " + TextFormat.count(claims.size(), "claim") + ": "
                + counts + ".";
    }

    private static long count(List<Answered> claims, ClaimVerdict verdict) {
        return claims.stream().filter(claim -> claim.verdict() == verdict).count();
    }

    private static Part verdicts(List<Answered> claims) {
        List<Table.Row> rows = new ArrayList<>();
        for (Answered claim : claims) {
            PartAnswer first = claim.telling();
            rows.add(Table.row(
                    Tags.NONE,
                    claim.claim().id(),
                    claim.claim().says(),
                    claim.verdict().word(),
                    ClaimWords.compared(first.part()),
                    ClaimWords.expected(first.part().expect()),
                    ClaimWords.found(first),
                    TextFormat.count(first.size().runs()),
                    claim.claim().source()));
        }
        Table table = Table.of(
                        "claims",
                        "All claims",
                        "Claim",
                        "Sentence",
                        "Verdict",
                        "Number",
                        "Expected",
                        "Found",
                        "#Runs",
                        "Source")
                .with(rows);
        return new Part("verdicts", "Verdicts", "Verdicts", List.of(new Block.Words(LEDE), new Block.Listing(table)));
    }

    private static Part each(List<Answered> claims) {
        List<Block> blocks = new ArrayList<>();
        for (Answered claim : claims) {
            String id = "claim-" + claim.claim().id();
            blocks.add(new Block.Heading(id, claim.claim().says()));
            blocks.add(new Block.Words(capital(claim.verdict().word()) + ". Source: "
                    + claim.claim().source() + "."
                    + (claim.claim().note().isEmpty() ? "" : " " + claim.claim().note())));
            for (int i = 0; i < claim.parts().size(); i++) {
                part(id + "-" + (i + 1), claim.parts().get(i), blocks);
            }
        }
        return new Part("each", "Each claim", "Each claim", blocks);
    }

    private static void part(String id, PartAnswer answer, List<Block> blocks) {
        answer.wide().ifPresent(wide -> blocks.add(new Block.Drawing(figure(id, answer))));
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact("asks", answer.part().says()));
        facts.add(new Block.Fact(
                "verdict",
                answer.verdict().word() + (answer.part().aside() ? ", said beside: it decides nothing" : "")));
        facts.add(new Block.Fact("number", ClaimWords.compared(answer.part())));
        facts.add(new Block.Fact("expected", ClaimWords.expected(answer.part().expect())));
        facts.add(new Block.Fact("found", ClaimWords.found(answer) + ", " + ClaimWords.size(answer)));
        if (!answer.why().isEmpty()) {
            facts.add(new Block.Fact("open because", ClaimWords.open(answer)));
        }
        blocks.add(new Block.Facts("facts", facts));
        if (!answer.replay().isEmpty()) {
            blocks.add(new Block.Code("The command that runs one of its trials again, " + id, answer.replay()));
        }
    }

    private static Figure figure(String id, PartAnswer answer) {
        String caption = answer.part().says() + " " + capital(ClaimWords.compared(answer.part())) + ": "
                + ClaimWords.found(answer) + ", expected "
                + ClaimWords.expected(answer.part().expect()) + "; "
                + ClaimWords.size(answer) + ".";
        return IntervalFigure.of(
                id,
                answer.part().says(),
                new IntervalFigure.Shown(
                        answer.value(),
                        answer.narrow().orElseThrow(),
                        answer.wide().orElseThrow(),
                        answer.part().expect().low(),
                        answer.part().expect().high()),
                caption);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
