package org.longspan.tasks.adding;

/** How the two marked numbers are combined. */
enum Operation {
    /** x1 + x2. */
    SUM(AddingProvider.NAME, 0f) {
        @Override
        float of(float x1, float x2) {
            return x1 + x2;
        }
    },
    /** x1 · x2. */
    PRODUCT(MultiplicationProvider.NAME, 1f) {
        @Override
        float of(float x1, float x2) {
            return x1 * x2;
        }
    };

    /** The family of tasks that asks for it. */
    final String family;

    /** The number that changes nothing. */
    final float neutral;

    Operation(String family, float neutral) {
        this.family = family;
        this.neutral = neutral;
    }

    abstract float of(float x1, float x2);
}
