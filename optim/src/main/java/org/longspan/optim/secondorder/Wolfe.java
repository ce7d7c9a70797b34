package org.longspan.optim.secondorder;

import org.longspan.numerics.Parameters;
import org.longspan.optim.Memory;

/**
 * A line search for the strong Wolfe conditions on φ(α) = f(θ + αd):
 *
 * <pre>φ(α) ≤ φ(0) + c₁ α φ′(0),   |φ′(α)| ≤ c₂ |φ′(0)|,   c₁ = 10⁻⁴, c₂ = 0.9</pre>
 *
 * <p>Source: Nocedal and Wright 2006, algorithms 3.5 and 3.6, with their cubic interpolation (equation 3.59), kept a
 * tenth of the interval away from its ends. After 25 evaluations the best point that falls enough is taken, which may
 * be α = 0.
 */
final class Wolfe {

    private static final double C1 = 1e-4;
    private static final double C2 = 0.9;
    static final int MOST_EVALUATIONS = 25;
    private static final double FARTHEST = 10; // times as far at most, from one bracketing point to the next
    private static final double MARGIN = 0.1;

    /** g at the point that was accepted. */
    final Parameters gradient;

    private final Parameters lowGradient;
    private final Point start = new Point();
    private final Point low = new Point(); // falls enough, and the least such so far
    private final Point high = new Point(); // the other end of the interval
    private final Point now = new Point();
    private Descent descent;
    private Parameters direction;
    private int evaluations;

    Wolfe(Memory memory) {
        this.gradient = new Parameters(memory.layout());
        this.lowGradient = new Parameters(memory.layout());
    }

    /**
     * Returns α, or 0 where none falls enough.
     *
     * @param slope φ′(0) &lt; 0
     * @param first the step length tried first
     */
    double search(Descent descent, Parameters direction, double slope, double first) {
        this.descent = descent;
        this.direction = direction;
        this.evaluations = 0;
        start.set(0, descent.value(), slope);
        low.set(start);
        lowGradient.copyFrom(descent.gradient);
        double alpha = first;
        while (evaluations < MOST_EVALUATIONS) {
            evaluate(alpha);
            if (!fallsEnough()) {
                high.set(now);
                return zoom();
            }
            if (isFlat()) {
                return now.alpha;
            }
            high.set(low);
            keepAsLow();
            if (now.slope >= 0) {
                return zoom();
            }
            alpha = beyond(high, low);
        }
        return accept();
    }

    int evaluations() {
        return evaluations;
    }

    private double zoom() {
        while (evaluations < MOST_EVALUATIONS) {
            evaluate(between(low, high));
            if (!fallsEnough()) {
                high.set(now);
                continue;
            }
            if (isFlat()) {
                return now.alpha;
            }
            if (now.slope * (high.alpha - low.alpha) >= 0) {
                high.set(low);
            }
            keepAsLow();
        }
        return accept();
    }

    private void evaluate(double alpha) {
        evaluations++;
        double value = descent.gradient(alpha, direction, gradient);
        now.set(alpha, value, descent.dot(gradient, direction));
    }

    /** False also where a value or slope is not finite. */
    private boolean fallsEnough() {
        return now.value <= start.value + C1 * now.alpha * start.slope
                && (low.alpha == 0 || now.value < low.value)
                && Double.isFinite(now.slope);
    }

    private boolean isFlat() {
        return Math.abs(now.slope) <= -C2 * start.slope;
    }

    private void keepAsLow() {
        low.set(now);
        lowGradient.copyFrom(gradient);
    }

    private double accept() {
        gradient.copyFrom(lowGradient);
        return low.alpha;
    }

    /** The next point of the search for an interval: where the cubic ends, two to ten times as far as the last. */
    private static double beyond(Point before, Point last) {
        double least = 2 * last.alpha;
        double most = FARTHEST * last.alpha;
        double cubic = cubic(before, last);
        return Double.isFinite(cubic) ? Math.min(Math.max(cubic, least), most) : least;
    }

    private static double between(Point low, Point high) {
        double left = Math.min(low.alpha, high.alpha);
        double width = Math.abs(high.alpha - low.alpha);
        double cubic = cubic(low, high);
        return Double.isFinite(cubic)
                ? Math.min(Math.max(cubic, left + MARGIN * width), left + (1 - MARGIN) * width)
                : left + width / 2;
    }

    /** The minimum of the cubic with the values and slopes at two points; NaN where it has none. */
    static double cubic(Point a, Point b) {
        double d1 = a.slope + b.slope - 3 * (a.value - b.value) / (a.alpha - b.alpha);
        double d2 = Math.signum(b.alpha - a.alpha) * Math.sqrt(d1 * d1 - a.slope * b.slope);
        return b.alpha - (b.alpha - a.alpha) * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2);
    }

    /** α, φ(α) and φ′(α). */
    static final class Point {

        private double alpha;
        private double value;
        private double slope;

        void set(double alpha, double value, double slope) {
            this.alpha = alpha;
            this.value = value;
            this.slope = slope;
        }

        void set(Point other) {
            set(other.alpha, other.value, other.slope);
        }
    }
}
