package org.longspan.reports;

import java.util.List;
import org.longspan.reports.claim.ClaimsDocument;
import org.longspan.reports.claim.ClaimsDocument.Asked;
import org.longspan.reports.claim.ClaimsDocument.ClaimRow;
import org.longspan.reports.claim.ClaimsDocument.Found;
import org.longspan.reports.claim.ClaimsDocument.PartRow;
import org.longspan.reports.claim.ClaimsDocument.PlanRow;
import org.longspan.reports.claim.PartAnswer.Size;

/** Answers made up, of every verdict, with names that must be escaped. */
final class MadeClaims {

    private MadeClaims() {}

    static ClaimsDocument all() {
        Asked alike = new Asked("score of clipping value less that of clipping global-norm", "equivalent", -0.05, 0.05);
        Found near = found(0.01, List.of(-0.02, 0.04), List.of(-0.03, 0.045), null);
        Found far = found(0.2, List.of(0.12, 0.28), List.of(0.1, 0.3), null);
        Found open = found(0.04, List.of(-0.02, 0.1), List.of(-0.03, 0.11), 48);
        Asked always = new Asked("share of looks with <x> | y", "always", null, null);
        return new ClaimsDocument(
                1,
                List.of(
                        claim("yes", "supported", part("supported", "", alike, near)),
                        claim("no", "refuted", part("supported", "", alike, near), part("refuted", "", alike, far)),
                        claim("perhaps", "inconclusive", part("inconclusive", "the interval is wide", always, open)),
                        claim("later", "not run", part("not run", "plan p has not run", alike, none()))),
                List.of(new PlanRow("plans/claims/a.yaml", 1200, 345.6)));
    }

    private static ClaimRow claim(String id, String verdict, PartRow... parts) {
        String says =
                "Clipping <by value> & *by norm* | work similarly, whatever the length of the sentence, which may be "
                        + "longer than a line of the picture.";
        String checked = verdict.equals("refuted") ? "The margin, the plan and a second seed." : "";
        return new ClaimRow(id, says, "A book, section 1", "A note.", checked, verdict, List.of(parts));
    }

    private static PartRow part(String verdict, String why, Asked asked, Found found) {
        String replay = found.value() == null ? "" : "./longspan replay runs/claims/a 3f2a";
        return new PartRow(
                "They differ little.", true, verdict, why, asked, found, List.of("plans/claims/a.yaml"), replay);
    }

    private static Found found(double value, List<Double> narrow, List<Double> wide, Integer blocks) {
        return new Found(value, narrow, wide, new Size(96, 2, 24, 12), blocks);
    }

    private static Found none() {
        return new Found(null, null, null, Size.NONE, null);
    }
}
