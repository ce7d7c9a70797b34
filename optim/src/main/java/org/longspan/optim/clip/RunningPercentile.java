package org.longspan.optim.clip;

/**
 * The exact p-th percentile of all numbers seen so far, in O(log n) a number and without allocation: a heap with the
 * greatest on top of the lower ⌊r⌋ + 1 numbers, and one with the least on top of the others, where r = (n − 1) p/100.
 * Both lie in one row, the second from its end on, so the row needs one element a number.
 *
 * <p>Between two numbers the percentile is interpolated linearly, (1 − f) xₗ + f xₗ₊₁ with l = ⌊r⌋ and f = r − l:
 * numpy's default, definition 7 of Hyndman and Fan 1996.
 *
 * @param p in [0, 100]; 0 gives the least number, 100 the greatest
 */
record RunningPercentile(double p) {

    /** How many numbers {@code sizes} holds. */
    static final int SIZES = 2;

    private static final int LOWER = 0;
    private static final int UPPER = 1;

    /**
     * Adds a number and returns the percentile of all, this one included.
     *
     * @param row holds the numbers
     * @param sizes of the two heaps, zero at first
     * @throws IllegalStateException if the row is full
     */
    double add(double x, double[] row, double[] sizes) {
        int lower = (int) sizes[LOWER];
        int upper = (int) sizes[UPPER];
        int n = lower + upper + 1;
        if (n > row.length) {
            throw new IllegalStateException("a percentile of " + n + " numbers, expected at most the " + row.length
                    + " updates that the budget allows");
        }
        int end = row.length - 1;
        double rank = (n - 1) * p / 100;
        int wanted = (int) rank + 1;
        if (lower == 0 || x <= row[0]) {
            push(x, row, 0, 1, lower++);
        } else {
            push(x, row, end, -1, upper++);
        }
        for (; lower > wanted; lower--) {
            push(pop(row, 0, 1, lower), row, end, -1, upper++);
        }
        for (; lower < wanted; upper--) {
            push(pop(row, end, -1, upper), row, 0, 1, lower++);
        }
        sizes[LOWER] = lower;
        sizes[UPPER] = upper;
        double fraction = rank - (int) rank;
        return fraction == 0 ? row[0] : row[0] + fraction * (row[end] - row[0]);
    }

    /** Element k of a heap is at {@code from + way k}; a way of 1 has the greatest on top, one of −1 the least. */
    private static void push(double x, double[] row, int from, int way, int size) {
        int k = size;
        while (k > 0 && way * x > way * row[from + way * ((k - 1) / 2)]) {
            row[from + way * k] = row[from + way * ((k - 1) / 2)];
            k = (k - 1) / 2;
        }
        row[from + way * k] = x;
    }

    /** Takes the top off a heap of {@code size} and returns it. */
    private static double pop(double[] row, int from, int way, int size) {
        double top = row[from];
        double last = row[from + way * (size - 1)];
        int k = 0;
        for (int child = 1; child < size - 1; child = 2 * k + 1) {
            if (child + 1 < size - 1 && way * row[from + way * (child + 1)] > way * row[from + way * child]) {
                child++;
            }
            if (way * last >= way * row[from + way * child]) {
                break;
            }
            row[from + way * k] = row[from + way * child];
            k = child;
        }
        row[from + way * k] = last;
        return top;
    }
}
