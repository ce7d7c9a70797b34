package org.longspan.reports.inference;

import java.util.Collection;
import java.util.List;
import org.longspan.numerics.random.Seed;

/** Whether one comparison of a plan could have found a difference, so that a small one means something. */
public final class AssaySensitivity {

    private AssaySensitivity() {}

    /**
     * Returns what the comparison of two levels of {@code factor} lacks, nothing if it is sensitive. The positive control is
     * judged at the whole level.
     *
     * @param evaluations of the problems and optimizers that are compared, the controls among them
     */
    public static List<Insensitivity> lacking(
            Design design, Collection<Evaluation> evaluations, Seed seed, Factor factor, int of, int against) {
        Scores scores = new Scores(evaluations);
        Clippings clippings = new Clippings(scores, design, new Tests(seed, Effort.FULL), 1);
        return new Sensitivity(scores, design, clippings.pooled())
                .lacking(Paired.of(scores, design, Contrast.pooled(factor, of, against)));
    }
}
