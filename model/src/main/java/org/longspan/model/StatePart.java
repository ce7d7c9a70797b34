package org.longspan.model;

/**
 * Columns of the state s(t) of a network, that is of everything which one step hands to the next: the states of all
 * layers side by side, from the lowest up.
 *
 * @param layer from 0 on
 * @param inner whether they lie beside h(t), such as c of an LSTM; else they are h(t)
 * @param from the first column
 * @param width how many there are
 */
public record StatePart(int layer, boolean inner, int from, int width) {

    /** Returns the name of this part, such as {@code layer0.h}. */
    public String name() {
        return Network.prefix(layer) + (inner ? "inner" : "h");
    }
}
