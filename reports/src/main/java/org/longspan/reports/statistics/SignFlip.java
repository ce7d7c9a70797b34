package org.longspan.reports.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;

/**
 * The exact two-sided test of paired differences d₁ … dₙ against symmetry about 0: the share of the 2ⁿ ways to
 * set their signs in which |Σ ±dᵢ| is at least |Σ dᵢ|.
 *
 * <p>Fisher 1935, The Design of Experiments, §21. The 2ⁿ sums are counted, not sampled: the differences are
 * differences of ranks, multiples of one half, so the number of sign patterns for each sum follows by adding one
 * difference after the other. With n seeds p is never under 2/2ⁿ; under {@value #FEWEST} seeds nothing can be
 * significant at 5 %.
 */
public final class SignFlip {

    /** The smallest number of pairs with which p can be at most 0.05. */
    public static final int FEWEST = 6;

    private SignFlip() {}

    /** Returns p for the differences of the midranks of {@code a} and {@code b}, ranked together. */
    public static double ofPairs(RunScore[] a, RunScore[] b) {
        return of(twiceRankDifferences(a, b));
    }

    /** Returns p for whole differences. */
    public static double of(int[] differences) {
        int reach = Arrays.stream(differences).map(Math::abs).sum();
        int observed = Math.abs(Arrays.stream(differences).sum());
        BigInteger[] patterns = new BigInteger[2 * reach + 1];
        Arrays.fill(patterns, BigInteger.ZERO);
        patterns[reach] = BigInteger.ONE;
        for (int d : differences) {
            patterns = withOneMore(patterns, Math.abs(d));
        }
        BigInteger extreme = BigInteger.ZERO;
        for (int sum = -reach; sum <= reach; sum++) {
            if (Math.abs(sum) >= observed) {
                extreme = extreme.add(patterns[sum + reach]);
            }
        }
        return quotient(extreme, BigInteger.ONE.shiftLeft(differences.length));
    }

    /** Returns the smallest p that {@code pairs} pairs can give, 2/2ⁿ. */
    public static double smallest(int pairs) {
        return pairs < 1 ? 1 : Math.min(1, Math.scalb(2.0, -pairs));
    }

    private static BigInteger[] withOneMore(BigInteger[] patterns, int d) {
        BigInteger[] next = new BigInteger[patterns.length];
        for (int i = 0; i < next.length; i++) {
            BigInteger up = i - d >= 0 ? patterns[i - d] : BigInteger.ZERO;
            BigInteger down = i + d < next.length ? patterns[i + d] : BigInteger.ZERO;
            next[i] = up.add(down);
        }
        return next;
    }

    private static double quotient(BigInteger part, BigInteger whole) {
        return new BigDecimal(part)
                .divide(new BigDecimal(whole), MathContext.DECIMAL64)
                .doubleValue();
    }

    /** Twice the midranks are whole numbers: items below, plus items not above, plus one. */
    static int[] twiceRankDifferences(RunScore[] a, RunScore[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(a.length + " runs against " + b.length + ", expected pairs");
        }
        RunScore[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        int[] differences = new int[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = twiceRank(a[i], all) - twiceRank(b[i], all);
        }
        return differences;
    }

    private static int twiceRank(RunScore score, RunScore[] all) {
        int sum = 1;
        for (RunScore other : all) {
            int order = other.compareTo(score);
            sum += order < 0 ? 2 : order == 0 ? 1 : 0;
        }
        return sum;
    }
}
