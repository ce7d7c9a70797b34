package org.longspan.reports.site;

import java.util.List;
import org.longspan.reports.claim.ClaimVerdict;
import org.longspan.reports.claim.ClaimsDocument;

/** The claims of a site, in their order. */
public record SiteClaims(List<Line> claims) {

    public SiteClaims {
        claims = List.copyOf(claims);
    }

    /** A claim: its id, its sentence, and what the runs say of it. */
    public record Line(String id, String says, String verdict) {

        public Line {
            ClaimVerdict.of(verdict); // refuses a word that is none
        }
    }

    /** Returns the claims of a document. */
    public static SiteClaims of(ClaimsDocument document) {
        return new SiteClaims(document.claims().stream()
                .map(claim -> new Line(claim.id(), claim.says(), claim.verdict()))
                .toList());
    }
}
