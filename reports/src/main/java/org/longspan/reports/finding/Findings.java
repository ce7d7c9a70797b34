package org.longspan.reports.finding;

import java.util.List;
import org.longspan.reports.summary.ArrangedRun;

/**
 * What follows from a run's summary.
 *
 * @param conclusions of the inference
 * @param spans how each arm fares against length
 * @param audits what casts doubt on the figures
 * @param caveats what a reader must know, the audits among it
 * @param citation how to cite the run
 */
public record Findings(
        Conclusions conclusions, List<Span> spans, Audits audits, List<Caveat> caveats, Citation citation) {

    /**
     * Returns the findings of {@code run}.
     *
     * @param besides caveats that do not follow from the run: what its folder lacks
     * @param digest of its results
     */
    public static Findings of(ArrangedRun run, List<Caveat> besides, String digest) {
        Conclusions conclusions = Conclusions.of(run);
        Audits audits = Audits.of(run, conclusions.analysis());
        return new Findings(
                conclusions, Span.of(run), audits, Caveats.of(run, audits, besides), Citation.of(run, digest));
    }
}
