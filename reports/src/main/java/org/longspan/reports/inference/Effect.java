package org.longspan.reports.inference;

import java.util.List;
import java.util.Optional;

/**
 * A comparison and what it says.
 *
 * @param contrast what was compared
 * @param counts what it rests on
 * @param mean mean difference of S over clusters
 * @param deviation standard deviation between clusters
 * @param evidence test and intervals; none if fewer than {@value SignFlip#FEWEST} clusters differ
 * @param verdict what it says
 * @param underMargin whether a difference is shown and also shown to be smaller than the margin
 * @param insensitivity why a small difference shows no equivalence; looked at for every verdict
 * @param blocks how many blocks would decide at the deviation seen, 0 where it is decided
 */
public record Effect(
        Contrast contrast,
        Counts counts,
        double mean,
        double deviation,
        Optional<Evidence> evidence,
        Verdict verdict,
        boolean underMargin,
        List<Insensitivity> insensitivity,
        int blocks) {

    public Effect {
        insensitivity = List.copyOf(insensitivity);
    }

    /** Returns whether a difference is shown. */
    public boolean shown() {
        return verdict == Verdict.BETTER || verdict == Verdict.WORSE;
    }

    /** Returns the adjusted p, 1 if there was no test. */
    public double adjustedP() {
        return evidence.map(Evidence::adjusted).orElse(1.0);
    }
}
