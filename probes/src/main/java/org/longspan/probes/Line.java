package org.longspan.probes;

/** The line of least squares through points; points that are not finite are left out. */
final class Line {

    private int count;
    private double sumX;
    private double sumY;
    private double sumXx;
    private double sumXy;

    Line add(double x, double y) {
        if (Double.isFinite(x) && Double.isFinite(y)) {
            count++;
            sumX += x;
            sumY += y;
            sumXx += x * x;
            sumXy += x * y;
        }
        return this;
    }

    /** Returns Δy/Δx, or NaN for fewer than two points or one x. */
    double slope() {
        double spread = count * sumXx - sumX * sumX;
        return count < 2 || !(spread > 0) ? Double.NaN : (count * sumXy - sumX * sumY) / spread;
    }
}
