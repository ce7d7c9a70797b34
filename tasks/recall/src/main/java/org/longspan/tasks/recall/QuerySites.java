package org.longspan.tasks.recall;

import java.util.Arrays;
import org.longspan.numerics.random.RandomStream;

/**
 * Where a query may stand, counted from the last pair on, nearer sites being the likelier ones.
 *
 * <pre>
 *   P(g) ∝ (g + 1)^(a - 1),  g = 0 .. S-1;  a = 1 is the uniform distribution
 * </pre>
 */
final class QuerySites {

    private final double[] cumulative; // (S), not normalized

    QuerySites(int sites, double a) {
        this.cumulative = new double[sites];
        double sum = 0;
        for (int site = 0; site < sites; site++) {
            sum += StrictMath.pow(site + 1, a - 1);
            cumulative[site] = sum;
        }
    }

    /** Draws a site. */
    int draw(RandomStream stream) {
        double u = stream.uniform(0, cumulative[cumulative.length - 1]);
        int found = Arrays.binarySearch(cumulative, u);
        int site = found < 0 ? -found - 1 : found + 1; // the first with u < cumulative
        return Math.min(site, cumulative.length - 1); // where rounding gave the very end
    }
}
