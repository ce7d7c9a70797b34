package org.longspan.reports.claim;

import java.util.List;
import java.util.Optional;
import org.longspan.harness.record.claim.Claim.Part;
import org.longspan.harness.record.claim.Expectation;
import org.longspan.harness.record.claim.Expectation.Word;
import org.longspan.reports.inference.BlocksToDetect;
import org.longspan.reports.inference.SignFlip;
import org.longspan.reports.statistics.Interval;

/**
 * Holds an estimate against the expected region.
 *
 * @param verdict what it says
 * @param why it is open; empty where it is decided
 * @param blocks how many blocks would decide; 0 where that is not known
 */
record Judge(ClaimVerdict verdict, String why, int blocks) {

    /** A claim without exception is supported where fewer than this share can be exceptions. */
    static final double RARE = 0.1;

    private static final double NARROW_LEVEL = 0.1;
    private static final double WIDE_LEVEL = 0.05;
    private static final int MOST_BLOCKS = 100_000;

    /**
     * Judges.
     *
     * @param lacking why a small difference would mean nothing; empty if it would
     */
    static Judge of(Part part, Estimate estimate, Sample sample, List<String> lacking) {
        Expectation expect = part.expect();
        if (sample.clusters() == 0) {
            return open("no run has this number", 0);
        }
        if (!part.endpoint().isConditional()
                && sample.basis().runs() < sample.basis().missing()) {
            return open(
                    sample.basis().missing() + " of "
                            + (sample.basis().runs() + sample.basis().missing()) + " runs have no such number",
                    0);
        }
        if (expect.word() == Word.ALWAYS) {
            return always((Sample.Share) sample, estimate);
        }
        if (estimate.intervals().isEmpty()) {
            return untested(expect, estimate, (Sample.Mean) sample);
        }
        Interval narrow = estimate.intervals().get().narrow();
        Interval judged = estimate.intervals().get().judged();
        if (expect.holds(narrow.low(), narrow.high())) {
            return lacking.isEmpty() ? decided(ClaimVerdict.SUPPORTED) : open(String.join("; ", lacking), 0);
        }
        if (expect.excludes(judged.low(), judged.high())) {
            return decided(ClaimVerdict.REFUTED);
        }
        int blocks = blocks(expect, estimate, sample);
        return open("the interval reaches over the border of what is expected", blocks);
    }

    /** Names the blocks in which enough clusters may differ and, at the deviation seen, an interval would decide. */
    private static Judge untested(Expectation expect, Estimate estimate, Sample.Mean sample) {
        int differing = Math.max(1, SignFlip.nonZero(sample.values()));
        int blocks = (int) Math.ceil((double) SignFlip.FEWEST * sample.basis().blocks() / differing);
        return open(
                SignFlip.nonZero(sample.values()) + " of " + sample.clusters() + " clusters differ from 0, at least "
                        + SignFlip.FEWEST + " must for an interval",
                Math.max(blocks, blocks(expect, estimate, sample)));
    }

    private static Judge always(Sample.Share sample, Estimate estimate) {
        int exceptions = 0;
        for (int c = 0; c < sample.clusters(); c++) {
            exceptions += sample.looks()[c] - sample.hits()[c];
        }
        if (exceptions > 0) {
            return decided(ClaimVerdict.REFUTED);
        }
        Interval narrow = estimate.intervals().map(Estimate.Intervals::narrow).orElseThrow();
        if (narrow.low() > 1 - RARE) {
            return decided(ClaimVerdict.SUPPORTED);
        }
        double perBlock =
                (double) sample.clusters() / Math.max(1, sample.basis().blocks());
        double clusters = StrictMath.log(NARROW_LEVEL / 2) / StrictMath.log(1 - RARE);
        return open("too few to rule out one exception in ten", (int) Math.ceil(clusters / perBlock));
    }

    /** The blocks with which an interval about the value seen would keep clear of the nearest border. */
    private static int blocks(Expectation expect, Estimate estimate, Sample sample) {
        double value = estimate.value();
        boolean inside = expect.low() < value && value < expect.high();
        double distance = Math.min(Math.abs(value - expect.low()), Math.abs(value - expect.high()));
        if (!(distance > 0) || estimate.deviation() == 0) {
            return 0;
        }
        double perBlock =
                (double) sample.clusters() / Math.max(1, sample.basis().blocks());
        BlocksToDetect question =
                new BlocksToDetect(estimate.deviation(), perBlock, inside ? NARROW_LEVEL : WIDE_LEVEL);
        int blocks = question.of(distance);
        return blocks > MOST_BLOCKS ? 0 : Math.max(blocks, sample.basis().blocks() + 1);
    }

    private static Judge decided(ClaimVerdict verdict) {
        return new Judge(verdict, "", 0);
    }

    private static Judge open(String why, int blocks) {
        return new Judge(ClaimVerdict.INCONCLUSIVE, why, blocks);
    }

    /** Returns the verdict of a claim from those of the parts that decide. */
    static ClaimVerdict all(List<ClaimVerdict> parts) {
        return Optional.of(ClaimVerdict.REFUTED)
                .filter(parts::contains)
                .or(() -> Optional.of(ClaimVerdict.NOT_RUN).filter(parts::contains))
                .or(() -> Optional.of(ClaimVerdict.INCONCLUSIVE).filter(parts::contains))
                .orElse(ClaimVerdict.SUPPORTED);
    }
}
