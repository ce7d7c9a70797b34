package org.longspan.reports.claim;

import java.util.List;
import java.util.Optional;
import org.longspan.harness.record.claim.Side;
import org.longspan.reports.statistics.Interval;

/**
 * The content of {@code claims.json}. A field that is null has no value.
 *
 * @param schemaVersion of this document
 * @param claims in the order of their files
 */
public record ClaimsDocument(int schemaVersion, List<ClaimRow> claims) {

    /** The version of the document that this code writes. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * A claim.
     *
     * @param verdict supported, refuted, inconclusive or not run
     * @param parts what was compared
     */
    public record ClaimRow(String id, String says, String source, String note, String verdict, List<PartRow> parts) {}

    /**
     * A part of a claim.
     *
     * @param says what it asks
     * @param decides whether the claim hangs on it
     * @param verdict of this part alone
     * @param why it is open; empty where it is decided
     * @param asked what is compared, and where the number is expected
     * @param found the number
     * @param plans files of the plans
     * @param replay the command that runs one of its trials again
     */
    public record PartRow(
            String says,
            boolean decides,
            String verdict,
            String why,
            Asked asked,
            Found found,
            List<String> plans,
            String replay) {}

    /**
     * What a part asks.
     *
     * @param number what is compared, in words
     * @param expect the claim's word for where it is expected
     * @param low lower end of the expected region; null if it has none
     * @param high upper end; null if it has none
     */
    public record Asked(String number, String expect, Double low, Double high) {}

    /**
     * What a part found.
     *
     * @param value of the number
     * @param narrow interval of 90 %, two ends
     * @param wide interval of 95 %, two ends
     * @param size what it rests on
     * @param blocksNeeded how many blocks would decide; null where that is not known or not asked
     */
    public record Found(
            Double value, List<Double> narrow, List<Double> wide, PartAnswer.Size size, Integer blocksNeeded) {}

    /** Returns the document of these answers. */
    public static ClaimsDocument of(List<Answered> claims) {
        return new ClaimsDocument(
                SCHEMA_VERSION, claims.stream().map(ClaimsDocument::row).toList());
    }

    private static ClaimRow row(Answered claim) {
        return new ClaimRow(
                claim.claim().id(),
                claim.claim().says(),
                claim.claim().source(),
                claim.claim().note(),
                claim.verdict().word(),
                claim.parts().stream().map(ClaimsDocument::row).toList());
    }

    private static PartRow row(PartAnswer answer) {
        return new PartRow(
                answer.part().says(),
                !answer.part().aside(),
                answer.verdict().word(),
                answer.why(),
                new Asked(
                        ClaimWords.compared(answer.part()),
                        answer.part().expect().word().word(),
                        finite(answer.part().expect().low()),
                        finite(answer.part().expect().high())),
                new Found(
                        finite(answer.value()),
                        ends(answer.narrow()),
                        ends(answer.wide()),
                        answer.size(),
                        answer.blocks() == 0 ? null : answer.blocks()),
                answer.part().compare().sides().stream()
                        .map(Side::plan)
                        .distinct()
                        .toList(),
                answer.replay());
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static List<Double> ends(Optional<Interval> interval) {
        return interval.map(ends -> List.of(ends.low(), ends.high())).orElse(null);
    }
}
