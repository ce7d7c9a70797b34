package org.longspan.numerics;

/** What a block of parameters does in a network. */
public enum Role {
    /** Maps an input, or the layer below, into a cell. */
    INPUT,
    /** Maps the previous state into a cell. */
    RECURRENT,
    /** Maps a cell's state to its output, where the two differ. */
    OUTPUT,
    /** Sets a recurrence that is no matrix, such as the logarithm of an eigenvalue: only its cell can draw it. */
    DYNAMICS,
    /** Added to a cell's pre-activations. */
    BIAS,
    /** The state before the first step. */
    INITIAL_STATE,
    /** Maps the top state to the outputs. */
    READ_OUT,
    /** Added to the outputs. */
    READ_OUT_BIAS;

    /** Returns whether such a block maps vectors to vectors, a column a unit, and is no vector itself. */
    public boolean isMap() {
        return switch (this) {
            case INPUT, RECURRENT, OUTPUT, READ_OUT -> true;
            case DYNAMICS, BIAS, INITIAL_STATE, READ_OUT_BIAS -> false;
        };
    }
}
