package org.longspan.reports.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * T50, the length that an arm learns half of the time: with P(solved at T) = 1/(1 + exp(-(α + β x))) and
 * x = log₂ T, fitted by maximum likelihood, T50 = 2^(-α/β).
 *
 * <p>Fit: Newton's method on the log-likelihood (Cox 1958, The regression analysis of binary sequences, Journal of
 * the Royal Statistical Society B 20). Interval: Fieller 1954, Some problems in interval estimation, same journal
 * 16: all x with (α + β x)² ≤ z² Var(α + β x); not the delta method, which is bounded even where the data are
 * not. Where lengths separate solved from unsolved runs the likelihood has no maximum (Albert and Anderson 1984,
 * Biometrika 71); then there is no fit, and what the data do say is put into words.
 *
 * @param length T50, if determined
 * @param interval of 95 %, if bounded
 * @param verdict one clause for a reader, such as {@code between 20 and 40} or {@code over 40}
 */
public record HalfLength(Optional<Double> length, Optional<Interval> interval, String verdict) {

    private static final int NEWTON_STEPS = 100;

    /**
     * Fits the curve.
     *
     * @param lengths distinct, ascending
     * @param solved runs that solved at each
     * @param runs all runs at each, positive
     */
    public static HalfLength of(int[] lengths, int[] solved, int[] runs) {
        if (lengths.length < 3) {
            String has = lengths.length == 0
                    ? "nothing was run"
                    : lengths.length + (lengths.length == 1 ? " length" : " lengths") + ", at least 3 are needed";
            return undetermined("not determined: " + has);
        }
        int total = Arrays.stream(solved).sum();
        if (total == 0) {
            return undetermined("under " + lengths[0] + ": nothing was solved");
        }
        if (total == Arrays.stream(runs).sum()) {
            return undetermined("over " + lengths[lengths.length - 1] + ": every run solved");
        }
        Optional<String> separation = separation(lengths, solved, runs);
        if (separation.isPresent()) {
            return undetermined(separation.get());
        }
        return fit(lengths, solved, runs);
    }

    private static HalfLength undetermined(String verdict) {
        return new HalfLength(Optional.empty(), Optional.empty(), verdict);
    }

    /** Complete or quasi-complete separation: at most one length has both kinds of run, and the sides differ. */
    private static Optional<String> separation(int[] lengths, int[] solved, int[] runs) {
        int lastSolved = -1;
        int firstUnsolved = lengths.length;
        int firstSolved = lengths.length;
        int lastUnsolved = -1;
        for (int i = 0; i < lengths.length; i++) {
            if (solved[i] > 0) {
                lastSolved = i;
                firstSolved = Math.min(firstSolved, i);
            }
            if (solved[i] < runs[i]) {
                lastUnsolved = i;
                firstUnsolved = Math.min(firstUnsolved, i);
            }
        }
        if (lastSolved < firstUnsolved) {
            return Optional.of("between " + lengths[lastSolved] + " and " + lengths[firstUnsolved]);
        }
        if (lastSolved == firstUnsolved) {
            return Optional.of("about " + lengths[lastSolved] + ", the one length with both kinds of run");
        }
        if (lastUnsolved <= firstSolved) {
            return Optional.of("not determined: longer was not harder");
        }
        return Optional.empty();
    }

    private static HalfLength fit(int[] lengths, int[] solved, int[] runs) {
        double[] x = Arrays.stream(lengths).mapToDouble(HalfLength::log2).toArray();
        double alpha = 0;
        double beta = 0;
        Newton at = Newton.at(0, 0, x, solved, runs);
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double moveAlpha = (at.info11 * at.score0 - at.info01 * at.score1) / at.determinant();
            double moveBeta = (at.info00 * at.score1 - at.info01 * at.score0) / at.determinant();
            alpha += moveAlpha;
            beta += moveBeta;
            at = Newton.at(alpha, beta, x, solved, runs);
            if (Math.abs(moveAlpha) + Math.abs(moveBeta) < 1e-12 * (1 + Math.abs(alpha) + Math.abs(beta))) {
                break;
            }
        }
        if (!Double.isFinite(alpha + beta)) {
            return undetermined("not determined: the fit has no maximum");
        }
        return beta < 0 ? read(alpha, beta, at, lengths) : undetermined("not determined: longer was not harder");
    }

    /** Score and information of the log-likelihood at one (α, β). */
    private record Newton(double score0, double score1, double info00, double info01, double info11) {

        static Newton at(double alpha, double beta, double[] x, int[] solved, int[] runs) {
            double[] sum = new double[5];
            for (int i = 0; i < x.length; i++) {
                double p = 1 / (1 + StrictMath.exp(-(alpha + beta * x[i])));
                double residual = solved[i] - runs[i] * p;
                double weight = runs[i] * p * (1 - p);
                sum[0] += residual;
                sum[1] += residual * x[i];
                sum[2] += weight;
                sum[3] += weight * x[i];
                sum[4] += weight * x[i] * x[i];
            }
            return new Newton(sum[0], sum[1], sum[2], sum[3], sum[4]);
        }

        double determinant() {
            return info00 * info11 - info01 * info01;
        }
    }

    private static HalfLength read(double alpha, double beta, Newton at, int[] lengths) {
        double t50 = StrictMath.pow(2, -alpha / beta);
        Optional<Interval> interval = fieller(alpha, beta, at);
        String words = interval.map(i -> " (95 %: " + round(i.low()) + " to " + round(i.high()) + ")")
                .orElse(" (the interval is not bounded)");
        boolean inside = lengths[0] <= t50 && t50 <= lengths[lengths.length - 1];
        String beyond = inside ? "" : ", beyond the lengths that were run";
        return new HalfLength(Optional.of(t50), interval, round(t50) + words + beyond);
    }

    private static Optional<Interval> fieller(double alpha, double beta, Newton at) {
        double z2 = WilsonInterval.Z95 * WilsonInterval.Z95;
        double varAlpha = at.info11 / at.determinant();
        double varBeta = at.info00 / at.determinant();
        double covariance = -at.info01 / at.determinant();
        double a = beta * beta - z2 * varBeta;
        double b = 2 * (alpha * beta - z2 * covariance);
        double c = alpha * alpha - z2 * varAlpha;
        double discriminant = b * b - 4 * a * c;
        if (!(a > 0) || !(discriminant >= 0)) {
            return Optional.empty();
        }
        double root = Math.sqrt(discriminant);
        double low = StrictMath.pow(2, (-b - root) / (2 * a));
        double high = StrictMath.pow(2, (-b + root) / (2 * a));
        return Double.isFinite(high) ? Optional.of(new Interval(low, high)) : Optional.empty();
    }

    private static double log2(int length) {
        return StrictMath.log(length) / StrictMath.log(2);
    }

    private static String round(double length) {
        return length < 10 ? String.valueOf(Math.round(length * 10) / 10.0) : String.valueOf(Math.round(length));
    }
}
