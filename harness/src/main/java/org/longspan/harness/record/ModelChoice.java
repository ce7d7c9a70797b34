package org.longspan.harness.record;

/**
 * The choice of a network.
 *
 * @param cell recurrent cell with its settings
 * @param hidden width H of every layer
 * @param layers number of layers
 * @param initialization method with its settings
 * @param regularizer method with its settings
 * @param initialState {@link #ZERO} or {@link #LEARNED}; null stands for zero
 */
public record ModelChoice(
        Choice cell, int hidden, int layers, Choice initialization, Choice regularizer, String initialState) {

    /** The initial state is zero. */
    public static final String ZERO = "zero";

    /** The initial state is learned. */
    public static final String LEARNED = "learned";

    public ModelChoice {
        initialState = initialState == null ? ZERO : initialState;
    }

    /** Creates the choice of a network with a zero initial state. */
    public ModelChoice(Choice cell, int hidden, int layers, Choice initialization, Choice regularizer) {
        this(cell, hidden, layers, initialization, regularizer, ZERO);
    }
}
