package org.longspan.numerics;

/** What a block of parameters does in a network. */
public enum Role {
    /** Maps an input, or the layer below, into a cell. */
    INPUT,
    /** Maps the previous state into a cell. */
    RECURRENT,
    /** Maps a cell's state to its output, where the two differ. */
    OUTPUT,
    /**
     * Parameterizes a recurrence that is not a matrix, such as the logarithm of an eigenvalue; only the cell can
     * initialize it.
     */
    DYNAMICS,
    /** Added to a cell's pre-activations. */
    BIAS,
    /** The state before the first step. */
    INITIAL_STATE,
    /** Maps the top state to the outputs. */
    READ_OUT,
    /** Added to the outputs. */
    READ_OUT_BIAS;

    /** Returns whether blocks of this role are matrices that map vectors to vectors, with a column for each unit. */
    public boolean isMap() {
        return switch (this) {
            case INPUT, RECURRENT, OUTPUT, READ_OUT -> true;
            case DYNAMICS, BIAS, INITIAL_STATE, READ_OUT_BIAS -> false;
        };
    }
}
