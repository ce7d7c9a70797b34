package org.longspan.tasks.adding;

/** What is asked of the two marked numbers. */
enum Operation {
    /** x1 + x2. */
    SUM(0f) {
        @Override
        float of(float x1, float x2) {
            return x1 + x2;
        }
    },
    /** x1 · x2. */
    PRODUCT(1f) {
        @Override
        float of(float x1, float x2) {
            return x1 * x2;
        }
    };

    /** The number that changes nothing. */
    final float neutral;

    Operation(float neutral) {
        this.neutral = neutral;
    }

    abstract float of(float x1, float x2);
}
