package org.longspan.tasks.order;

import org.longspan.numerics.random.RandomStream;

/** Where the marked symbols of a sequence may stand: ranges of steps that follow each other and do not overlap. */
final class Places {

    /** A step that never comes. */
    private static final int NEVER = Integer.MAX_VALUE;

    private final int[] bounds; // first and last step of each range in turn

    private Places(int[] bounds) {
        this.bounds = bounds;
    }

    /** Returns the ranges with these bounds, both within: the first range's first and last step, the second one's... */
    static Places between(int... bounds) {
        return new Places(bounds);
    }

    /** Returns the number of classes, with two choices for each symbol. */
    int classes() {
        return 1 << bounds.length / 2;
    }

    /** Draws the step of the {@code k}-th marked symbol, uniform in its range; one that never comes after the last. */
    int draw(int k, RandomStream stream) {
        if (2 * k == bounds.length) {
            return NEVER;
        }
        return bounds[2 * k] + stream.nextInt(bounds[2 * k + 1] - bounds[2 * k] + 1);
    }
}
