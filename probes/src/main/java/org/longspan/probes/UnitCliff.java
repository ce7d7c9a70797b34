package org.longspan.probes;

/**
 * The cliff of one recurrent unit, a picture that needs no run:
 *
 * <pre>
 * x(t) = w σ(x(t-1)) + b,   x(0) = 0.5,   t = 1..T
 * E(w, b) = (σ(x(T)) - 0.7)²
 * </pre>
 *
 * R. Pascanu, T. Mikolov and Y. Bengio (2013), On the difficulty of training recurrent neural networks, ICML, figure 6; I.
 * Goodfellow, Y. Bengio and A. Courville (2016), Deep Learning, figure 10.17. The wall stands where x(0) lies on the
 * border between what falls to the lower and what rises to the upper fixed point of x = w σ(x) + b; its steepness grows
 * exponentially with T. Paths that meet it are chaotic: their outcome can be relied on, their coordinates cannot.
 *
 * @param steps T
 */
public record UnitCliff(int steps) {

    /** The unit of the published figure. */
    public static final UnitCliff OF_FIFTY_STEPS = new UnitCliff(50);

    private static final double START = 0.5;
    private static final double TARGET = 0.7;

    /** w under which E has no wall: σ' is at most ¼, so x = w σ(x) + b has one solution. */
    private static final double LEAST_WEIGHT = 4;

    /** A place and what is there: E, ∂E/∂w and ∂E/∂b. */
    public record Point(double w, double b, double error, double dw, double db) {

        /** Returns ‖∂E/∂(w, b)‖. */
        public double norm() {
            return StrictMath.hypot(dw, db);
        }
    }

    /** A closed interval, and how many numbers stand in it at equal distances, from 2 on. */
    public record Axis(double from, double to, int count) {

        double at(int i) {
            return from + (to - from) * i / (count - 1);
        }
    }

    /** Returns E and its gradient, carried forward with x. */
    public Point at(double w, double b) {
        double x = START;
        double xw = 0; // ∂x/∂w
        double xb = 0; // ∂x/∂b
        for (int t = 0; t < steps; t++) {
            double s = sigma(x);
            double slope = w * s * (1 - s);
            x = w * s + b;
            xw = s + slope * xw;
            xb = 1 + slope * xb;
        }
        double s = sigma(x);
        double dx = 2 * (s - TARGET) * s * (1 - s);
        return new Point(w, b, (s - TARGET) * (s - TARGET), dx * xw, dx * xb);
    }

    private static double sigma(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** Returns E and the norm of its gradient on a grid, w by w; of the figure w from 4.2 to 5.8, b from -3.1 to -1.9. */
    public Table surface(Axis w, Axis b) {
        Table.Builder table = new Table.Builder("surface", "w", "b", "error", "gradient norm");
        for (int i = 0; i < w.count(); i++) {
            for (int j = 0; j < b.count(); j++) {
                Point point = at(w.at(i), b.at(j));
                table.row(point.w(), point.b(), point.error(), point.norm());
            }
        }
        return table.build();
    }

    /**
     * Returns the path of gradient descent, its start and then {@code updates} places.
     *
     * @param threshold on the norm of the gradient, infinite for none
     */
    public Table path(Point start, double rate, double threshold, int updates) {
        Table.Builder table = new Table.Builder("path", "update", "w", "b", "error", "gradient norm");
        Point at = start;
        for (int k = 0; k <= updates; k++) {
            table.row(k, at.w(), at.b(), at.error(), at.norm());
            double factor = rate * Math.min(1, threshold / at.norm());
            at = at(at.w() - factor * at.dw(), at.b() - factor * at.db());
        }
        return table.build();
    }

    /**
     * Returns the b of the wall at {@code w}, or NaN where there is none. Beyond w = 4.2553 x(0) lies on the unstable fixed
     * point there, b = x(0) - w σ(x(0)); from 4 to there the two upper fixed points meet, at w σ'(x) = 1.
     */
    public static double wall(double w) {
        if (w < LEAST_WEIGHT) {
            return Double.NaN;
        }
        double r = Math.sqrt(1 - 4 / w);
        double fold = StrictMath.log((1 + r) / (1 - r));
        double x = Math.min(fold, START);
        return x - w * sigma(x);
    }

    /** Returns the slope per step at which the steepness of the wall grows, log(w σ'(x(0))), for w beyond 4.2553. */
    public static double growth(double w) {
        double s = sigma(START);
        return StrictMath.log(w * s * (1 - s));
    }
}
