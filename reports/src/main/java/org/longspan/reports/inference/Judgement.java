package org.longspan.reports.inference;

import java.util.List;
import java.util.Optional;

/**
 * A comparison after its family's adjustment.
 *
 * @param paired its differences
 * @param evidence its test, none if too few clusters differ
 * @param level what p is held against
 */
record Judgement(Paired paired, Optional<Evidence> evidence, double level) {

    boolean shown() {
        return evidence.filter(e -> e.adjusted() <= Design.LEVEL).isPresent();
    }

    private boolean small() {
        return evidence.filter(e -> e.equivalence() <= Design.LEVEL).isPresent();
    }

    double adjustedP() {
        return evidence.map(Evidence::adjusted).orElse(1.0);
    }

    /** Returns the effect, once it is known what the comparison could have found. */
    Effect conclude(Sensitivity sensitivity) {
        return conclude(sensitivity.lacking(paired));
    }

    /** Returns the effect of a comparison that lacks this. */
    Effect conclude(List<Insensitivity> insensitivity) {
        Verdict verdict = verdict(insensitivity.isEmpty());
        return new Effect(
                paired.contrast(),
                paired.counts(),
                paired.mean(),
                paired.deviation(),
                evidence,
                verdict,
                shown() && small(),
                insensitivity,
                blocks(verdict));
    }

    private Verdict verdict(boolean sensitive) {
        if (shown()) {
            return paired.mean() > 0 ? Verdict.BETTER : Verdict.WORSE;
        }
        if (small()) {
            return sensitive ? Verdict.EQUIVALENT : Verdict.INSENSITIVE;
        }
        return evidence.isPresent() ? Verdict.INCONCLUSIVE : Verdict.UNTESTED;
    }

    /** The blocks that find a difference of the margin, or without a test those in which enough clusters may differ. */
    private int blocks(Verdict verdict) {
        Counts counts = paired.counts();
        int needed = switch (verdict) {
            case INCONCLUSIVE ->
                new BlocksToDetect(paired.deviation(), counts.clustersPerBlock(), level).of(Design.MARGIN);
            case UNTESTED ->
                BlocksToDetect.thatOpen(
                        counts.clustersPerBlock() * Math.max(1, counts.nonZero()) / counts.clusters(), level);
            default -> 0;
        };
        return needed == 0 ? 0 : Math.max(counts.blocks() + 1, needed);
    }
}
