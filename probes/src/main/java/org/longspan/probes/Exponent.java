package org.longspan.probes;

/**
 * How a curvature follows the signal over lags: β, the slope of log₁₀|κ| on log₁₀‖g‖, from lag {@value #FIRST} on, before
 * which a state has hardly faded. Where ‖g‖ spans fewer than {@value #LEAST_SPAN} powers of ten the slope is noise.
 */
final class Exponent {

    private static final int FIRST = 5;
    private static final double LEAST_SPAN = 3;

    private final Line line = new Line();
    private final Line ofSignal = new Line();
    private final Line ofCurvature = new Line();
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    /**
     * Takes a lag, unless one of its sizes is not finite.
     *
     * @param signal log₁₀‖g‖
     * @param curvature log₁₀|κ|
     */
    void add(int lag, double signal, double curvature) {
        if (lag >= FIRST && Double.isFinite(signal) && Double.isFinite(curvature)) {
            line.add(signal, curvature);
            ofSignal.add(lag, signal);
            ofCurvature.add(lag, curvature);
            least = Math.min(least, signal);
            greatest = Math.max(greatest, signal);
        }
    }

    /** Returns β, or NaN where ‖g‖ spans too little to tell. */
    double beta() {
        return span() >= LEAST_SPAN ? line.slope() : Double.NaN;
    }

    /** Returns how many powers of ten ‖g‖ spans, or NaN without a lag. */
    double span() {
        return greatest >= least ? greatest - least : Double.NaN;
    }

    /** Returns the slope of log₁₀‖g‖, per step. */
    double signalSlope() {
        return ofSignal.slope();
    }

    /** Returns the slope of log₁₀|κ|, per step. */
    double curvatureSlope() {
        return ofCurvature.slope();
    }
}
