package org.longspan.reports.phenomena;

import java.util.List;
import java.util.SortedMap;
import org.longspan.reports.figure.Csv;

/**
 * What {@link CurvatureFigure} draws of one model at one moment, all of it medians and quartiles over runs.
 *
 * @param pooled the runs
 * @param signal log₁₀ ‖g‖ by lag
 * @param hessian log₁₀ |κᴴ| by lag, -∞ where the cell has no second derivative or nothing is left
 * @param gaussNewton log₁₀ |κᴳ| by lag
 * @param hessianRatio log₁₀ |κᴴ| / ‖g‖ by lag
 * @param gaussNewtonRatio log₁₀ |κᴳ| / ‖g‖ by lag
 * @param negative share of sequences with κᴴ under 0 by lag
 */
record CurvatureNumbers(
        Pooled pooled,
        SortedMap<Integer, Middle> signal,
        SortedMap<Integer, Middle> hessian,
        SortedMap<Integer, Middle> gaussNewton,
        SortedMap<Integer, Middle> hessianRatio,
        SortedMap<Integer, Middle> gaussNewtonRatio,
        SortedMap<Integer, Middle> negative) {

    private static final String TABLE = "curvature";

    static CurvatureNumbers of(Pooled pooled) {
        return new CurvatureNumbers(
                pooled,
                pooled.logByLag(TABLE, "signal"),
                pooled.logByLag(TABLE, "hessian"),
                pooled.logByLag(TABLE, "gauss-newton"),
                ratio(pooled, "hessian"),
                ratio(pooled, "gauss-newton"),
                pooled.byLag(TABLE, of -> of.column("share negative")));
    }

    /** A ratio of medians over sequences, run by run; none where either has nothing left. */
    private static SortedMap<Integer, Middle> ratio(Pooled pooled, String curvature) {
        return pooled.byLag(TABLE, of -> {
            double[] above = of.column(curvature);
            double[] below = of.column("signal");
            for (int i = 0; i < above.length; i++) {
                above[i] -= below[i];
            }
            return above;
        });
    }

    /** Returns β of a curvature, the slope of its logarithm on that of ‖g‖. */
    Middle exponent(String curvature) {
        return pooled.number("exponent " + curvature);
    }

    /** Returns whether there are second derivatives of the cell. */
    boolean hasHessian() {
        return negative.values().stream().anyMatch(at -> Double.isFinite(at.median()));
    }

    static String csv(List<CurvatureNumbers> all) {
        Csv csv = new Csv(
                "model",
                "moment",
                "updates",
                "runs",
                "lag",
                "log_signal",
                "log_hessian",
                "log_gauss_newton",
                "log_hessian_ratio",
                "log_gauss_newton_ratio",
                "share_negative",
                "exponent_hessian",
                "exponent_gauss_newton",
                "signal_span");
        for (CurvatureNumbers one : all) {
            for (int lag : one.signal.keySet()) {
                csv.row(
                        one.pooled.model(),
                        one.pooled.moment(),
                        one.pooled.madeUpdates(),
                        one.pooled.runs(),
                        lag,
                        Csv.known(one.signal.get(lag).median()),
                        Csv.known(one.hessian.get(lag).median()),
                        Csv.known(one.gaussNewton.get(lag).median()),
                        Csv.known(one.hessianRatio.get(lag).median()),
                        Csv.known(one.gaussNewtonRatio.get(lag).median()),
                        Csv.known(one.negative.get(lag).median()),
                        Csv.known(one.exponent("hessian").median()),
                        Csv.known(one.exponent("gauss-newton").median()),
                        Csv.known(one.pooled.number("signal span").median()));
            }
        }
        return csv.toString();
    }
}
