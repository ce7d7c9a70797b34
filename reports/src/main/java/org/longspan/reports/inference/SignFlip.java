package org.longspan.reports.inference;

import java.util.function.Supplier;
import org.longspan.numerics.random.RandomStream;
import org.longspan.reports.statistics.Interval;

/**
 * The sign-flip test of differences d₁ … dₙ of clusters against a centre θ, and the interval that inverts it:
 *
 * <pre>
 *   p(θ) = share of the patterns s in {-1, 1}ⁿ with |Σ sᵢ(dᵢ - θ)| ≥ |Σ (dᵢ - θ)|
 *   interval of level 1-α = {θ : p(θ) > α}
 * </pre>
 *
 * <p>Fisher 1935, The Design of Experiments, §21; Pitman 1937, Significance tests which may be applied to samples from
 * any populations, Supplement to the Journal of the Royal Statistical Society 4. The same patterns serve every θ, and
 * p falls as θ leaves the mean: the test at 0 rejects at α exactly where 0 lies outside the interval. Differences of
 * zero take part, since they are not zero at another θ.
 *
 * <p>Exact for differences that are symmetric about θ, however unequal their spreads; for skewed ones it is right in
 * the limit of many clusters. Not a bootstrap, which is too sure of itself with few clusters, and not Wilcoxon's test,
 * which asks about ranks and not about the mean.
 */
public interface SignFlip {

    /** The fewest clusters with a difference that are tested. */
    int FEWEST = 10;

    /** Returns the two-sided p of the centre {@code theta}. */
    double p(double theta);

    /** Returns the interval of {@code level}; an end that no number is far enough for is infinite. */
    Interval interval(double level);

    /** Returns the two-sided p of the centre 0. */
    default double p() {
        return p(0);
    }

    /**
     * Returns the smallest p with which the mean is shown to lie within {@code ±margin}: the larger of two one-sided
     * ones, each half of a two-sided p. Schuirmann 1987, A comparison of the two one-sided tests procedure and the
     * power approach, Journal of Pharmacokinetics and Biopharmaceutics 15.
     */
    default double equivalence(double margin) {
        boolean within = Math.abs(mean()) < margin;
        return within ? Math.max(p(-margin), p(margin)) / 2 : 1;
    }

    /** Returns the mean difference. */
    double mean();

    /**
     * Returns the test of {@code differences}.
     *
     * @param differences one for each cluster
     * @param effort how many patterns are counted or drawn
     * @param stream gives the stream that they are drawn from
     */
    static SignFlip of(double[] differences, Effort effort, Supplier<RandomStream> stream) {
        if (differences.length == 0) {
            throw new IllegalArgumentException("no differences, expected at least one");
        }
        return nonZero(differences) <= effort.counted()
                ? new CountedFlips(differences)
                : new DrawnFlips(differences, effort, stream.get());
    }

    /** Returns the number of differences other than 0. */
    static int nonZero(double[] differences) {
        int count = 0;
        for (double d : differences) {
            count += d != 0 ? 1 : 0;
        }
        return count;
    }
}
