package org.longspan.reports.finding;

import java.util.List;
import org.longspan.reports.summary.ArrangedRun;

/**
 * What follows from a run's summary.
 *
 * @param spans how each arm fares against length
 * @param comparisons each clipping against none, paired by seed
 * @param audits of tuning
 * @param caveats what a reader must know, the audits among it
 */
public record Findings(List<Span> spans, List<Comparison> comparisons, List<Audit> audits, List<Caveat> caveats) {

    /**
     * Returns the findings of {@code run}.
     *
     * @param besides caveats that do not follow from the run: what its folder lacks
     */
    public static Findings of(ArrangedRun run, List<Caveat> besides) {
        List<Audit> audits = Audits.of(run);
        return new Findings(
                Span.of(run), Comparisons.clippingAgainstNone(run), audits, Caveats.of(run, audits, besides));
    }
}
