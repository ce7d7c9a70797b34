package org.longspan.model.cell;

/** Makes a cell of a given shape. */
@FunctionalInterface
public interface CellFactory {

    /** Returns a cell of {@code inputs} inputs and {@code hidden} units. */
    RecurrentCell cell(int inputs, int hidden);
}
