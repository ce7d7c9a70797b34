package org.longspan.harness.record;

/**
 * A network.
 *
 * @param cell and its settings
 * @param hidden width H of every layer
 * @param layers number of layers
 * @param initialization and its settings
 * @param regularizer and its settings
 * @param initialState {@link #ZERO} or {@link #LEARNED}; the key is absent where it is zero
 */
public record ModelChoice(
        Choice cell, int hidden, int layers, Choice initialization, Choice regularizer, String initialState) {

    /** The state before the first step is zero. */
    public static final String ZERO = "zero";

    /** It is learned. */
    public static final String LEARNED = "learned";

    public ModelChoice {
        initialState = initialState == null ? ZERO : initialState;
    }

    /** A network whose state begins at zero. */
    public ModelChoice(Choice cell, int hidden, int layers, Choice initialization, Choice regularizer) {
        this(cell, hidden, layers, initialization, regularizer, ZERO);
    }
}
