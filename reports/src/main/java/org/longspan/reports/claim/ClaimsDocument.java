package org.longspan.reports.claim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.longspan.harness.record.claim.Expectation;
import org.longspan.harness.record.claim.Side;
import org.longspan.reports.statistics.Interval;

/**
 * The content of {@code claims.json}. A field that is null has no value.
 *
 * @param schemaVersion of this document
 * @param claims in the order of their files
 * @param plans that the claims ask and that have run, in the order of the claims
 */
public record ClaimsDocument(int schemaVersion, List<ClaimRow> claims, List<PlanRow> plans) {

    /** The version of the document that this code writes. */
    public static final int SCHEMA_VERSION = 1;

    public ClaimsDocument {
        claims = List.copyOf(claims);
        plans = List.copyOf(plans);
    }

    /**
     * A claim.
     *
     * @param note what a reader must know of how it is asked; may be empty
     * @param checked what was checked where the runs refute it; may be empty
     * @param verdict supported, refuted, inconclusive or not run
     * @param parts what was compared
     */
    public record ClaimRow(
            String id, String says, String source, String note, String checked, String verdict, List<PartRow> parts) {

        public ClaimRow {
            parts = List.copyOf(parts);
        }

        /** Returns the deciding part that tells the most: the first with the verdict of the claim. */
        PartRow telling() {
            List<PartRow> deciding = parts.stream().filter(PartRow::decides).toList();
            return deciding.stream()
                    .filter(part -> part.verdict().equals(verdict))
                    .findFirst()
                    .orElse(deciding.get(0));
        }
    }

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
    public record Asked(String number, String expect, Double low, Double high) {

        /** Returns where the number is expected. */
        Expectation region() {
            return new Expectation(
                    Expectation.Word.valueOf(expect.toUpperCase(Locale.ROOT).replace('-', '_')),
                    low == null ? Double.NEGATIVE_INFINITY : low,
                    high == null ? Double.POSITIVE_INFINITY : high);
        }
    }

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

    /**
     * The run of a plan.
     *
     * @param plan its file
     * @param trials number of trials
     * @param coreSeconds that they took, each on one thread, without the looks of probes
     */
    public record PlanRow(String plan, int trials, double coreSeconds) {}

    /** Returns the document of these answers, which {@code runs} gave. */
    public static ClaimsDocument of(List<Answered> claims, PlanRuns runs) {
        Set<String> names = new LinkedHashSet<>();
        claims.forEach(claim -> names.addAll(claim.claim().plans()));
        List<PlanRow> plans = new ArrayList<>();
        names.forEach(name -> runs.run(name).ifPresent(found -> plans.add(row(name, found))));
        return new ClaimsDocument(
                SCHEMA_VERSION, claims.stream().map(ClaimsDocument::row).toList(), plans);
    }

    private static PlanRow row(String plan, PlanRun found) {
        return new PlanRow(plan, found.run().runs().size(), found.run().times().coreSeconds());
    }

    private static ClaimRow row(Answered claim) {
        return new ClaimRow(
                claim.claim().id(),
                claim.claim().says(),
                claim.claim().source(),
                claim.claim().note(),
                claim.claim().checked(),
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
