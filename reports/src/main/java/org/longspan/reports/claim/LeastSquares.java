package org.longspan.reports.claim;

/**
 * The line that fits points best, y = a + b x.
 *
 * @param slope b; NaN where all x are equal or a point is not finite
 * @param r2 the share of the variance of y that it explains; NaN where y has none
 */
record LeastSquares(double slope, double r2) {

    static LeastSquares of(double[] x, double[] y) {
        double mx = mean(x);
        double my = mean(y);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - mx) * (x[i] - mx);
            xy += (x[i] - mx) * (y[i] - my);
            yy += (y[i] - my) * (y[i] - my);
        }
        return new LeastSquares(xx > 0 ? xy / xx : Double.NaN, xx > 0 && yy > 0 ? xy * xy / (xx * yy) : Double.NaN);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
