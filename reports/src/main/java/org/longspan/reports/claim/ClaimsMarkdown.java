package org.longspan.reports.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.longspan.reports.claim.ClaimsDocument.ClaimRow;
import org.longspan.reports.claim.ClaimsDocument.PartRow;
import org.longspan.reports.claim.ClaimsDocument.PlanRow;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.TextFormat;

/** Prints {@code claims.md}, the claims as a page of the documentation. All of it follows from {@code claims.json}. */
public final class ClaimsMarkdown {

    /** Folder beside the page that holds what it is made of. */
    public static final String FOLDER = "results/claims";

    private ClaimsMarkdown() {}

    /**
     * Returns the page.
     *
     * @param pictured ids of the claims whose pictures lie in {@value #FOLDER}
     */
    public static String of(ClaimsDocument document, Set<String> pictured) {
        List<String> lines = new ArrayList<>(List.of(
                "# The claims, answered",
                "",
                ClaimsPage.headline(document) + " `./longspan claims --publish` makes this page from",
                "[claims.json](" + FOLDER + "/claims.json), which [the page in a browser](" + FOLDER
                        + "/claims.html), to be downloaded and opened, draws.",
                "",
                ClaimsPage.LEDE,
                "",
                "| claim | it says | verdict | found | expected | rests on |",
                "| --- | --- | --- | --- | --- | --- |"));
        document.claims().forEach(claim -> lines.add(row(claim)));
        document.claims().forEach(claim -> section(claim, pictured.contains(claim.id()), lines));
        costs(document, lines);
        checking(lines);
        return String.join("\n", lines) + "\n";
    }

    /** Returns the picture of a claim. */
    public static Figure picture(ClaimRow claim) {
        return VerdictFigure.ofClaim(claim);
    }

    /** Returns one picture of the claims that have one of their own, each by the part that tells the most. */
    public static Figure overview(ClaimsDocument document, Set<String> pictured) {
        return VerdictFigure.ofSome(document, pictured);
    }

    private static String row(ClaimRow claim) {
        PartRow part = claim.telling();
        return "| [" + claim.id() + "](#" + anchor(claim) + ") | " + escaped(claim.says()) + " | " + claim.verdict()
                + " | " + found(part) + " | " + expected(part) + " | "
                + ClaimWords.size(part.found().size()) + " |";
    }

    /** GitHub's rule for headings: letters, digits and hyphens stay. */
    private static String anchor(ClaimRow claim) {
        return claim.id().toLowerCase(Locale.ROOT).replace(".", "");
    }

    private static String found(PartRow part) {
        return escaped(ClaimWords.found(part.found()));
    }

    private static String expected(PartRow part) {
        return ClaimWords.expected(part.asked().region());
    }

    private static void section(ClaimRow claim, boolean pictured, List<String> lines) {
        lines.addAll(List.of(
                "",
                "## " + claim.id(),
                "",
                escaped(claim.says()) + " **" + ClaimsPage.capital(claim.verdict()) + "**. Source: "
                        + escaped(claim.source()) + "."));
        paragraph(claim.note(), lines);
        paragraph(claim.checked().isEmpty() ? "" : "Checked: " + claim.checked(), lines);
        if (pictured) {
            String words = escaped(claim.says()).replace("[", "\\[").replace("]", "\\]");
            lines.addAll(List.of("", "![" + words + "](" + FOLDER + "/" + claim.id() + ".svg)"));
        }
        lines.add("");
        claim.parts().forEach(part -> part(claim, part, lines));
    }

    private static void paragraph(String text, List<String> lines) {
        if (!text.isEmpty()) {
            lines.addAll(List.of("", escaped(text)));
        }
    }

    private static void part(ClaimRow claim, PartRow part, List<String> lines) {
        String says = claim.parts().size() == 1 ? "" : escaped(part.says()) + " ";
        String open = part.why().isEmpty() ? "" : ": " + escaped(ClaimWords.open(part));
        lines.add("- " + says + ClaimsPage.capital(escaped(part.asked().number())) + ": " + found(part) + ", expected "
                + expected(part) + "; " + ClaimWords.size(part.found().size()) + " of "
                + String.join(
                        " and ", part.plans().stream().map(ClaimsMarkdown::code).toList()) + ". *"
                + ClaimsPage.capital(part.verdict()) + "*" + (part.decides() ? "" : " (it decides nothing)") + open
                + ".");
        if (!part.replay().isEmpty()) {
            lines.add("  " + code(part.replay()));
        }
    }

    private static void costs(ClaimsDocument document, List<String> lines) {
        lines.addAll(List.of(
                "",
                "## What it took",
                "",
                ClaimsPage.total(document),
                "",
                "| plan | trials | core-seconds |",
                "| --- | ---: | ---: |"));
        for (PlanRow plan : document.plans()) {
            lines.add("| " + code(plan.plan()) + " | " + TextFormat.count(plan.trials()) + " | "
                    + TextFormat.count(Math.round(plan.coreSeconds())) + " |");
        }
    }

    private static void checking(List<String> lines) {
        lines.addAll(List.of(
                "",
                "## Checking a number",
                "",
                "`./longspan claims run ID` runs the plans of one claim again, on any machine, and answers it. Each trial has",
                "a line in [trials.jsonl.gz](" + FOLDER
                        + "/trials.jsonl.gz): its plan, id, settings, the hash of the code,",
                "the outcome, and the first 24 digits of the SHA-256 of the final weights, which must be those of the trial that",
                "was run again. The commands above run one trial of such a run once more and compare every bit."));
    }

    private static String code(String text) {
        return "`" + text.replace("`", "'") + "`";
    }

    /** A text of a claim is no markup. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("|", "\\|")
                .replace("*", "\\*")
                .replace("`", "'");
    }
}
