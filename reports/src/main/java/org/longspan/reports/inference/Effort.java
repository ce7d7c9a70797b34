package org.longspan.reports.inference;

/**
 * How many patterns of signs are looked at. Up to {@code counted} clusters with a difference all of them are counted;
 * beyond, at least {@code least} are drawn, then until {@code exceedances} of them are as extreme as what was observed,
 * and never more than {@code most}.
 *
 * <p>Besag and Clifford 1991, Sequential Monte Carlo p-values, Biometrika 78: p is exact whenever one stops so.
 */
public record Effort(int counted, int least, int exceedances, int most) {

    /**
     * The effort of a report: 20 exceedances, as Besag and Clifford advise. At least 19,999, because the ends of an
     * interval are quantiles of the draws, which 400 draws would blur by 5 % of its width, and because a p of
     * equivalence of 1/40,000 is enough for families of several hundred comparisons.
     */
    public static final Effort FULL = new Effort(20, 19_999, 20, 100_000);

    public Effort {
        if (least < 1 || exceedances < 1 || most < least) {
            throw new IllegalArgumentException("from " + least + " to " + most + " draws until " + exceedances
                    + " exceedances, expected 1 <= least <= most and at least one exceedance");
        }
    }

    /** Returns whether {@code drawn} patterns of which {@code extreme} are as extreme are enough. */
    boolean suffices(int drawn, int extreme) {
        return drawn >= most || drawn >= least && extreme >= exceedances;
    }
}
