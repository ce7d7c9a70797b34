package org.longspan.reports.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.UnivariateSolverUtils;

/**
 * T50, the length that an arm learns half of the time: with P(solved at T) = 1/(1 + exp(-(α + β x))) and
 * x = log₂ T, fitted with {@linkplain FirthLogistic Firth's penalty}, T50 = 2^(-α/β).
 *
 * <p>Interval: the penalized profile likelihood (Heinze and Schemper 2002, Statistics in Medicine 21, for a slope): all
 * lengths at which some curve that crosses one half there has an l* less than z²/2 under the greatest, l*(α, β). It is
 * bounded exactly where the curve without slope is not among them. It needs no symmetry of -α/β, unlike the delta
 * method and Fieller's interval, and it exists where the lengths separate solved from unsolved runs. Where all runs
 * solved, or none, T50 lies outside the lengths that were run, and that is all that is said.
 *
 * @param length T50, if determined
 * @param interval of 95 %, if bounded
 * @param verdict one clause for a reader, such as {@code 23 (95 %: 17 to 31)} or {@code over 40: every run solved}
 */
public record HalfLength(Optional<Double> length, Optional<Interval> interval, String verdict) {

    private static final double FLAT = 1e-9;
    private static final double ACCURACY = 1e-12;

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
        return fit(lengths, solved, runs);
    }

    private static HalfLength undetermined(String verdict) {
        return new HalfLength(Optional.empty(), Optional.empty(), verdict);
    }

    /** In z = (x - shift)/scale, from -1 to 1, so that α and β are of one size. */
    private static HalfLength fit(int[] lengths, int[] solved, int[] runs) {
        double first = log2(lengths[0]);
        double last = log2(lengths[lengths.length - 1]);
        double shift = (first + last) / 2;
        double scale = (last - first) / 2;
        double[] z = Arrays.stream(lengths)
                .mapToDouble(t -> (log2(t) - shift) / scale)
                .toArray();
        FirthLogistic curve = new FirthLogistic(z, solved, runs);
        FirthLogistic.Peak peak = curve.peak();
        if (!(peak.beta() < -FLAT)) {
            return undetermined("not determined: longer was not harder");
        }
        double t50 = StrictMath.pow(2, shift - scale * peak.alpha() / peak.beta());
        Optional<Interval> interval = angles(curve, peak)
                .map(angle -> new Interval(
                        StrictMath.pow(2, shift - scale / StrictMath.tan(angle.low())),
                        StrictMath.pow(2, shift - scale / StrictMath.tan(angle.high()))))
                .filter(i -> Double.isFinite(i.high()));
        return new HalfLength(Optional.of(t50), interval, words(t50, interval, lengths, solved, runs));
    }

    /**
     * The curves that cross one half at z = -cot φ are (α, β) = r (cos φ, sin φ). As φ goes from 0 to π, z goes from -∞
     * to ∞, and both ends are the curves without slope; so the interval is found between finite bounds.
     */
    private static Optional<Interval> angles(FirthLogistic curve, FirthLogistic.Peak peak) {
        double least = peak.value() - WilsonInterval.Z95 * WilsonInterval.Z95 / 2;
        UnivariateFunction over = angle ->
                curve.peakAlong(StrictMath.cos(angle), StrictMath.sin(angle)).value() - least;
        if (over.value(0) >= 0) {
            return Optional.empty();
        }
        double best = StrictMath.atan2(-peak.beta(), -peak.alpha());
        return Optional.of(new Interval(
                UnivariateSolverUtils.solve(over, 0, best, ACCURACY),
                UnivariateSolverUtils.solve(over, best, Math.PI, ACCURACY)));
    }

    private static String words(double t50, Optional<Interval> interval, int[] lengths, int[] solved, int[] runs) {
        String range = interval.map(i -> " (95 %: " + round(i.low()) + " to " + round(i.high()) + ")")
                .orElse(" (the interval is not bounded)");
        boolean inside = lengths[0] <= t50 && t50 <= lengths[lengths.length - 1];
        String beyond = inside ? "" : ", beyond the lengths that were run";
        return gap(lengths, solved, runs).orElse(round(t50)) + range + beyond;
    }

    /** Complete separation: every run up to one length solved, and none from the next on. */
    private static Optional<String> gap(int[] lengths, int[] solved, int[] runs) {
        int next = 0;
        while (solved[next] == runs[next]) {
            next++;
        }
        boolean none = Arrays.stream(solved, next, solved.length).sum() == 0;
        return next > 0 && none
                ? Optional.of("between " + lengths[next - 1] + " and " + lengths[next])
                : Optional.empty();
    }

    private static double log2(int length) {
        return StrictMath.log(length) / StrictMath.log(2);
    }

    private static String round(double length) {
        return length < 10 ? String.valueOf(Math.round(length * 10) / 10.0) : String.valueOf(Math.round(length));
    }
}
