package org.longspan.reports.claim;

import java.util.Optional;
import org.longspan.harness.record.claim.Claim.Part;
import org.longspan.reports.statistics.Interval;

/**
 * What the runs say of a part of a claim.
 *
 * @param part what was asked
 * @param verdict what they say
 * @param why the claim is open, half a sentence; empty where it is decided
 * @param value of the number; NaN without one
 * @param narrow interval of 90 %, if there is one
 * @param wide interval of 95 %, if there is one
 * @param size what it rests on
 * @param blocks how many blocks would decide at the deviation seen; 0 where that is not known or not asked
 * @param replay the command that runs one of its trials again; empty if there is none
 */
public record PartAnswer(
        Part part,
        ClaimVerdict verdict,
        String why,
        double value,
        Optional<Interval> narrow,
        Optional<Interval> wide,
        Size size,
        int blocks,
        String replay) {

    /**
     * What a number rests on.
     *
     * @param runs with a value
     * @param missing runs without one
     * @param clusters independent ones
     * @param blocks of its plan
     */
    public record Size(int runs, int missing, int clusters, int blocks) {

        /** Nothing. */
        public static final Size NONE = new Size(0, 0, 0, 0);
    }

    static PartAnswer notRun(Part part, String why) {
        return new PartAnswer(
                part, ClaimVerdict.NOT_RUN, why, Double.NaN, Optional.empty(), Optional.empty(), Size.NONE, 0, "");
    }
}
