package org.longspan.probes;

/**
 * Tells the cliffs of a run from the norms of its gradients, in turn: an update whose ‖g‖ is over {@value #HEIGHT} times
 * the median of the {@value #WINDOW} before it, those that are not finite left out. Within {@value #APART} updates of the
 * last such one it is the same cliff. An infinite ‖g‖ is over any height, and NaN over none.
 */
public final class Cliffs {

    /** How many norms the trailing median is that of. */
    public static final int WINDOW = 101;

    /** How many times the trailing median a norm at a cliff is. */
    public static final int HEIGHT = 10;

    /** How many norms come before the first that can be a cliff. */
    public static final int LEAST_WINDOW = 21;

    private static final int APART = 20;

    private final TrailingMedian trailing = new TrailingMedian(WINDOW);
    private double median = Double.NaN;
    private long lastOver = Long.MIN_VALUE;
    private long count;

    /** Returns whether the next update, with a gradient of that norm, is at a cliff. */
    public boolean isOver(double gradientNorm) {
        return hasMedian() && gradientNorm > HEIGHT * median;
    }

    /** Returns whether it is the first one at its cliff. */
    public boolean begins(double gradientNorm) {
        return isOver(gradientNorm) && (lastOver == Long.MIN_VALUE || count - lastOver > APART);
    }

    /** Takes the norm of the next update. */
    public void take(double gradientNorm) {
        lastOver = isOver(gradientNorm) ? count : lastOver;
        trailing.take(gradientNorm);
        median = trailing.median();
        count++;
    }

    /** Returns the median of the last norms, or NaN before the first. */
    public double median() {
        return median;
    }

    /** Returns how many norms were taken. */
    long count() {
        return count;
    }

    /** Returns whether there are norms enough for a cliff. */
    boolean hasMedian() {
        return trailing.count() >= LEAST_WINDOW;
    }
}
