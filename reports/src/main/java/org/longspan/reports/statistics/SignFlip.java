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
 * whole, so the number of sign patterns for each sum follows by adding one
 * difference after the other.
 */
public final class SignFlip {

    private SignFlip() {}

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
}
